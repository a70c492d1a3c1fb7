/** Failures a user can mend: each says what is wrong, where, and what to do about it. */
import { shortened } from "./texts.ts";

/** `usage`: flags or input are wrong. `catalog`: a catalog, lock or evidence file is missing or invalid. */
export type FailureKind = "usage" | "catalog";

export interface FailureDetails {
  kind: FailureKind;
  /** One line, naming the thing. */
  message: string;
  /** `--flag`, `file:line:column`, `stdin:line:column` or a path inside the document. */
  where?: string;
  /** What to do: the nearest valid name, the accepted range, the next command. */
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

  constructor(details: FailureDetails) {
    super(shortened(details.message, LONGEST));
    this.name = "Failure";
    this.kind = details.kind;
    const { where } = details;
    // The end tells line and column.
    this.where =
      where === undefined || where.length <= LONGEST_PLACE
        ? where
        : `…${where.slice(-LONGEST_PLACE)}`;
    this.advice = details.advice === undefined ? undefined : shortened(details.advice, LONGEST);
  }

  /** The whole failure in one line, ready for stderr. */
  get line(): string {
    const place = this.where === undefined ? "" : `${this.where}: `;
    const next = this.advice === undefined ? "" : ` (${this.advice})`;
    return `${place}${this.message}${next}`;
  }
}

export function usageFailure(message: string, where?: string, advice?: string): Failure {
  return failure("usage", message, where, advice);
}

export function catalogFailure(message: string, where?: string, advice?: string): Failure {
  return failure("catalog", message, where, advice);
}

function failure(kind: FailureKind, message: string, where?: string, advice?: string): Failure {
  return new Failure({
    kind,
    message,
    ...(where === undefined ? {} : { where }),
    ...(advice === undefined ? {} : { advice }),
  });
}
