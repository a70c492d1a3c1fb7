/** What help says beyond the options: the commands there are, those of a group, and examples. */
import type { OptionSpecs } from "../question/option.ts";
import { type Failure, usageFailure, quoted } from "../schema/failure.ts";
import { suggestion } from "../schema/nearest.ts";
import { type Choice, DEFAULT_COMMAND } from "./choose-command.ts";
import type { Commands, Example } from "./command.ts";

/** Terms and what they mean, under a heading. */
interface HelpList {
  heading: string;
  rows: readonly (readonly [term: string, text: string])[];
}

type Title = (text: string) => string;

function listOfCommands(commands: Commands): HelpList {
  const others = Object.entries(commands).filter(([name]) => name !== DEFAULT_COMMAND);
  return { heading: "Commands", rows: others.map(rowOf) };
}

/**
 * The help of a first word that is no command by itself.
 * @throws Failure (usage) for a second word that makes none of them
 */
export function helpOfGroup(
  { name, word, wantsHelp }: Extract<Choice, { kind: "group" }>,
  commands: Commands,
): string {
  const members = Object.entries(commands).filter(([each]) => each.startsWith(`${name} `));
  const words = members.map(([each]) => each.slice(name.length + 1));
  if (!wantsHelp && word !== undefined) {
    throw usageFailure(
      `unknown command ${quoted(`${name} ${word}`)}`,
      undefined,
      suggestion(word, words),
    );
  }
  const usage = `Usage: pick-model ${name} <${words.join("|")}>`;
  return `${usage}\n\n${listText({ heading: "Commands", rows: members.map(rowOf) })}\n`;
}

/** The first word alone. */
export function missingCommand({ name }: { name: string }, commands: Commands): Failure {
  const [first = name] = Object.keys(commands).filter((each) => each.startsWith(`${name} `));
  return usageFailure(`'${name}' needs a command`, undefined, { typed: name, meant: first });
}

function rowOf([name, { summary }]: [string, Commands[string]]): readonly [string, string] {
  return [name, summary];
}

const EXIT_CODES: HelpList = {
  heading: "Exit codes",
  rows: [
    ["0", "answered"],
    ["1", "answered, and the answer is no: no model qualifies, or a check failed"],
    ["2", "used wrongly, or the input is missing or invalid"],
    ["3", "a catalog, lock or evidence file is missing or invalid"],
    ["70", "a bug of ours"],
  ],
};

/** What an answer assumes where nothing is stated; a test holds it against an answer. */
const DEFAULTS: HelpList = {
  heading: "Where nothing is stated",
  rows: [
    ["budget", "medium, $1,000 a month"],
    ["latency", "standard, a complete answer within 10 seconds"],
    ["quality", "standard"],
    ["task", "general; the workload is the task's usual one: pick-model tasks"],
  ],
};

/** What stands under the options. */
export function helpAfter(
  options: OptionSpecs,
  commands: Commands | undefined,
  title: Title,
): string {
  const asks = Object.values(options).some(({ flag }) => flag === "--budget");
  const listed = commands === undefined ? [] : [listOfCommands(commands)];
  const lists = [...(asks ? [DEFAULTS] : []), ...listed, EXIT_CODES];
  return `\n${lists.map((list) => listText(list, title)).join("\n\n")}`;
}

/** Two columns under a heading. */
function listText({ heading, rows }: HelpList, title: Title = String): string {
  const width = Math.max(...rows.map(([term]) => term.length));
  const lines = rows.map(([term, text]) => `  ${term.padEnd(width)}  ${text}`);
  return [title(`${heading}:`), ...lines].join("\n");
}

export function examplesText(examples: readonly Example[], title: Title): string[] {
  if (examples.length === 0) return [];
  const lines = examples.flatMap(({ line, says }) => [`  # ${says}`, `  ${line}`]);
  return [title("Examples:"), ...lines, ""];
}
