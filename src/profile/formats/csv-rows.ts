/** Rows of a CSV file whose columns the user named: a request each or, where they count requests, many. */
import { keyEnding, type ProfileRecord, shownName, skipped, tierOf } from "../record.ts";
import { UsageProblem } from "../usage.ts";
import type { CsvColumn } from "../names.ts";

/** The characters that divide cells. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * A reader of rows.
 * @param at the place of each named column in a row
 * @returns the records of a row; a row that cannot be read is skipped, with its first fault
 */
export function csvRowReader(at: Partial<Record<CsvColumn, number>>, delimiter: Delimiter) {
  const cell = (row: readonly string[], column: CsvColumn): string => {
    const place = at[column];
    return place === undefined ? "" : (row[place] ?? "").trim();
  };
  /** @throws UnreadableCell, and UsageProblem for a negative one */
  const figure = (row: readonly string[], column: CsvColumn, where: string): number | null => {
    const text = cell(row, column);
    return text === "" ? null : wholeNumber(text, delimiter, `${where}, ${column}`);
  };
  const records = (row: readonly string[], where: string): ProfileRecord[] => {
    const input = figure(row, "input", where);
    const output = figure(row, "output", where);
    if (input === null || output === null) return [skipped("without-usage")];
    const stated = figure(row, "requests", where);
    const span = timeOf(cell(row, "time"), `${where}, time`);
    const isBucket = at.requests !== undefined || span?.isDay === true;
    const time = span === null ? null : { start: span.start, end: span.end };
    return [
      ...(time !== null && time.end > time.start
        ? [{ kind: "bucket", of: "usage", time } as const]
        : []),
      {
        kind: "usage",
        project: shownName(cell(row, "project")),
        apiKey: cell(row, "key") === "" ? null : keyEnding(cell(row, "key")),
        tag: shownName(cell(row, "tag")),
        model: shownName(cell(row, "model")),
        tier: tierOf(cell(row, "tier").toLowerCase()),
        requests: stated ?? 1,
        textInput: input,
        cachedInput: figure(row, "cached", where) ?? 0,
        cacheWriteInput: 0,
        imageInput: 0,
        cachedImageInput: 0,
        audioInput: 0,
        output,
        reasoning: null,
        time,
        ...(isBucket ? { isPartOfBucket: true } : {}),
        id: cell(row, "id") === "" ? null : cell(row, "id"),
        firstTokenSeconds: null,
        answerSeconds: null,
      },
    ];
  };
  return (row: readonly string[], where: string): ProfileRecord[] => {
    try {
      return records(row, where);
    } catch (error) {
      if (!(error instanceof UnreadableCell)) throw error;
      return [skipped("unreadable", error.message)];
    }
  };
}

class UnreadableCell extends Error {}

/** A count, as it is grouped where the comma is the decimal mark, and elsewhere; tables with gaps write it as 812.0. */
const COUNTS = {
  semicolon: /^(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:[.,]0{1,2})?$/,
  other: /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.0{1,2})?$/,
};
/** Between three digits and the next in any country. */
const SPACES = /(?<=\d)[ _'’\u00A0\u202F](?=\d{3}(?!\d))/gu;

/** Cells divided by semicolons are written where 1.234 is more than a thousand. @throws UnreadableCell, UsageProblem */
function wholeNumber(text: string, delimiter: Delimiter, where: string): number {
  const written = COUNTS[delimiter === ";" ? "semicolon" : "other"];
  const [, sign = "", digits = ""] = written.exec(text.replaceAll(SPACES, "")) ?? [];
  const value = digits === "" ? Number.NaN : Number(digits.replaceAll(/[.,]/g, ""));
  if (!Number.isSafeInteger(value)) throw new UnreadableCell(`${where}: no whole number`);
  if (sign !== "" && value > 0) throw new UsageProblem(`${where} has a negative count: -${value}`);
  return value;
}

const SECONDS_A_DAY = 86_400;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;
const SECONDS = /^\d{9,10}(?:\.\d+)?$/;
const MILLISECONDS = /^\d{12,13}$/;

/** Seconds since 1970; a day alone lasts until the next. Without a zone it is UTC. Null where nothing is written. */
function timeOf(
  text: string,
  where: string,
): { start: number; end: number; isDay: boolean } | null {
  if (text === "") return null;
  if (SECONDS.test(text)) return momentAt(Number(text));
  if (MILLISECONDS.test(text)) return momentAt(Number(text) / 1000);
  if (DAY.test(text)) {
    const start = Date.parse(`${text}T00:00:00Z`) / 1000;
    if (Number.isFinite(start)) return { start, end: start + SECONDS_A_DAY, isDay: true };
  }
  const [, day, clock, zone = "Z"] = MOMENT.exec(text) ?? [];
  const seconds = Date.parse(`${day}T${clock}${zone.toUpperCase().replace("UTC", "Z")}`) / 1000;
  if (Number.isFinite(seconds)) return momentAt(seconds);
  throw new UnreadableCell(`${where}: no time, such as 2026-11-17T10:22:03Z`);
}

function momentAt(seconds: number) {
  return { start: seconds, end: seconds, isDay: false };
}
