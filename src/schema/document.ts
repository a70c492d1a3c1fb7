/** Text that somebody wrote (YAML or JSON) to a value whose every part knows its line and column. */
import { DocumentProblem, type ReadDocument } from "./document-problem.ts";
import { Failure, type FailureKind } from "./failure.ts";
import { jsonProblem, readJson } from "./json-document.ts";

/** Far above any document of this program; below what a parser needs seconds for. */
const MOST_CHARACTERS = 5_000_000;
/** Control characters that no text holds: everything below space but tab, line feed and carriage return. */
// oxlint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;
const BYTE_ORDER_MARK = "\uFEFF";

export interface ParsedDocument {
  value: unknown;
  /**
   * `file:line:column` of the value at this path, or of its key. A path that is not there (a missing
   * key) leads to its nearest ancestor.
   */
  where: (path: readonly PropertyKey[], options?: { key?: boolean }) => string;
}

export interface DocumentOptions {
  /** Line number of the text's first line, for a record inside a longer stream. */
  firstLine?: number;
  /** Refuse YAML, as for NDJSON records. A name ending in `.json` does the same. */
  json?: boolean;
}

/**
 * Reads one YAML or JSON document. Duplicate keys, several documents, aliases without end, binary
 * bytes, nesting beyond 64 levels and texts beyond five million characters are refused.
 *
 * @param name what the place is called in errors: a file's path as the user typed it, or `stdin`
 * @throws Failure of the given kind, naming line and column
 */
export async function parseDocument(
  text: string,
  name: string,
  kind: FailureKind,
  options: DocumentOptions = {},
): Promise<ParsedDocument> {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const place = placer(body, name, options.firstLine ?? 1);
  try {
    refuseUnreadable(body);
    const read = await readDocument(body, options.json === true || /\.json$/i.test(name));
    return {
      value: read.value,
      where: (path, { key = false } = {}) => place(read.offsetOf(path, key)),
    };
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    throw new Failure({
      kind,
      message: error.message,
      where: place(error.offset),
      advice: error.advice,
    });
  }
}

function refuseUnreadable(text: string): void {
  if (text.length > MOST_CHARACTERS) {
    throw new DocumentProblem(
      `text of ${text.length} characters is too long`,
      0,
      `at most ${MOST_CHARACTERS} are read`,
    );
  }
  const binary = BINARY.exec(text);
  if (binary !== null) {
    throw new DocumentProblem(
      "binary data where YAML or JSON text was expected",
      binary.index,
      "give a text file",
    );
  }
  if (text.trim() === "") {
    throw new DocumentProblem("the document is empty", 0, "write at least one field");
  }
}

/** JSON first: it needs no YAML parser, which costs as much start-up time as the whole program. */
async function readDocument(text: string, jsonOnly: boolean): Promise<ReadDocument> {
  const opening = text.trimStart()[0];
  if (jsonOnly || opening === "{" || opening === "[") {
    try {
      return readJson(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      if (jsonOnly) throw jsonProblem(text, error);
    }
  }
  const { readYaml } = await import("./yaml-document.ts");
  return readYaml(text);
}

function placer(text: string, name: string, firstLine: number): (offset: number) => string {
  return (offset) => {
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    const column = (before.at(-1) ?? "").length + 1;
    return `${name}:${before.length - 1 + firstLine}:${column}`;
  };
}
