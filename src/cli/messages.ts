/** What is said on stderr: one line each, under the program's name. */
import { Failure } from "../schema/failure.ts";
import type { Io } from "./io.ts";

/** Line breaks and terminal control sequences that a file name or a parser may bring along. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

export function note(io: Io, text: string): void {
  say(io, `note: ${text}`);
}

/** Why a command has no answer, where nothing else says so. */
export function reportProblem(text: string, io: Io): void {
  say(io, text);
}

/** A mistake the user can mend in its own words; anything else is ours, and its stack is shown on request only. */
export function reportError(error: unknown, io: Io): void {
  if (error instanceof Failure) {
    say(io, error.line);
    return;
  }
  const debug = isOn(io.env["PICK_MODEL_DEBUG"]) || isOn(io.env["DEBUG"]);
  say(io, internalError(error, debug ? "" : "; PICK_MODEL_DEBUG=1 shows where"));
  if (debug && error instanceof Error) io.stderr.write(`${error.stack ?? ""}\n`);
}

/** What is said of an error of ours, in one line. */
export function internalError(error: unknown, advice = ""): string {
  const message = error instanceof Error ? error.message : String(error);
  return `internal error: ${message} (this is a bug in pick-model, not in your input${advice})`;
}

function say(io: Io, text: string): void {
  io.stderr.write(`pick-model: ${text.replaceAll(UNPRINTABLE, " ")}\n`);
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
