/** Lists of commands for help: all of them, or those that share a first word. */
import { type Choice, DEFAULT_COMMAND } from "./choose-command.ts";
import type { Commands } from "./command.ts";
import { suggestion } from "../schema/nearest.ts";
import { usageFailure } from "../schema/failure.ts";
import { quoted } from "../typed/quoted.ts";
import { listText } from "./help-text.ts";

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
      throw usageFailure(`'${name}' needs a command`, undefined, `one of ${words.join(", ")}`);
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
