/** Arguments of one command → its operands and options, by way of commander. */
import { Command, CommanderError, Help, Option } from "commander";
import type { OptionSpec, OptionSpecs } from "../question/option.ts";
import { usageFailure } from "../schema/failure.ts";
import { version } from "../version.ts";
import { briefHelp } from "./brief-help.ts";
import type { Commands, CommandSpec, OperandSpec } from "./command.ts";
import { commanderFailure } from "./commander-failure.ts";
import { examplesText, helpAfter } from "./help-text.ts";
import type { Io } from "./io.ts";
import { byGroup } from "./options/common.ts";
import { columnsOf, usesColour } from "./terminal.ts";

export interface ParsedArguments {
  operands: readonly string[];
  options: Record<string, string | string[] | true>;
}

/** The arguments asked to be told something, and for nothing else. */
export type Told = { help: string } | "version";

/**
 * Reads what follows the command's name, or what its help says.
 *
 * Every command is parsed by a parser of its own that has no parent: given the same option on both, commander
 * would hand a subcommand's option to its parent.
 *
 * @param name what the user types for the command: `pick-model compare`
 * @param commands those there are, for the program's own help
 * @throws Failure (usage)
 */
export function parseArguments(
  name: string,
  spec: CommandSpec,
  argv: readonly string[],
  io: Io,
  commands?: Commands,
): ParsedArguments | Told {
  const isColoured = usesColour(argv.includes("--no-color"), io.stdout, io.env);
  const title = (text: string) => (isColoured ? `\u001B[1m${text}\u001B[22m` : text);
  let help = "";
  const command = new Command(name)
    .description(spec.description ?? spec.summary)
    .exitOverride()
    .showSuggestionAfterError(false)
    .usage(usageOf(spec, commands !== undefined))
    .configureOutput({
      writeOut: (text) => {
        help += text;
      },
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHelpWidth: () => columnsOf(io.stdout, io.env),
      getOutHasColors: () => isColoured,
    })
    .configureHelp({
      styleTitle: title,
      // Asked for the arguments first: what comes before every list is the examples.
      formatItemList(heading, items, helper) {
        const lists = Help.prototype.formatItemList.call(this, heading, items, helper);
        const isFirst = heading === "Arguments:";
        return isFirst ? [...examplesText(spec.examples, title), ...lists] : lists;
      },
    })
    .addHelpText("after", () => helpAfter(spec.options, commands, title));
  for (const operand of spec.operands ?? []) command.argument(operandText(operand), operand.help);
  for (const option of optionsOf(spec.options)) command.addOption(option);
  command
    .optionsGroup("Help:")
    .helpOption("-h, --help", "show this help: -h the short one, --help all of it")
    .version(version, "-V, --version", "print the version, and the day of the newest fact");
  try {
    command.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return "version";
    if (error.exitCode === 0) {
      const brief = argv.includes("--help") ? null : briefHelp(name, spec, help);
      return { help: brief ?? help };
    }
    throw commanderFailure(error, name, spec, command.args);
  }
  return { operands: command.args, options: valuesOf(spec.options, command) };
}

function usageOf({ operands = [] }: CommandSpec, hasCommands: boolean): string {
  const words = operands.map(operandText);
  return [...(hasCommands ? ["[command]"] : []), ...words, "[options]"].join(" ");
}

function operandText({ name, required, many }: OperandSpec): string {
  const shown = `${name}${many === true ? "..." : ""}`;
  return required === true ? `<${shown}>` : `[${shown}]`;
}

/** In the order of the help's groups. */
function optionsOf(specs: OptionSpecs): Option[] {
  const own = Object.values(specs).flatMap(({ flag, short = flag }) => [flag, short]);
  const flags = new Set<string>([...own, "-h", "--help", "-V", "--version"]);
  return Object.values(byGroup(specs)).map((spec) => {
    const option = new Option(flagsText(spec), spec.help).helpGroup(`${spec.group}:`);
    return spec.placeholder === undefined ? option : option.argParser(valueReader(spec, flags));
  });
}

/** As help shows an option: `-b, --budget <level|usd>`. */
function flagsText({ flag, short, placeholder }: OptionSpec): string {
  const names = short === undefined ? flag : `${short}, ${flag}`;
  return placeholder === undefined ? names : `${names} <${placeholder}>`;
}

function valueReader(
  { flag, repeatable, choices, placeholder }: OptionSpec,
  flags: ReadonlySet<string>,
) {
  return (typed: string, previous: string | readonly string[] | undefined): string | string[] => {
    if (flags.has(typed)) {
      const taken = `what follows is ${typed}`;
      const first = choices?.[0];
      const correction = first === undefined ? undefined : { typed: "", meant: first, taken };
      throw usageFailure("no value", flag, correction ?? `${flag} <${placeholder}>, ${taken}`);
    }
    if (repeatable === true) return Array.isArray(previous) ? [...previous, typed] : [typed];
    if (previous !== undefined) throw usageFailure("is given twice", flag, "give it once");
    return typed;
  };
}

/** Under our own names: commander calls `--no-color` a `color` that is false. */
function valuesOf(specs: OptionSpecs, command: Command): ParsedArguments["options"] {
  const entries = Object.entries(specs).flatMap(
    ([name, { flag }]): [string, string | string[] | true][] => {
      const negated = flag.startsWith("--no-");
      const attribute = new Option(flag).attributeName();
      const value: unknown = command.getOptionValue(attribute);
      if (negated) return value === false ? [[name, true]] : [];
      return typeof value === "string" || Array.isArray(value) || value === true
        ? [[name, value]]
        : [];
    },
  );
  return Object.fromEntries(entries);
}
