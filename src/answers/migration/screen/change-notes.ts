/** Notes on request changes of a migration, worst first, each with its source. */
import { dim, linked, type Text } from "../../../format/document.ts";
import type { Severity } from "../../../schema/vocabulary.ts";
import { changesNeeded } from "../request-changes.ts";
import type { Migration, RequestChange, Target } from "../schema.ts";
import { adviceOf, sourceText } from "./words.ts";

export interface Note {
  label: string;
  text: Text;
}

const LABELS: Record<Severity, string> = {
  fails: "Fails",
  "changes-meaning": "Meaning",
  "changes-price": "Price",
  check: "Check",
};

/** On one screen; the rest under --full. */
const MOST_CHANGES = 4;

/** On one screen what has to change, and what to check of what is sent; what reads alike is told once. */
export function changeNotes(
  { changes }: Target,
  sources: Migration["sources"],
  full: boolean,
): Note[] {
  const needed = changesNeeded(changes);
  const shown = full
    ? changes
    : changes.filter((change) => needed.includes(change) || change.sent === true);
  const rows = alike(shown);
  const most = full || rows.length <= MOST_CHANGES ? rows : rows.slice(0, MOST_CHANGES - 1);
  const left = rows.length - most.length;
  const more = left === 0 ? "" : `; ${left} more: --full`;
  return most.map(({ first, text }, place) => {
    const { severity, evidence, observed } = first;
    const [source = ""] = evidence;
    return {
      label: most[place - 1]?.first.severity === severity ? "" : LABELS[severity],
      text: [
        `${text} `,
        dim("["),
        linked(source, sources[source]?.url, "dim"),
        dim(`, ${observed}]`),
        place === most.length - 1 ? more : "",
      ],
    };
  });
}

function alike(changes: readonly RequestChange[]) {
  const groups = new Map<string, RequestChange[]>();
  for (const change of changes) {
    const key = JSON.stringify([change.severity, adviceOf(change), sourceText(change)]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group.map(({ parameter }) => parameter).join(", ");
    const text = `${names}: ${adviceOf(first)}`;
    return [{ first, text }];
  });
}
