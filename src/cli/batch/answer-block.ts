/** Lines of a batch → their records, a block at a time, on whichever thread it is answered. */
import type { ResultField } from "../../answers/recommendation/vocabulary.ts";
import { askBriefly } from "../../ask.ts";
import type { SamplingChoice } from "../../decision/confidence.ts";
import type { Line } from "../../files/lines.ts";
import { harmlessJson } from "../../format/json.ts";
import { documentLayer } from "../../question/document-layer.ts";
import type { Catalog } from "../../schema/catalog.ts";
import { type ParsedDocument, parseJson } from "../../schema/document.ts";
import { Failure, usageFailure } from "../../schema/failure.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { isRecord } from "../../schema/texts.ts";
import { internalError } from "../messages.ts";

// One line of a batch → its record: a recommendation, or what is wrong; with its number and the id of its document.

export interface LineContext {
  catalog: Catalog;
  /** The day to decide on where a line names none. */
  asOf: IsoDate;
  sampling: SamplingChoice;
  /** What a record holds. */
  fields: readonly ResultField[];
  /** What errors call the input. */
  name: string;
}

export interface LineRecord {
  /** JSON without a line break. */
  json: string;
  /** `failed`: a mistake in the line. `broken`: one of ours, which ends no batch. */
  outcome: "answered" | "failed" | "broken";
}

const LONGEST_ID = 200;

function answerLine(line: Line, context: LineContext): LineRecord {
  const { number } = line;
  let id: LineId;
  try {
    const parsed = parsedLine(line, context.name);
    id = idOf(parsed);
    return { json: recordOf(number, id, answerTo(parsed, context)), outcome: "answered" };
  } catch (error) {
    if (error instanceof Failure) {
      const { message, where, advice } = error;
      const json = recordOf(number, id, { error: { message, where, advice } });
      return { json, outcome: "failed" };
    }
    const json = recordOf(number, id, { error: { message: internalError(error) } });
    return { json, outcome: "broken" };
  }
}

/** Where its document came from, in the words of whoever wrote it. */
type LineId = string | number | undefined;

/** What every record begins with; then the fields of a recommendation, or `error`. */
function recordOf(line: number, id: LineId, rest: object): string {
  return harmlessJson(JSON.stringify({ schemaVersion: 1, line, id, ...rest }));
}

function parsedLine({ text, problem, number }: Line, name: string): ParsedDocument {
  if (text === null) throw usageFailure(problem ?? "", `${name}:${number}`);
  return parseJson(text, name, "usage", { firstLine: number });
}

function idOf({ value, where }: ParsedDocument): LineId {
  const id = isRecord(value) && Object.hasOwn(value, "id") ? value["id"] : undefined;
  if (id === undefined || typeof id === "number") return id;
  if (typeof id === "string" && id.length <= LONGEST_ID) return id;
  const advice = `text of at most ${LONGEST_ID} characters, or a number`;
  throw usageFailure("id: cannot be carried through", where(["id"]), advice);
}

function answerTo(
  parsed: ParsedDocument,
  { catalog, asOf, sampling, fields }: LineContext,
): object {
  const layer = documentLayer({ ...parsed, value: withoutId(parsed.value) }, "stdin");
  return askBriefly([layer], { catalog, asOf, ...sampling }, fields);
}

function withoutId(value: unknown): unknown {
  if (!isRecord(value) || !Object.hasOwn(value, "id")) return value;
  const { id: _carried, ...document } = value;
  return document;
}

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
export function blockAnswerer(context: BlockContext): (lines: readonly Line[]) => BlockRecords {
  return (lines) => {
    const records: BlockRecords = { text: "", answered: 0, failed: 0, broken: 0, badLines: [] };
    for (const line of lines) {
      if (line.text?.trim() === "") continue;
      const { json, outcome } = answerLine(line, context);
      records.text += `${json}\n`;
      records[outcome] += 1;
      if (outcome !== "answered") records.badLines.push(line.number);
      if (context.failFast && outcome !== "answered") break;
    }
    return records;
  };
}
