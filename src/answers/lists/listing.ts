/**
 * Listings of use cases and tasks: a line an entry with what it assumes and is picked for it; and a list in one
 * sentence.
 */
import type { Need } from "../../decision/need.ts";
import { type GridColumns, gridOf, tableOf } from "../../format/columns.ts";
import { type Block, plainText, type TableBlock } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import { count, counted } from "../../words/figures.ts";
import { shortName, isShort } from "../../words/sentences.ts";

/** What an entry comes to: its requirements resolved, and the name of the pick by its points alone. */
export interface Assumed {
  need: Need;
  /** Null when nobody qualifies. */
  pick: string | null;
  tie: boolean;
}

export type AssumedBy = (id: string) => Assumed;

const CHOICES: GridColumns<Assumed & { id: string }> = {
  id: { header: "id", text: ({ id }) => id },
  month: {
    header: "a month",
    align: "right",
    text: ({ need }) => count(need.workload.requestsPerMonth),
  },
  tokens: {
    header: "in / out",
    align: "right",
    text: ({ need: { workload } }) =>
      `${count(workload.inputTokens.mean)} / ${count(workload.outputTokens.mean)}`,
  },
  budget: {
    header: "budget",
    text: ({ need: { budget } }) => budget.word ?? `$${count(budget.usdPerMonth)}`,
  },
  quality: { header: "quality", text: ({ need }) => need.quality.word },
  pick: {
    header: "pick",
    text: ({ pick, tie }) =>
      pick === null ? "nobody" : `${shortPick(pick)}${tie ? ", nearly tied" : ""}`,
  },
};

/** How a kind of entry is called, used and read. */
interface Naming {
  /** In the JSON. */
  key: string;
  title: string;
  singular: string;
  plural: string;
  command: string;
  option: string;
  /** Below one that is read in full. */
  remark?: string;
}

/** @param only one entry by its id, in full; null: all, a line each */
export function presentEntries<Entry extends { id: string }>(
  all: readonly Entry[],
  columns: GridColumns<Entry>,
  { key, title, singular, plural, command, option, remark }: Naming,
  assumedBy: AssumedBy,
  only: string | null,
): Presentation {
  const entries = all.filter(({ id }) => only === null || id === only);
  const ids = entries.map(({ id }) => id);
  const ways = `Use one: pick-model ${option} <id>. Read one: pick-model ${command} <id>`;
  const below: Block[] = remark === undefined ? [] : [{ kind: "paragraph", text: remark }];
  return {
    data: () => ({ schemaVersion: 1, [key]: entries }),
    document: () =>
      only === null
        ? {
            title: plural,
            blocks: [
              { kind: "paragraph", text: `${ids.length} ${plural}. ${ways}` },
              tableOf(
                CHOICES,
                ids.map((id) => ({ id, ...assumedBy(id) })),
              ),
            ],
          }
        : { title, blocks: [entryNotes(tableOf(columns, entries)), ...below] },
    grid: () => gridOf(columns, entries),
    summary: () => naming(ids, singular),
    quiet: () => ids,
  };
}

/** One entry in full: what a table has in columns, a line each. */
function entryNotes({ columns, rows: [row = []] }: TableBlock): Block {
  const rows = columns.map(({ header }, place) => ({ label: header, text: row[place] ?? "" }));
  return { kind: "notes", rows: rows.filter(({ text }) => plainText(text) !== "") };
}

/** `mini` of GPT-4o mini, as everybody calls it; other names stay. */
function shortPick(name: string): string {
  const [, rest] = /^\S+ (.+)$/.exec(shortName(name)) ?? [];
  return name.startsWith("GPT-4o ") && rest !== undefined ? rest : name;
}

/** `23 use cases: academic-research, agent, … and 4 more.`, at most 200 characters. */
export function naming(ids: readonly string[], singular: string): string {
  const head = counted(ids.length, singular);
  if (ids.length === 0) return `${head}.`;
  for (let named = ids.length; named > 0; named -= 1) {
    const left = ids.length - named;
    const text = `${head}: ${ids.slice(0, named).join(", ")}${left === 0 ? "" : ` and ${left} more`}.`;
    if (isShort(text)) return text;
  }
  return `${head}.`;
}
