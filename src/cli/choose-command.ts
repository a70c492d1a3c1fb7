/** Which command a command line means: its first words, wherever options stand around them. */
import type { OptionSpec } from "../question/option.ts";
import type { Commands } from "./command.ts";

/** The command of a line without one. */
export const DEFAULT_COMMAND = "recommend";

export type Choice =
  | { kind: "command"; name: string; argv: string[] }
  /** The first word of several commands, without a second that fits. */
  | { kind: "group"; name: string; word: string | undefined; wantsHelp: boolean }
  | { kind: "unknown"; word: string; second: string | undefined };

/** Whether the words ask for help. */
export function asksForHelp(argv: readonly string[]): boolean {
  return argv.some((word) => HELP_FLAGS.includes(word));
}

/** Whether the words ask for the version, and for nothing else. */
export function asksForVersion([word = "", ...others]: readonly string[]): boolean {
  return VERSION_FLAGS.includes(word) && others.length === 0;
}

const HELP_FLAGS = ["-h", "--help"];
const VERSION_FLAGS = ["-V", "--version"];

/** Options that every command has. */
export const TOLD_FLAGS: readonly string[] = [...HELP_FLAGS, ...VERSION_FLAGS];

/** Options may stand before the command as well as after it; what follows `--` is never a command. */
export function chooseCommand(argv: readonly string[], commands: Commands): Choice {
  const [first, second] = bareWords(argv, commands);
  if (first === undefined) return { kind: "command", name: DEFAULT_COMMAND, argv: [...argv] };
  if (first.word === "help" && !("help" in commands)) {
    return chooseCommand([...without(argv, [first.index]), "--help"], commands);
  }
  const pair = second === undefined ? undefined : `${first.word} ${second.word}`;
  if (pair !== undefined && second !== undefined && Object.hasOwn(commands, pair)) {
    return { kind: "command", name: pair, argv: without(argv, [first.index, second.index]) };
  }
  if (Object.hasOwn(commands, first.word)) {
    return { kind: "command", name: first.word, argv: without(argv, [first.index]) };
  }
  if (Object.keys(commands).some((name) => name.startsWith(`${first.word} `))) {
    const wantsHelp = asksForHelp(argv);
    return { kind: "group", name: first.word, word: second?.word, wantsHelp };
  }
  return { kind: "unknown", word: first.word, second: second?.word };
}

interface BareWord {
  word: string;
  index: number;
}

/** The first two words that are neither options nor their values. Stops at an option nobody knows. */
function bareWords(argv: readonly string[], commands: Commands): BareWord[] {
  const words: BareWord[] = [];
  for (let index = 0; index < argv.length && words.length < 2; index += 1) {
    const word = argv[index] ?? "";
    if (word === "--") break;
    if (!/^-[^\d.]/.test(word)) {
      words.push({ word, index });
    } else if (isOption(word, commands, ({ placeholder }) => placeholder !== undefined)) {
      index += 1;
    } else if (!isKnown(word, commands)) {
      break;
    }
  }
  return words;
}

/** `--budget=low` and `-blow` carry their value with them. */
function isKnown(word: string, commands: Commands): boolean {
  const flag = word.startsWith("--") ? word.replace(/=.*$/s, "") : word.slice(0, 2);
  return TOLD_FLAGS.includes(flag) || isOption(flag, commands);
}

/** Whether some command has an option of this name, long or short, that fits. */
function isOption(
  name: string,
  commands: Commands,
  fits: (spec: OptionSpec) => boolean = () => true,
): boolean {
  return Object.values(commands).some(({ options }) =>
    Object.values(options).some(
      (spec) => (spec.flag === name || spec.short === name) && fits(spec),
    ),
  );
}

/** The short form of each option that has one. */
export function shortFlags(commands: Commands): Map<string, string> {
  const specs = Object.values(commands).flatMap(({ options }) => Object.values(options));
  return new Map(specs.flatMap(({ flag, short }) => (short === undefined ? [] : [[flag, short]])));
}

function without(argv: readonly string[], indices: readonly number[]): string[] {
  return argv.filter((_argument, index) => !indices.includes(index));
}
