/** Texts that are no YAML or JSON document, told by what they are: conflicts of a merge, CSV, settings, records. */
import { DocumentProblem } from "./document-problem.ts";

const CONFLICT = /^<{7}(?: |$)/m;
/** Every other byte is zero: UTF-16 read as UTF-8. */
const WIDE = /^(?:[^\0]\0){4}|^(?:\0[^\0]){4}/;
const SETTING = /^\s*(?:export\s+)?[\w.-]+\s*=/;
const LINES_LOOKED_AT = 20;

/** Looked for before anything is read: half of such a text may well be a document. */
export function mergeConflict(text: string): DocumentProblem | null {
  if (!text.includes("<<<<<<<")) return null;
  const found = CONFLICT.exec(text);
  if (found === null) return null;
  const message = "an unresolved merge conflict (<<<<<<<)";
  return new DocumentProblem(message, found.index, "keep one of the two sides");
}

/** What a text that holds binary data is. */
export function binaryProblem(text: string, offset: number): DocumentProblem {
  return WIDE.test(text)
    ? new DocumentProblem("UTF-16 text without a byte order mark", 0, "save it as UTF-8")
    : new DocumentProblem(
        "binary data where YAML or JSON text was expected",
        offset,
        "give a text file",
      );
}

/** What a text is that reads as no fields, or as nothing at all; null where nobody can tell. */
export function foreignText(text: string): DocumentProblem | null {
  const lines = text
    .slice(0, MOST_LOOKED_AT)
    .split(/\r\n|\r|\n/, LINES_LOOKED_AT)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const [first = "", second] = lines;
  const problem = (message: string, advice: string) =>
    new DocumentProblem(message, text.length - text.trimStart().length, advice);
  if (lines.length > 1 && lines.every(isRecord)) {
    return problem("several JSON documents, one a line", "pick-model batch answers them");
  }
  if (/^<[!?a-z]/i.test(first)) {
    return problem("markup, no YAML or JSON", "give a YAML or JSON file");
  }
  if (SETTING.test(first) || /^\[[\w.-]+\]$/.test(first)) {
    return problem("settings as key = value, no YAML or JSON", "write key: value");
  }
  const commas = countOf(first, ",");
  if (
    second !== undefined &&
    commas > 0 &&
    !/[:{}[\]]/.test(first) &&
    countOf(second, ",") >= commas
  ) {
    return problem(
      "this looks like CSV, not YAML or JSON",
      "write one field a line, as key: value",
    );
  }
  return null;
}

const MOST_LOOKED_AT = 4000;

function isRecord(line: string): boolean {
  return line.startsWith("{") && line.endsWith("}");
}

function countOf(line: string, character: string): number {
  return line.split(character).length - 1;
}
