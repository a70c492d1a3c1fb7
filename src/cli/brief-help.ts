/** The short help: on one screen what most people need, and where the rest is. */
import { Help } from "commander";
import type { CommandSpec } from "./command.ts";
import type { OptionSpec } from "../question/option.ts";

/** The help of a command that fits one screen anyway is shown whole. */
const ONE_SCREEN = 40;

/** @returns null where the whole help is as short */
export function briefHelp(name: string, spec: CommandSpec, whole: string): string | null {
  if (whole.split("\n").length <= ONE_SCREEN) return null;
  return name === "pick-model" ? programHelp(spec) : commandHelp(name, spec);
}

/** The commands in two columns, with what each is for in a few words. */
const BRIEFLY = [
  ["compare", "side by side", "lock, check", "keep it right in CI"],
  ["explain", "the sums and the sources", "batch", "many at once, NDJSON"],
  ["cost", "the bill, line by line", "catalog", "the facts, with dates"],
  ["report", "a page with sliders", "migrate", "where to when one ends"],
  ["evidence, profile, use-cases, tasks, schema, completion", "", "", ""],
] as const;

function programHelp({ options }: CommandSpec): string {
  const commands = BRIEFLY.map(([first, does, second, also]) =>
    `  ${first.padEnd(10)} ${does.padEnd(28)} ${second.padEnd(12)} ${also}`.trimEnd(),
  );
  return `Says whether GPT-4o or GPT-4o mini fits your project, what it costs, and why.
Offline, no API key.

  pick-model --budget low --latency realtime
  pick-model --task coding --quality high --requests 20k
  pick-model ask                                 be asked a few questions
  cat requirements.json | pick-model --json      for programs

Usage: pick-model [options]
       pick-model <command> [options]

Requirements (a word is a preference, a number a hard limit)
${optionLines(Object.values(options).filter(({ brief }) => brief !== undefined))}
Output
  --json, --quiet, -f <format>, -o <file>, --no-color

Commands
${commands.join("\n")}

All ${Object.keys(options).length + 2} options: pick-model --help         One command: pick-model cost --help
Exit codes: 0 yes, 1 no, 2 your input, 3 catalog or lock, 70 our bug
`;
}

function commandHelp(name: string, { summary, examples, operands = [], options }: CommandSpec) {
  const own = Object.values(options).filter(({ group }) => group === "This command");
  const shown = operands.map((operand) => row(operand.name, operand.help));
  const asks = Object.values(options).some(({ flag }) => flag === "--budget");
  return [
    `${name}: ${summary}`,
    "",
    ...examples.flatMap(({ line, says }) => [`  # ${says}`, `  ${line}`]),
    "",
    `Usage: ${[name, ...operands.map((operand) => `[${operand.name}]`), "[options]"].join(" ")}`,
    ...(shown.length === 0 ? [] : ["", "Takes", ...shown]),
    ...(own.length === 0 ? [] : ["", "Options", optionLines(own)]),
    "",
    ...(asks ? ["Requirements as for pick-model itself: pick-model -h"] : []),
    `All ${Object.keys(options).length + 2} options: ${name} --help`,
    "",
  ].join("\n");
}

/** Room for an option and its value. */
const TERM = 30;
const LINE = 80;
const GAP = 3;

function optionLines(specs: readonly OptionSpec[]): string {
  return specs
    .map(({ flag, short, placeholder, brief, help }) => {
      const names = short === undefined ? `    ${flag}` : `${short}, ${flag}`;
      return row(placeholder === undefined ? names : `${names} <${placeholder}>`, brief ?? help);
    })
    .join("\n");
}

function row(term: string, text: string): string {
  const lines = new Help().boxWrap(text, LINE - TERM - GAP).split("\n");
  return lines.map((line, at) => `  ${(at === 0 ? term : "").padEnd(TERM)} ${line}`).join("\n");
}
