/** Text that somebody wrote (YAML or JSON) to a value whose every part knows its line and column. */
import { DocumentProblem, type ReadDocument } from "./document-problem.ts";
import { Failure, type FailureKind } from "./failure.ts";
import { binaryProblem, foreignText, mergeConflict } from "./foreign-text.ts";
import { jsonProblem, readJson, withoutComments } from "./json-document.ts";

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
  /**
   * The number at this path as it was written, `10.000`; null where none is. Absent where nothing was written, or no
   * number with three decimals: any other says no more as written than as a number.
   */
  numberText?: (path: readonly PropertyKey[]) => string | null;
}

export interface DocumentOptions {
  /** Line number of the text's first line, for a record inside a longer stream. */
  firstLine?: number;
  /** Refuse YAML and comments, as {@link parseJson} does. A name ending in `.json` refuses YAML alone. */
  json?: boolean;
  /** Characters read at most; what a document has unless told. YAML is never longer than its own limit. */
  most?: number;
}

/**
 * Reads one YAML or JSON document. Duplicate keys, several documents, aliases without end, binary
 * bytes, nesting beyond 64 levels and texts beyond five million characters (unless told otherwise) are refused.
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
  if (options.json === true) return parseJson(text, name, kind, options);
  const { body, place } = opened(text, name, options);
  try {
    refuseUnreadable(body, options.most ?? MOST_CHARACTERS);
    return parsed(body, await readDocument(body, syntaxOf(name)), place);
  } catch (error) {
    throw placed(error, kind, place);
  }
}

/** JSON and nothing else, at once: a record of a longer stream. @throws Failure as `parseDocument` */
export function parseJson(
  text: string,
  name: string,
  kind: FailureKind,
  options: Omit<DocumentOptions, "json"> = {},
): ParsedDocument {
  const { body, place } = opened(text, name, options);
  try {
    refuseUnreadable(body, options.most ?? MOST_CHARACTERS);
    return parsed(body, readOwn(body, readStrictJson(body)), place);
  } catch (error) {
    throw placed(error, kind, place);
  }
}

type Placer = (offset: number) => string;

function opened(text: string, name: string, { firstLine = 1 }: DocumentOptions) {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  return { body, place: placer(body, name, firstLine) };
}

/** Value and places apart from each other: whoever keeps the places does not keep the value. */
function parsed(body: string, { value, offsetOf }: ReadDocument, place: Placer): ParsedDocument {
  const where: ParsedDocument["where"] = (path, { key = false } = {}) => place(offsetOf(path, key));
  if (!THREE_DECIMALS.test(body)) return { value, where };
  const numberText = (path: readonly PropertyKey[]) => {
    WRITTEN_NUMBER.lastIndex = offsetOf(path, false);
    return WRITTEN_NUMBER.exec(body)?.[0] ?? null;
  };
  return { value, where, numberText };
}

function placed(error: unknown, kind: FailureKind, place: Placer): unknown {
  if (!(error instanceof DocumentProblem)) return error;
  const { message, offset, advice } = error;
  return new Failure({ kind, message, where: place(offset), advice });
}

function refuseUnreadable(text: string, most: number): void {
  if (text.length > most) {
    throw new DocumentProblem(
      `text of ${text.length} characters is too long`,
      0,
      `at most ${most} are read`,
    );
  }
  const binary = BINARY.exec(text);
  if (binary !== null) throw binaryProblem(text, binary.index);
  if (text.trim() === "") {
    throw new DocumentProblem("the document is empty", 0, "write at least one field");
  }
  const conflict = mergeConflict(text);
  if (conflict !== null) throw conflict;
}

/** `commented`: JSON in which people leave comments. `any`: that, or YAML. */
type Syntax = "commented" | "any";

function syntaxOf(name: string): Syntax {
  return /\.json[c5]?$/i.test(name) ? "commented" : "any";
}

async function readDocument(text: string, syntax: Syntax): Promise<ReadDocument> {
  try {
    const read = await readAs(text, syntax);
    if (read.value === null && syntax === "any") {
      throw new DocumentProblem("the document is empty but for comments", 0, "write a field");
    }
    return readOwn(text, read);
  } catch (error) {
    if (!(error instanceof DocumentProblem)) throw error;
    throw foreignText(text) ?? error;
  }
}

/** @throws DocumentProblem for what is a text of another kind as a whole */
function readOwn(text: string, read: ReadDocument): ReadDocument {
  const foreign = typeof read.value === "string" ? foreignText(text) : null;
  if (foreign !== null) throw foreign;
  return read;
}

function readStrictJson(text: string): ReadDocument {
  try {
    return readJson(text);
  } catch (error) {
    throw error instanceof SyntaxError ? jsonProblem(text, error) : error;
  }
}

/** JSON first: it needs no YAML parser, which costs as much start-up time as the whole program. */
async function readAs(text: string, syntax: Syntax): Promise<ReadDocument> {
  const isLikeJson = /^\s*(?:[{[]|\/[/*])/.test(text);
  if (syntax !== "any" || isLikeJson) {
    try {
      return readJson(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const read = readCommentedJson(text);
      if (read !== null) return read;
      if (syntax === "commented") throw jsonProblem(text, error);
    }
  }
  const { readYaml } = await import("./yaml-document.ts");
  return readYaml(text, isLikeJson ? "neither JSON nor YAML" : undefined);
}

function readCommentedJson(text: string): ReadDocument | null {
  const bare = withoutComments(text);
  if (bare === text) return null;
  try {
    return readJson(bare);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const THREE_DECIMALS = /\d\.\d{3}/;
const WRITTEN_NUMBER = /[-+]?\d[\d.eE+-]*/y;
const LINE_BREAK = /\r\n|\r|\n/g;

function placer(text: string, name: string, firstLine: number): Placer {
  /** Where lines start; found when the first place is asked for, since few documents are asked. */
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [
      0,
      ...Array.from(text.matchAll(LINE_BREAK), (found) => found.index + found[0].length),
    ];
    const line = lastAtMost(starts, offset);
    return `${name}:${line + firstLine}:${offset - (starts[line] ?? 0) + 1}`;
  };
}

/** Place of the last number that is no larger, in a rising list that begins with 0. */
function lastAtMost(rising: readonly number[], most: number): number {
  let [low, high] = [0, rising.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? Infinity) <= most) low = middle;
    else high = middle;
  }
  return low;
}
