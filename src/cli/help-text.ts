/** What help says beyond the options: the commands there are, those of a group, and examples. */
import { type Choice, DEFAULT_COMMAND } from "./choose-command.ts";
import type { Commands, Example } from "./command.ts";
import { suggestion } from "../schema/nearest.ts";
import { usageFailure } from "../schema/failure.ts";
import { quoted } from "../typed/quoted.ts";

export function listOfCommands(commands: Commands): string {
  const others = Object.entries(commands).filter(([name]) => name !== DEFAULT_COMMAND);
  return listText("Commands", others.map(rowOf));
}

/**
 * The help of a first word that is no command by itself.
 * @throws Failure (usage) unless help was asked for
 */
export function helpOfGroup(
  { name, word, wantsHelp }: Extract<Choice, { kind: "group" }>,
  commands: Commands,
): string {
  const members = Object.entries(commands).filter(([each]) => each.startsWith(`${name} `));
  const words = members.map(([each]) => each.slice(name.length + 1));
  if (!wantsHelp) {
    if (word === undefined) {
      const taken = `one of ${words.join(", ")}`;
      const correction = { typed: name, meant: `${name} ${words[0] ?? ""}`, taken };
      throw usageFailure(`'${name}' needs a command`, undefined, correction);
    }
    throw usageFailure(
      `unknown command ${quoted(`${name} ${word}`)}`,
      undefined,
      suggestion(word, words),
    );
  }
  const usage = `Usage: pick-model ${name} <${words.join("|")}>`;
  return `${usage}\n\n${listText("Commands", members.map(rowOf))}\n`;
}

function rowOf([name, { summary }]: [string, Commands[string]]): readonly [string, string] {
  return [name, summary];
}

/** The text under the options. */
export function helpAfter(examples: readonly Example[], listed: string): string {
  const parts = [listed, examplesText(examples)].filter((part) => part !== "");
  return parts.length === 0 ? "" : `\n${parts.join("\n\n")}`;
}

/** Two columns under a heading. */
export function listText(heading: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([term]) => term.length));
  const lines = rows.map(([term, text]) => `  ${term.padEnd(width)}  ${text}`);
  return [`${heading}:`, ...lines].join("\n");
}

function examplesText(examples: readonly Example[]): string {
  if (examples.length === 0) return "";
  const lines = examples.flatMap(({ line, says }) => [`  # ${says}`, `  ${line}`]);
  return ["Examples:", ...lines].join("\n");
}
