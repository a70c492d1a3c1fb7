/** Failures a user can fix: each says what is wrong, where, and what to do about it. */
import { shortened, unseen } from "./texts.ts";

const LONGEST_QUOTED = 60;

/** The text in single quotes, shortened beyond 60 characters, with unprintable characters as `\u{…}`. */
export function quoted(text: string): string {
  const characters = Array.from(text);
  const shown =
    characters.length <= LONGEST_QUOTED ? text : `${characters.slice(0, LONGEST_QUOTED).join("")}…`;
  return `'${shown.replace(unseen(), escaped)}'`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** `usage`: flags or input are wrong. `catalog`: a catalog, lock or evidence file is missing or invalid. */
export type FailureKind = "usage" | "catalog";

export interface FailureDetails {
  kind: FailureKind;
  /** One line, naming the thing. */
  message: string;
  /** `--flag`, `file:line:column`, `stdin:line:column` or a path inside the document. */
  where?: string;
  /** What to do: the accepted range, the next command; or what to write in place of what is there. */
  advice?: string | Correction;
}

/** A part of what was typed, and what would be taken in its place. */
export interface Correction {
  /** Empty where nothing was typed. */
  typed: string;
  /** Empty where the word is one too many. */
  meant: string;
  /** Words missing at the end of the line. */
  add?: readonly string[];
  /** The option it is a value of, where that was another one or none. */
  flag?: string;
  /** A second reading, about as likely. */
  or?: Correction;
  /** What is taken there, in words: "one of low, high". */
  taken?: string;
  /** The correction itself in words, where it is more than that one was probably meant. */
  advice?: string;
}

/** A message is read by people: what a parser or a stranger's file puts into one is cut here. */
const LONGEST = 2000;
const LONGEST_PLACE = 400;

/** A mistake in what the program was given; never a fault of the program itself. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly where: string | undefined;
  readonly advice: string | undefined;
  readonly correction: Correction | undefined;

  constructor(details: FailureDetails) {
    super(shortened(details.message, LONGEST));
    this.name = "Failure";
    this.kind = details.kind;
    const { where, advice } = details;
    // The end tells line and column.
    this.where =
      where === undefined || where.length <= LONGEST_PLACE
        ? where
        : `…${where.slice(-LONGEST_PLACE)}`;
    this.correction = typeof advice === "object" ? advice : undefined;
    this.advice = advice === undefined ? undefined : shortened(adviceText(advice), LONGEST);
  }

  /** The whole failure in one line, ready for stderr. */
  get line(): string {
    const place = this.where === undefined ? "" : `${this.where}: `;
    const next = this.advice === undefined ? "" : ` (${this.advice})`;
    return `${place}${this.message}${next}`;
  }
}

/** In words. */
export function adviceText(advice: string | Correction): string {
  if (typeof advice === "string") return advice;
  return advice.taken ?? advice.advice ?? `did you mean '${advice.meant}'?`;
}

type Advice = FailureDetails["advice"];

export function usageFailure(message: string, where?: string, advice?: Advice): Failure {
  return failure("usage", message, where, advice);
}

export function catalogFailure(message: string, where?: string, advice?: Advice): Failure {
  return failure("catalog", message, where, advice);
}

function failure(kind: FailureKind, message: string, where?: string, advice?: Advice): Failure {
  return new Failure({
    kind,
    message,
    ...(where === undefined ? {} : { where }),
    ...(advice === undefined ? {} : { advice }),
  });
}
