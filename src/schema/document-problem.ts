/** What every reader of written text shares: its result, its limits and its objections. */
import { shortened } from "./texts.ts";

export const DEEPEST_NESTING = 64;
/** Some ten thousand fields: more would keep the YAML parser busy for seconds. */
const MOST_YAML_CHARACTERS = 500_000;
/** A key that JavaScript gives a meaning of its own; no schema has it. */
export const REFUSED_KEY = "__proto__";

/** A value, and where in the text each of its parts starts. */
export interface ReadDocument {
  value: unknown;
  /** The character at which the value at this path, or its key, starts; else its nearest ancestor. */
  offsetOf: (path: readonly PropertyKey[], key: boolean) => number;
}

/** A text that is no document; `parseDocument` turns it into a failure with line and column. */
export class DocumentProblem extends Error {
  readonly offset: number;
  readonly advice: string;

  constructor(message: string, offset: number, advice: string) {
    super(message);
    this.offset = offset;
    this.advice = advice;
  }
}

export function duplicateKey(key: string, offset: number): DocumentProblem {
  return new DocumentProblem(`'${shortened(key)}' is given twice`, offset, "keep one of them");
}

export function refusedKey(offset: number): DocumentProblem {
  return new DocumentProblem(`'${REFUSED_KEY}' is no field`, offset, "remove it");
}

export function tooDeep(offset: number): DocumentProblem {
  return new DocumentProblem(
    "the document is nested too deeply",
    offset,
    `at most ${DEEPEST_NESTING} levels are read`,
  );
}

/** Brackets open at once and indentation of one line: beyond these the parser's own recursion fails. */
const MOST_OPEN_BRACKETS = 500;
const FAR_INDENTED = /^[ \t?:-]{400}/m;

/** @throws DocumentProblem for YAML that the parser would not come to the end of */
export function refuseUnparsable(text: string): void {
  const indented = FAR_INDENTED.exec(text);
  if (indented !== null) throw tooDeep(indented.index);
  let open = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === "[" || character === "{") open += 1;
    if ((character === "]" || character === "}") && open > 0) open -= 1;
    if (open > MOST_OPEN_BRACKETS) throw tooDeep(offset);
  }
  if (text.length > MOST_YAML_CHARACTERS) {
    const advice = `YAML of at most ${MOST_YAML_CHARACTERS} characters is read; JSON may be longer`;
    throw new DocumentProblem(`YAML of ${text.length} characters is too long`, 0, advice);
  }
}
