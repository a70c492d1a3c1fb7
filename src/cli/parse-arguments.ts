/** Arguments of one command → its operands and options, by way of commander. */
import { Command, CommanderError, Help, Option } from "commander";
import type { OptionSpec, OptionSpecs } from "../question/option.ts";
import { usageFailure } from "../schema/failure.ts";
import { version } from "../version.ts";
import { briefHelp } from "./brief-help.ts";
import { asksForHelp, TOLD_FLAGS } from "./choose-command.ts";
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
  const few = asksForHelp(argv) ? null : parsedByFew(name, spec, argv);
  return few ?? fullyParsed(name, spec, argv, io, commands);
}

/**
 * Of half a hundred options only those are made that may be among the arguments: a parser that knows no others reads
 * them alike, but for what it has to refuse or tell; null where it has. It saves every start a twentieth of its work.
 */
function parsedByFew(
  name: string,
  spec: CommandSpec,
  argv: readonly string[],
): ParsedArguments | null {
  const mayBeGiven = ({ flag, short = flag }: OptionSpec) =>
    argv.some((word) => word.startsWith(flag) || word.startsWith(short));
  const command = withOperands(new Command(name), spec)
    .exitOverride()
    .helpOption(false)
    .configureOutput({ writeErr: () => undefined, outputError: () => undefined });
  const options = optionsOf(spec.options, mayBeGiven);
  for (const { option } of options) command.addOption(option);
  try {
    command.parse(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return null;
    throw error;
  }
  return { operands: command.args, options: valuesOf(options, command) };
}

function withOperands(command: Command, { operands = [] }: CommandSpec): Command {
  for (const operand of operands) command.argument(operandText(operand), operand.help);
  return command;
}

function fullyParsed(
  name: string,
  spec: CommandSpec,
  argv: readonly string[],
  io: Io,
  commands: Commands | undefined,
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
  withOperands(command, spec);
  const options = optionsOf(spec.options);
  for (const { option } of options) command.addOption(option);
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
  return { operands: command.args, options: valuesOf(options, command) };
}

function usageOf({ operands = [] }: CommandSpec, hasCommands: boolean): string {
  const words = operands.map(operandText);
  return [...(hasCommands ? ["[command]"] : []), ...words, "[options]"].join(" ");
}

function operandText({ name, required, many }: OperandSpec): string {
  const shown = `${name}${many === true ? "..." : ""}`;
  return required === true ? `<${shown}>` : `[${shown}]`;
}

interface NamedOption {
  /** Ours: commander calls `--no-color` a `color` that is false. */
  name: string;
  option: Option;
}

/** In the order of the help's groups. */
function optionsOf(
  specs: OptionSpecs,
  isWanted: (spec: OptionSpec) => boolean = () => true,
): NamedOption[] {
  const wanted = Object.entries(specs).filter(([, spec]) => isWanted(spec));
  return Object.entries(byGroup(Object.fromEntries(wanted))).map(([name, spec]) => {
    const option = new Option(flagsText(spec), spec.help).helpGroup(`${spec.group}:`);
    if (spec.placeholder !== undefined) option.argParser(valueReader(spec, specs));
    return { name, option };
  });
}

function isFlag(typed: string, specs: OptionSpecs): boolean {
  const isOne = Object.values(specs).some(({ flag, short }) => typed === flag || typed === short);
  return isOne || TOLD_FLAGS.includes(typed);
}

/** As help shows an option: `-b, --budget <level|usd>`. */
function flagsText({ flag, short, placeholder }: OptionSpec): string {
  const names = short === undefined ? flag : `${short}, ${flag}`;
  return placeholder === undefined ? names : `${names} <${placeholder}>`;
}

function valueReader({ flag, repeatable, choices, placeholder }: OptionSpec, specs: OptionSpecs) {
  return (typed: string, previous: string | readonly string[] | undefined): string | string[] => {
    if (isFlag(typed, specs)) {
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

function valuesOf(options: readonly NamedOption[], command: Command): ParsedArguments["options"] {
  const entries = options.flatMap(({ name, option }): [string, string | string[] | true][] => {
    const value: unknown = command.getOptionValue(option.attributeName());
    if (option.negate) return value === false ? [[name, true]] : [];
    return typeof value === "string" || Array.isArray(value) || value === true
      ? [[name, value]]
      : [];
  });
  return Object.fromEntries(entries);
}
