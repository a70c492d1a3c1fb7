/** Exit codes: part of the interface, decided here and nowhere else. */
import { Failure, type FailureKind } from "../schema/failure.ts";

export const EXIT = {
  answered: 0,
  /** Answered, and the answer is no. */
  no: 1,
  usage: 2,
  catalog: 3,
  /** Ended by Ctrl-C, as a shell counts it: 128 and the number of SIGINT. */
  interrupted: 130,
  /** Our own bug (EX_SOFTWARE of sysexits.h). */
  bug: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_KIND = { usage: EXIT.usage, catalog: EXIT.catalog } satisfies Record<
  FailureKind,
  ExitCode
>;

export function exitCodeOf(error: unknown): ExitCode {
  return error instanceof Failure ? BY_KIND[error.kind] : EXIT.bug;
}
