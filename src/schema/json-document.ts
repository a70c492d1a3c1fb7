/** JSON text, comments allowed, to a value and the offset of each of its parts. */
import {
  DEEPEST_NESTING,
  DocumentProblem,
  REFUSED_KEY,
  duplicateKey,
  refusedKey,
  tooDeep,
  type ReadDocument,
} from "./document-problem.ts";

/** Strings and comments by how they begin. Each alternative takes all it has looked at, so that no text is looked at twice. */
const COMMENT_TOKEN = /"|\/\/[^\r\n]*|\/\*|[,}\]]|[^\s",}\]/]+|\//g;
const TOKEN = /"|[{}[\],:]|[^\s{}[\],:"]+/g;

interface Token {
  token: string;
  index: number;
}

/** A string or a comment that is never closed runs to the end. */
function* tokensOf(text: string, pattern: RegExp): Generator<Token> {
  const beginning = new RegExp(pattern);
  for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
    const { 0: begun, index } = found;
    // By hand: an expression keeps a way back for each character, and has no room for those of a large string.
    if (begun === '"') beginning.lastIndex = endOfString(text, index);
    else if (begun === "/*") beginning.lastIndex = endOf("*/", text, index + begun.length);
    yield { token: text.slice(index, beginning.lastIndex), index };
  }
}

function endOfString(text: string, start: number): number {
  let end = endOf('"', text, start + 1);
  while (end < text.length && isEscaped(text, end - 1)) end = endOf('"', text, end);
  return end;
}

function endOf(mark: string, text: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

function isEscaped(text: string, quote: number): boolean {
  let before = quote;
  while (text[before - 1] === "\\") before -= 1;
  return (quote - before) % 2 === 1;
}

/** The same text with blanks for its comments and commas too many, so that every offset stays what it is. */
export function withoutComments(text: string): string {
  const parts: string[] = [];
  let end = 0;
  /** Place in `parts` of a comma that nothing but blanks and comments has followed. */
  let comma: number | null = null;
  for (const { token, index } of tokensOf(text, COMMENT_TOKEN)) {
    parts.push(text.slice(end, index));
    end = index + token.length;
    if (/^\/[/*]/.test(token)) {
      parts.push(token.replaceAll(/[^\r\n]+/g, (run) => " ".repeat(run.length)));
      continue;
    }
    if ((token === "}" || token === "]") && comma !== null) parts[comma] = " ";
    comma = token === "," ? parts.length : null;
    parts.push(token);
  }
  return parts.join("") + text.slice(end);
}

/** A part of the text: where its key and its value start, and its parts. */
interface Place {
  keyOffset: number;
  valueOffset: number;
  parts: Map<string, Place>;
  isArray: boolean;
}

/**
 * @throws SyntaxError when it is not JSON
 * @throws DocumentProblem for a duplicate key or nesting without end, which JSON itself allows
 */
export function readJson(text: string): ReadDocument {
  const value: unknown = JSON.parse(text);
  // A place for each value takes ten times what the value does: worked out where one is asked for.
  let root = isSound(value, text) ? undefined : placesOf(text);
  return {
    value,
    offsetOf: (path, key) => {
      let place = (root ??= placesOf(text));
      for (const step of path) {
        const part = place.parts.get(String(step));
        if (part === undefined) return place.valueOffset;
        place = part;
      }
      return key ? place.keyOffset : place.valueOffset;
    },
  };
}

/**
 * Whether the text surely holds none of what JSON allows and no document may: as many keys are in the value as in the
 * text, so that none was given twice. False only says that the places have to be looked at.
 */
function isSound(value: unknown, text: string): boolean {
  return keysWithin(value, 0) === keysWritten(text);
}

/** As most write them, `"key":`; a quotation inside a string may look like one. */
function keysWritten(text: string): number {
  let count = 0;
  for (let end = text.indexOf(KEY_END); end !== -1; end = text.indexOf(KEY_END, end + 1)) {
    count += 1;
  }
  return count;
}

const KEY_END = '":';

/** Null for nesting without end or a key that is refused. */
function keysWithin(value: unknown, depth: number): number | null {
  if (typeof value !== "object" || value === null) return 0;
  if (depth === DEEPEST_NESTING) return null;
  let count = 0;
  for (const key of Object.keys(value)) {
    const within = keysWithin((value as Record<string, unknown>)[key], depth + 1);
    if (within === null || key === REFUSED_KEY) return null;
    count += within + (Array.isArray(value) ? 0 : 1);
  }
  return count;
}

/** Walks the tokens of a text already known to be JSON. */
function placesOf(text: string): Place {
  const root = newPlace(0);
  const open: Place[] = [];
  let next = root;
  let keyWanted = false;
  for (const { token, index } of tokensOf(text, TOKEN)) {
    const inside = open.at(-1);
    if (token === "}" || token === "]") {
      open.pop();
      keyWanted = false;
    } else if (token === ",") {
      keyWanted = inside?.isArray === false;
    } else if (keyWanted && inside !== undefined) {
      next = addKey(inside, JSON.parse(token) as string, index);
      keyWanted = false;
    } else if (token !== ":") {
      if (inside?.isArray === true) next = addItem(inside, index);
      next.valueOffset = index;
      if (token === "{" || token === "[") {
        next.isArray = token === "[";
        keyWanted = token === "{";
        open.push(next);
        if (open.length > DEEPEST_NESTING) throw tooDeep(index);
      }
    }
  }
  return root;
}

function addKey(inside: Place, key: string, offset: number): Place {
  if (key === REFUSED_KEY) throw refusedKey(offset);
  if (inside.parts.has(key)) throw duplicateKey(key, offset);
  const place = newPlace(offset);
  inside.parts.set(key, place);
  return place;
}

function addItem(inside: Place, offset: number): Place {
  const place = newPlace(offset);
  inside.parts.set(String(inside.parts.size), place);
  return place;
}

function newPlace(offset: number): Place {
  return { keyOffset: offset, valueOffset: offset, parts: new Map(), isArray: false };
}

/** Where the text stops being JSON: Node 20 names the character for some mistakes only. */
export function jsonProblem(text: string, error: SyntaxError): DocumentProblem {
  const position = /position (\d+)/.exec(error.message)?.[1];
  const offset = position === undefined ? firstUnreadable(text) : Number(position);
  return new DocumentProblem("not valid JSON", offset, error.message);
}

function firstUnreadable(text: string): number {
  const isReadable = /^(?:[{}[\],:]|".*|true|false|null|-?\d[\d.eE+-]*)$/s;
  for (const { token, index } of tokensOf(text, TOKEN)) if (!isReadable.test(token)) return index;
  return text.length;
}
