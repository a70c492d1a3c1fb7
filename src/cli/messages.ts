/** Messages on stderr: an error with what to type instead in two lines, notes in one. */
import { plainText } from "../format/document.ts";
import { withoutCommands } from "../format/document.ts";
import { wrap } from "../format/text.ts";
import { commandLine } from "../question/flags.ts";
import { Failure } from "../schema/failure.ts";
import { unseen } from "../schema/texts.ts";
import { shortFlags } from "./choose-command.ts";
import type { Commands } from "./command.ts";
import { correctedArguments } from "./corrected.ts";
import type { Io } from "./io.ts";
import { columnsOf, usesColour } from "./terminal.ts";

/** Line breaks and terminal control sequences that a file name or a parser may bring along. */
const unprintable = () => new RegExp(`(?:${unseen().source})+`, "gu");

const ERROR = "error: ";
const TRY = "  try: ";

/** A command line as typed after the program's name. */
interface TypedLine {
  argv: readonly string[];
  commands: Commands;
}

const NOTHING_TYPED: TypedLine = { argv: [], commands: {} };

export function note(io: Io, text: string): void {
  say(io, "note: ", text);
}

/** Why a command has no answer, where nothing else says so. */
export function reportProblem(text: string, io: Io): void {
  say(io, ERROR, text);
}

/**
 * A mistake the user can mend in its own words; anything else is ours, and its stack is shown on request only.
 * @param line what was typed, for an error that shows it put right
 */
export function reportError(error: unknown, io: Io, line: TypedLine = NOTHING_TYPED): void {
  if (error instanceof Failure) {
    const { problem, remedies } = complaint(error, line);
    say(io, ERROR, problem);
    sayRemedies(io, remedies);
    return;
  }
  const debug = isOn(io.env["PICK_MODEL_DEBUG"]) || isOn(io.env["DEBUG"]);
  say(io, ERROR, internalError(error));
  if (!debug) say(io, TRY, "PICK_MODEL_DEBUG=1 shows where; please report it");
  else if (error instanceof Error) io.stderr.write(`${error.stack ?? ""}\n`);
}

/** What is said of an error of ours, in one line. */
export function internalError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `internal error: ${message} (this is a bug in pick-model, not in your input)`;
}

/** What is wrong; and the commands to type instead or, where there are none, what to do. */
function complaint(
  { message, where, advice, correction }: Failure,
  { argv, commands }: TypedLine,
): { problem: string; remedies: string[] } {
  const place = where === undefined ? "" : `${where}: `;
  if (correction === undefined) {
    return { problem: `${place}${message}`, remedies: [advice ?? "pick-model --help"] };
  }
  const { taken, or } = correction;
  const lines = [correction, ...(or === undefined ? [] : [or])].flatMap((each) => {
    const words = correctedArguments(argv, where, each, shortFlags(commands));
    return words === null ? [] : [commandLine(words)];
  });
  return {
    problem: `${place}${message}${taken === undefined ? "" : `; ${taken}`}`,
    remedies: lines.length > 0 ? lines : [correction.advice ?? correction.meant],
  };
}

function sayRemedies(io: Io, remedies: readonly string[]): void {
  const joined = remedies.join("    or: ");
  const isNarrow = io.stderr.isTTY && joined.length + TRY.length > columnsOf(io.stderr, io.env);
  const lines = isNarrow ? remedies : [joined];
  for (const [at, line] of lines.entries()) say(io, at === 0 ? TRY : "   or: ", line);
}

/** On a terminal wrapped at its width, an error's lead in red; anywhere else one line for a program to read. */
function say(io: Io, lead: string, text: string): void {
  const shown = withoutCommands(text.replaceAll(unprintable(), " "));
  const { stderr, env } = io;
  const lines = stderr.isTTY ? broken(shown, columnsOf(stderr, env) - lead.length) : [shown];
  const isRed = lead === ERROR && usesColour(false, stderr, env);
  const head = isRed ? `\u001B[31m${ERROR.trimEnd()}\u001B[39m ` : lead;
  const indent = " ".repeat(lead.length);
  stderr.write(lines.map((line, at) => `${at === 0 ? head : indent}${line}\n`).join(""));
}

const A_COMMAND = /^pick-model(?: |$)/;
const GOES_ON = " \\";

/** A command goes on behind a backslash, so that it can be pasted; one with quotes stays whole. */
function broken(text: string, columns: number): string[] {
  const set = (width: number) => wrap(text, width).map(plainText);
  if (!A_COMMAND.test(text)) return set(columns);
  if (text.includes("'")) return [text];
  const lines = set(columns - GOES_ON.length);
  return lines.map((line, at) => (at === lines.length - 1 ? line : `${line}${GOES_ON}`));
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
