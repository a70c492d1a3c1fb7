/** Tokens of prompts and answers kept in files: counted with o200k_base, the encoding of both models. */
import path from "node:path";
import {
  AS_TEXT,
  decodedText,
  NOT_TEXT,
  readWholeFile,
  readWholeStream,
  Unreadable,
} from "../files/whole-file.ts";
import type { OptionValues } from "../question/option.ts";
import { usageFailure, quoted } from "../schema/failure.ts";
import type { Requirements, TokenCount } from "../schema/requirements.ts";
import { count, counted, list } from "../words/figures.ts";
import type { Io } from "./io.ts";
import { note } from "./messages.ts";
import type { OUTPUT_OPTIONS, QUESTION_OPTIONS } from "./options/common.ts";

type Options = OptionValues<typeof QUESTION_OPTIONS & typeof OUTPUT_OPTIONS>;

/** Millions of tokens: more than any model takes. */
const MOST_BYTES = 20_000_000;
const ADVICE = "name a text file, or state the number of tokens";

/**
 * The tokens of a file's text, or of what is piped in for `-`; what a message adds to its text is not among them.
 * @param flag what errors name
 * @throws Failure (usage) for what cannot be read, is too large, is no text or holds none
 */
export async function countFileTokens(file: string, flag: string, io: Io): Promise<number> {
  if (file === "") throw usageFailure("no value", flag, ADVICE);
  const shown = file === "-" ? "stdin" : quoted(file);
  const bytes = await bytesOf(file, flag, io).catch((error: unknown) => {
    if (!(error instanceof Unreadable)) throw error;
    throw usageFailure(`cannot read ${shown}: ${error.message}`, flag, ADVICE);
  });
  const text = decodedText(bytes);
  // No editor writes zeros into a text; UTF-16 without its mark is full of them.
  if (text === null || text.includes("\0")) {
    throw usageFailure(`${shown} is ${NOT_TEXT}`, flag, AS_TEXT);
  }
  if (text.trim() === "") throw usageFailure(`${shown} is empty`, flag, ADVICE);
  return countTextTokens(text);
}

async function bytesOf(file: string, flag: string, io: Io): Promise<Buffer> {
  if (file !== "-") return readWholeFile(path.resolve(io.cwd, file), "devices", MOST_BYTES);
  const { kind } = io.stdin;
  if (kind === "terminal" || kind === "none") {
    throw usageFailure("nothing is piped in", flag, ADVICE);
  }
  return readWholeStream(io.stdin.chunks(), MOST_BYTES);
}

/** @throws Failure (usage) where stdin would be read twice: what was read is gone */
export function refuseSharedStdin(options: Options): void {
  const named = [
    ["--requirements", options.requirements],
    ["--system-file", options.systemFile],
    ...(options.promptFile ?? []).map((file) => ["--prompt-file", file]),
    ...(options.answerFile ?? []).map((file) => ["--answer-file", file]),
  ];
  const [first, second] = named.flatMap(([flag, file]) => (file === "-" ? `${flag} -` : []));
  if (first === undefined || second === undefined) return;
  throw usageFailure("stdin can be read once", `${first} and ${second}`, "name a file for one");
}

/** `1,274 tokens in, counted in prompt.txt: its text alone`: what was counted where, unless nothing is to be said. */
export function sayCounted({ workload }: Requirements, options: Options, io: Io): void {
  const { systemFile, promptFile = [], answerFile = [], quiet } = options;
  const prompts = [...(systemFile === undefined ? [] : [systemFile]), ...promptFile];
  const parts = [
    ...(prompts.length === 0 ? [] : [countedText(workload?.inputTokens, "in", prompts)]),
    ...(answerFile.length === 0 ? [] : [countedText(workload?.outputTokens, "out", answerFile)]),
  ];
  if (parts.length === 0 || quiet === true) return;
  note(io, `${parts.join("; ")}: text alone, without what a message adds`);
}

/** More of them are a number. */
const MOST_NAMED = 3;

function countedText(tokens: TokenCount = 0, way: "in" | "out", files: readonly string[]): string {
  const { mean, max = mean } = typeof tokens === "number" ? { mean: tokens } : tokens;
  const names = files.map((file) => (file === "-" ? "stdin" : file));
  const where = names.length > MOST_NAMED ? counted(names.length, "file") : list(names);
  const most = max === mean ? "" : ` on average, ${count(max)} at most`;
  return `${count(mean)} tokens ${way}${most}, counted in ${where}`;
}

/** Markers such as <|endoftext|> are words of a prompt like any other. */
const AS_TEXT_ALONE = { disallowedSpecial: new Set<string>() };

/** @param text of well-formed Unicode */
export async function countTextTokens(text: string): Promise<number> {
  // Megabytes of tables, for the few who count.
  const { countTokens } = await import("gpt-tokenizer/encoding/o200k_base");
  let tokens = 0;
  for (const part of countableParts(text)) tokens += countTokens(part, AS_TEXT_ALONE);
  return tokens;
}

/** Characters of a row, the time of which goes with the square of its length. No word of any language is as long. */
const LONGEST_UNBROKEN = 400;
/** What the encoding never divides beforehand: a word, a gap, a row of signs; or as much of one as is counted at once. */
const UNBROKEN = /[\p{L}\p{M}]{1,400}|\s{1,400}|[^\s\p{L}\p{N}]{1,400}/gu;

/** The text whole, but where a row of letters has no end: that is counted in parts, about a token more for each. */
function* countableParts(text: string): Generator<string> {
  let start = 0;
  for (const { 0: row, index } of text.matchAll(UNBROKEN)) {
    if (row.length < LONGEST_UNBROKEN) continue;
    yield text.slice(start, index + row.length);
    start = index + row.length;
  }
  yield text.slice(start);
}
