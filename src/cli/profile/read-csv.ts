/** CSV files of usage as they come: the header found by the columns the user named, rows one by one. */
import { once } from "node:events";
import { AS_TEXT, encodingOf, NOT_TEXT } from "../../files/whole-file.ts";
import { csvRowReader, type Delimiter, DELIMITERS } from "../../profile/formats/csv-rows.ts";
import { CSV_COLUMNS, type CsvColumn, type CsvColumns } from "../../profile/names.ts";
import type { usageCounter } from "../../profile/usage.ts";
import { type Failure, usageFailure, quoted } from "../../schema/failure.ts";
import { nearest } from "../../schema/nearest.ts";
import type { StreamedInput } from "../streamed-input.ts";

const FLAG = "--columns";
export const EXAMPLE = "write --columns input=prompt_tokens,output=completion_tokens,time=created";
const NAMES = CSV_COLUMNS.join("|");
/** A comma before the next name; other commas belong to a header. */
const NEXT = new RegExp(`,(?=\\s*(?:${NAMES})\\s*=)`);

/** `input=prompt_tokens,output=completion_tokens`. @throws Failure (usage) */
export function readCsvColumns(texts: readonly string[]): CsvColumns {
  const columns: CsvColumns = {};
  for (const part of texts.flatMap((text) => text.split(NEXT))) {
    const [name = "", ...rest] = part.split("=");
    const header = rest.join("=").trim();
    if (header === "") throw usageFailure(`${quoted(part)} names no column`, FLAG, EXAMPLE);
    const column = CSV_COLUMNS.find((each) => each === name.trim().toLowerCase());
    if (column === undefined) {
      const meant = nearest(name.trim(), CSV_COLUMNS);
      const advice = meant === null ? `one of ${CSV_COLUMNS.join(", ")}` : `did you mean ${meant}?`;
      throw usageFailure(`nothing is called ${quoted(name.trim())}`, FLAG, advice);
    }
    if (columns[column] !== undefined) {
      throw usageFailure(`${column} is given twice`, FLAG, "keep one of them");
    }
    columns[column] = header;
  }
  if (columns.input === undefined || columns.output === undefined) {
    throw usageFailure("input and output are the least to name", FLAG, EXAMPLE);
  }
  return columns;
}

/** Longer rows are no rows: a quote was left open. */
const MOST_CHARACTERS_A_ROW = 1_000_000;

/** @throws Failure (usage) for a file without these columns, quotes that do not close, and figures that cannot be */
export async function readCsv(
  { name, chunks }: StreamedInput,
  columns: CsvColumns,
  counter: ReturnType<typeof usageCounter>,
): Promise<void> {
  const { head, texts } = await headOf(textsOf(chunks, name));
  const firstRow = head.split(/[\r\n]/).find((line) => line.trim() !== "") ?? "";
  const delimiter = delimiterOf(firstRow, columns);
  // Loads more than any other format needs.
  const { CsvError, parse } = await import("csv-parse");
  let readRow: ReturnType<typeof csvRowReader> | null = null;
  const parser = parse({
    delimiter,
    max_record_size: MOST_CHARACTERS_A_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
    // Nothing is kept of a row once it has been counted.
    on_record: (row: string[], { lines }) => {
      if (readRow === null) {
        readRow = csvRowReader(placesOf(row, columns, `${name}:${lines}`), delimiter);
      } else {
        for (const record of readRow(row, `line ${lines}`)) counter.add(record, name);
      }
      return null;
    },
  });
  const ended = once(parser, "end");
  ended.catch(() => undefined); // said below
  parser.resume();
  try {
    for await (const text of texts) {
      if (!parser.write(text)) await Promise.race([once(parser, "drain"), ended]);
    }
    parser.end();
    await ended;
  } catch (error) {
    throw error instanceof CsvError ? rowFailure(error, name) : error;
  }
  if (readRow === null) throw usageFailure("is empty", name, EXAMPLE);
}

/** The first line, and the whole text again. */
async function headOf(texts: AsyncGenerator<string>) {
  let head = "";
  while (!/[\r\n]/.test(head.trimStart()) && head.length < MOST_CHARACTERS_A_ROW) {
    const next = await texts.next();
    if (next.done === true) break;
    head += next.value;
  }
  async function* whole() {
    yield head;
    yield* texts;
  }
  return { head, texts: whole() };
}

/** Decoded as it comes: UTF-8, or UTF-16 that says so. */
async function* textsOf(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? "";
  } catch (error) {
    if (error instanceof TypeError) throw usageFailure(NOT_TEXT, name, AS_TEXT);
    throw error;
  }
}

/** The one by which most of the named columns are there. */
function delimiterOf(firstRow: string, columns: CsvColumns): Delimiter {
  const headers = Object.values(columns);
  const found = (delimiter: Delimiter) => {
    const cells = firstRow.split(delimiter).map((cell) => cell.trim().replaceAll('"', ""));
    return headers.filter((header) => cells.includes(header)).length * 1000 + cells.length;
  };
  return DELIMITERS.reduce((best, each) => (found(each) > found(best) ? each : best));
}

function placesOf(
  header: readonly string[],
  columns: CsvColumns,
  where: string,
): Partial<Record<CsvColumn, number>> {
  const names = header.map((cell) => cell.trim());
  if (names.some((cell) => /^[-+]?\d/.test(cell))) {
    throw usageFailure("the first row names no columns", where, "write a row of names above it");
  }
  const places: Partial<Record<CsvColumn, number>> = {};
  for (const column of CSV_COLUMNS) {
    const wanted = columns[column];
    if (wanted === undefined) continue;
    const place = names.indexOf(wanted);
    if (place === -1) throw noColumn(column, wanted, names, where);
    if (names.lastIndexOf(wanted) !== place) {
      throw usageFailure(`two columns are called ${quoted(wanted)}`, where, "rename one of them");
    }
    places[column] = place;
  }
  return places;
}

function noColumn(
  column: CsvColumn,
  wanted: string,
  names: readonly string[],
  where: string,
): Failure {
  const meant = nearest(wanted, names);
  const advice =
    meant === null
      ? `its columns are ${names.slice(0, 12).map(quoted).join(", ")}${names.length > 12 ? ", …" : ""}`
      : `did you mean ${column}=${meant}?`;
  return usageFailure(`there is no column ${quoted(wanted)}`, where, advice);
}

/** What the parser says of a row would quote it. */
function rowFailure({ code, lines }: { code: string; lines?: unknown }, name: string): Failure {
  const where = typeof lines === "number" ? `${name}:${lines}` : name;
  return code.includes("QUOTE") || code === "CSV_MAX_RECORD_SIZE"
    ? usageFailure("a quote is open or stands inside a cell", where, 'double a quote in a cell: ""')
    : usageFailure("is no CSV", where, EXAMPLE);
}
