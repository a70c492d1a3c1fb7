/**
 * Listings of use cases and tasks: a line an entry with what it assumes and is picked for it; and a list in one
 * sentence.
 */
import type { Need } from "../../decision/need.ts";
import { type Block, type Document, plainText, type TableBlock } from "../../format/document.ts";
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

interface Choices {
  ids: readonly string[];
  noun: string;
  /** How one is used, and how one is read in full. */
  use: string;
  read: string;
  assumedBy: AssumedBy;
}

export function choicesDocument({ ids, noun, use, read, assumedBy }: Choices): Document {
  const left = (header: string) => ({ header, align: "left" }) as const;
  const right = (header: string) => ({ header, align: "right" }) as const;
  return {
    title: noun,
    blocks: [
      {
        kind: "paragraph",
        text: `${ids.length} ${noun}. Use one: ${use}. Read one: ${read}`,
      },
      {
        kind: "table",
        columns: [
          left("id"),
          right("a month"),
          right("in / out"),
          left("budget"),
          left("quality"),
          left("pick"),
        ],
        rows: ids.map((id) => {
          const { need, pick, tie } = assumedBy(id);
          const { requestsPerMonth, inputTokens, outputTokens } = need.workload;
          return [
            id,
            count(requestsPerMonth),
            `${count(inputTokens.mean)} / ${count(outputTokens.mean)}`,
            need.budget.word ?? `$${count(need.budget.usdPerMonth)}`,
            need.quality.word,
            pick === null ? "nobody" : `${shortPick(pick)}${tie ? ", nearly tied" : ""}`,
          ];
        }),
      },
    ],
  };
}

/** One entry in full: what a table has in columns, a line each. */
export function entryNotes({ columns, rows: [row = []] }: TableBlock): Block {
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
