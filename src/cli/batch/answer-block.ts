/** A block of lines → its records, on whichever thread it is answered. */
import { answerLine, type LineContext } from "./answer-line.ts";
import type { Line } from "../../files/lines.ts";

export interface BlockContext extends LineContext {
  /** Lines after the first that fails are left alone. */
  failFast: boolean;
}

export interface BlockRecords {
  /** One record a line, in their order, each with its line break. */
  text: string;
  answered: number;
  failed: number;
  broken: number;
  /** Numbers of the lines that were not answered. */
  badLines: number[];
}

/** The function that answers blocks; blank lines get no record. */
export function blockAnswerer(
  context: BlockContext,
): (lines: readonly Line[]) => Promise<BlockRecords> {
  return async (lines) => {
    const records: BlockRecords = { text: "", answered: 0, failed: 0, broken: 0, badLines: [] };
    for (const line of lines) {
      if (line.text?.trim() === "") continue;
      const { json, outcome } = await answerLine(line, context);
      records.text += `${json}\n`;
      records[outcome] += 1;
      if (outcome !== "answered") records.badLines.push(line.number);
      if (context.failFast && outcome !== "answered") break;
    }
    return records;
  };
}
