/** The terminal answer: the pick first, then what to know, why, what would change it, and what it rests on. */
import type { Answer } from "../recommend.ts";
import type { Block, Document } from "../../../format/document.ts";
import { alertsOf } from "./alerts.ts";
import { changesNote } from "./changes.ts";
import { assumedNote, factsNote } from "./foundations.ts";
import { headlineOf } from "./headline.ts";
import { rankingTable } from "./ranking-table.ts";
import { exclusionNotes, leadNote, whyNote } from "./reasons.ts";

const MOST_HINTS = 3;

export function recommendationScreen(answer: Answer): Document {
  const { result } = answer;
  const notes = [
    whyNote(answer),
    leadNote(answer),
    ...exclusionNotes(result),
    changesNote(result),
    result.splitting === null ? null : { label: "Or both", text: `${result.splitting.message}.` },
    factsNote(answer),
    assumedNote(answer),
  ].filter((note) => note !== null);
  const table = rankingTable(result);
  const hints = result.hints.slice(0, MOST_HINTS);
  const blocks: Block[] = [
    headlineOf(answer),
    ...alertsOf(answer).map((text): Block => ({ kind: "alert", text })),
    { kind: "notes", rows: notes },
    ...(table === null ? [] : [table]),
    ...(hints.length === 0 ? [] : [{ kind: "list", items: hints } as const]),
  ];
  return { title: result.recommendation?.summary ?? "No model qualifies", blocks };
}
