/** One line of a batch → its record: a recommendation, or what is wrong with the line. */
import { type FactSheets, openFactSheets } from "../../facts/fact-sheets.ts";
import { recommendInBrief, type RecommendOptions } from "../../answers/recommendation/recommend.ts";
import { documentLayer } from "../../question/document-layer.ts";
import { normalisedRequirements, resolveNeed } from "../../question/index.ts";
import type { Catalog } from "../../schema/catalog.ts";
import { parseDocument } from "../../schema/document.ts";
import { Failure, usageFailure } from "../../schema/failure.ts";
import type { ResultField } from "../../answers/recommendation/vocabulary.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { version } from "../../version.ts";
import type { Line } from "./lines.ts";

export interface LineContext {
  catalog: Catalog;
  /** The day to decide on where a line names none. */
  asOf: IsoDate;
  sampling: RecommendOptions["sampling"];
  /** What a record holds. */
  fields: readonly ResultField[];
  /** What errors call the input. */
  name: string;
}

export interface LineRecord {
  /** JSON without a line break. */
  json: string;
  isAnswered: boolean;
}

/** Days whose facts are kept worked out: lines mostly share theirs, and memory must not grow with them. */
const MOST_DAYS = 8;

/** The function that answers lines; the facts of a day are worked out once for all of them. */
export function lineAnswerer(context: LineContext): (line: Line) => Promise<LineRecord> {
  const sheetsOf = daySheets(context.catalog);
  return async (line) => {
    try {
      return { json: await answered(line, context, sheetsOf), isAnswered: true };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { json: failureRecord(line, error), isAnswered: false };
    }
  };
}

async function answered(
  { text, problem, number }: Line,
  { catalog, asOf, sampling, fields, name }: LineContext,
  sheetsOf: (day: IsoDate) => FactSheets,
): Promise<string> {
  if (text === null) throw usageFailure(problem ?? "", `${name}:${number}`);
  const parsed = await parseDocument(text, name, "usage", { firstLine: number, json: true });
  const need = resolveNeed([documentLayer(parsed, "stdin")], catalog, { asOf });
  const requirements = normalisedRequirements(need);
  const options = { sampling, requirements, version };
  return JSON.stringify(recommendInBrief(need, sheetsOf(need.asOf), options, fields));
}

/** Where a recommendation has its own fields, this has `error`. */
function failureRecord({ number }: Line, { message, where, advice }: Failure): string {
  return JSON.stringify({ schemaVersion: 1, line: number, error: { message, where, advice } });
}

function daySheets(catalog: Catalog): (day: IsoDate) => FactSheets {
  const known = new Map<IsoDate, FactSheets>();
  return (day) => {
    const sheets = known.get(day) ?? openFactSheets(catalog, day);
    if (!known.has(day) && known.size >= MOST_DAYS) known.clear();
    known.set(day, sheets);
    return sheets;
  };
}
