/** Warnings as sentences: what is true of several models is said once, with all their names. */
import {
  measuredByNobody,
  olderThanItShouldBe,
  secondaryOnly,
  statedByNobody,
} from "../../../words/evidence.ts";
import type { Warning } from "../schema.ts";

/** In the order of the first of each; the record keeps one a model. */
export function warningsTold(warnings: readonly Warning[]): string[] {
  const groups = new Map<string, Warning[]>();
  for (const warning of warnings) {
    const key = sharedKey(warning) ?? warning.message;
    groups.set(key, [...(groups.get(key) ?? []), warning]);
  }
  return [...groups.values()].map(sentenceOf);
}

/** Alike for warnings that one sentence can tell; null for one that stands alone. */
function sharedKey({ code, facts, knownShare, knowsOtherWork }: Warning): string | null {
  if (facts !== undefined) return [code, ...facts.map(({ fact }) => fact)].join(" ");
  return knownShare === 0 ? `${code} ${knowsOtherWork === true}` : null;
}

function sentenceOf(group: readonly Warning[]): string {
  const [first] = group;
  if (first === undefined || group.length === 1) return first?.message ?? "";
  const names = group.map(({ name = "" }) => name);
  const facts = first.facts?.map(({ fact }) => fact) ?? [];
  switch (first.code) {
    case "stale-fact":
      return olderThanItShouldBe(
        names,
        group.flatMap((each) =>
          (each.facts ?? []).map(({ fact, observed = null }) => ({ fact, observed })),
        ),
      );
    case "secondary-source":
      return secondaryOnly(names, facts);
    case "thin-evidence":
      return facts.length > 0
        ? statedByNobody(names, facts)
        : measuredByNobody(names, first.knowsOtherWork === true);
    default:
      return first.message;
  }
}
