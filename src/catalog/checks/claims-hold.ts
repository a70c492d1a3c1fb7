/** Checks of claims: results within their range, days in order, no statement twice, one default snapshot. */
import type { Claim } from "../../schema/claim.ts";
import { canonicalJson } from "../digest.ts";
import type { Check, Finding, TraitCheck } from "./check.ts";

/** A plain model id means one snapshot. */
export const oneDefaultSnapshot: Check = ({ models }) =>
  models.flatMap((entry) => {
    const defaults = entry.value.snapshots.filter((snapshot) => snapshot.default === true).length;
    if (defaults === 1) return [];
    const message =
      defaults === 0 ? "no snapshot is the default" : `${defaults} snapshots are the default`;
    return [{ entry, path: ["snapshots"], message, advice: "mark one with default: true" }];
  });

/** One statement of a source is one claim: a copy would count as a second voice. */
export const noRepeatedClaims: TraitCheck = ({ path, claims }, entry) =>
  repeatedIn(claims).map((index) => ({
    entry,
    path: [...path, index],
    message: "this claim is made twice",
    advice: "remove one",
  }));

/** Claims that an earlier one says already. Few are of one source and day: the others need not be written out. */
function repeatedIn(claims: readonly Claim[]): number[] {
  if (claims.length === 1) return [];
  const written = new Map<string, Set<string> | Claim>();
  return claims.flatMap((claim, index) => {
    const key = `${claim.observed} ${claim.source}`;
    const earlier = written.get(key);
    if (earlier === undefined) {
      written.set(key, claim);
      return [];
    }
    const texts = earlier instanceof Set ? earlier : new Set([canonicalJson(earlier)]);
    written.set(key, texts);
    const text = canonicalJson(claim);
    if (texts.has(text)) return [index];
    texts.add(text);
    return [];
  });
}

/** A claim's first day is not after its last. */
export const daysInOrder: TraitCheck = ({ path, claims }, entry) =>
  claims.flatMap(({ from, until }, index) =>
    from !== undefined && until !== undefined && from > until
      ? [
          {
            entry,
            path: [...path, index, "until"],
            message: `${until} is before the first day, ${from}`,
            advice: "swap the two days",
          },
        ]
      : [],
  );

export const resultsInRange: TraitCheck = ({ path, claims }, entry, { percentages }) => {
  const [trait, id] = path;
  const chance = trait === "benchmarks" ? percentages.get(String(id)) : undefined;
  if (chance === undefined) return [];
  return claims.flatMap(({ value }, index): Finding[] => {
    if (typeof value !== "number") return [];
    const finding = (message: string, advice: string) => [
      { entry, path: [...path, index, "value"], message, advice },
    ];
    if (value < 0 || value > 100) {
      return finding(`${value} is no percentage`, "give the share right in percent, 0 to 100");
    }
    // Far below guessing: nobody's result, but a common way to write 45 %.
    return value > 0 && value < 1 && chance > 0
      ? finding(
          `${value} % is far below guessing`,
          `write ${Number((value * 100).toPrecision(12))} for ${value} of 1`,
        )
      : [];
  });
};
