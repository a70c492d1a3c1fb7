/** Presets and tasks to choose from: one line an entry, with what it assumes and what is picked for it. */
import type { Need } from "../../decision/need.ts";
import { type Block, type Document, plainText, type TableBlock } from "../../format/document.ts";
import { count } from "../../words/figures.ts";
import { shortName } from "../../words/sentences.ts";

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
