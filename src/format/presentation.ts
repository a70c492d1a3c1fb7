/** Presentations, one answer ready for every output format; and the type of an output format. */
import type { Document } from "./document.ts";

export interface Grid {
  columns: readonly string[];
  /** Figures unrounded; null is an empty cell. */
  rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** Built lazily: a format takes what it needs. */
export interface Presentation {
  /** The public JSON value, figures unrounded; YAML prints the same. */
  data: () => unknown;
  /** For people: terminal tables and Markdown. */
  document: () => Document;
  /** For spreadsheets. */
  grid: () => Grid;
  /** One plain sentence of at most 200 characters. */
  summary: () => string;
  /** What `--quiet` prints: ids alone, one a line; empty when the answer is nobody. */
  quiet: () => readonly string[];
  /** The whole answer as an architectural decision record, where it decides something. */
  record?: () => Promise<string>;
  /** The whole answer as one self-contained HTML page, where there is one. */
  page?: () => Promise<string>;
  /** Remarks for a continuous integration service to show beside the files they are about, where there are any. */
  annotations?: () => readonly Annotation[];
  /** What was tested, one by one, where the answer is a test. */
  testCases?: () => readonly TestCase[];
  /** The days of the answer, where it has any. */
  calendar?: () => readonly CalendarEvent[];
}

export interface TestCase {
  name: string;
  /** Path in the repository. */
  file?: string;
  /** Why it fails, one reason each; none when it passes. */
  failures: readonly string[];
  /** Why it could not be tested. */
  error?: string;
  /** What was only said. */
  remarks: readonly string[];
}

/** Something on one whole day. */
export interface CalendarEvent {
  /** The same for the same event of a later answer, so that a calendar updates it. */
  id: string;
  /** `YYYY-MM-DD`. */
  date: string;
  title: string;
  description: string;
}

export interface Annotation {
  level: "error" | "warning" | "notice";
  title: string;
  message: string;
  /** Path in the repository. */
  file?: string;
}

// What an output format is.

/** What may stand between two fields of CSV: spreadsheets of half of Europe expect a semicolon. */
export const CSV_DELIMITERS = { comma: ",", semicolon: ";", tab: "\t" } as const;
export type CsvDelimiter = keyof typeof CSV_DELIMITERS;

export interface Style {
  /** Width of the terminal, or what is assumed where there is none. */
  columns: number;
  colour: boolean;
  /** Height of the terminal; absent where nobody looks, or nobody knows. */
  rows?: number;
  /** Whether a text can be a link; absent: it cannot. */
  links?: boolean;
  /** Between the fields of CSV; absent: a comma. */
  csvDelimiter?: CsvDelimiter;
}

/** The whole text, ending with one newline; null when an answer has no such form. */
export type Render = (
  presentation: Presentation,
  style: Style,
) => string | null | Promise<string | null>;

export interface Format {
  /** For the help text. */
  about: string;
  /** Read on demand: a start pays for the format it prints, not for the others. */
  load: () => Promise<{ render: Render }>;
}
