/** A command as data: what it takes, what it says of itself, and the work it does. */
import type { Io } from "./io.ts";
import type { CatalogNames, OptionSpecs, OptionValues } from "../question/option.ts";

export interface OperandSpec {
  name: string;
  help: string;
  required?: true;
  /** Takes every operand from here on. */
  many?: true;
  /** The words it takes, when they are few. */
  choices?: readonly string[];
  /** Names of the catalog it takes. */
  names?: CatalogNames;
  /** Takes files of this pattern. */
  files?: string;
  /** One that would do, where it is missing. */
  example?: string;
}

export interface Example {
  /** As typed after the prompt. */
  line: string;
  says: string;
}

/** A command line that has been read. */
export interface Invocation<Specs extends OptionSpecs = OptionSpecs> {
  operands: readonly string[];
  options: OptionValues<Specs>;
  io: Io;
}

/** By what the user types: `compare`, `catalog list`. */
export type Commands = Readonly<Record<string, CommandSpec>>;

export interface CommandSpec<Specs extends OptionSpecs = OptionSpecs> {
  /** One line, for the list of commands. */
  summary: string;
  /** What stands above the options in its help; the summary unless told. */
  description?: string;
  operands?: readonly OperandSpec[];
  options: Specs;
  examples: readonly Example[];
  /** The work, whose modules are imported here and not before. Resolves to the exit code. */
  run(invocation: Invocation<Specs>): Promise<number>;
}

/** Keeps the types of a command's own options, which a registry of commands forgets. */
export function defineCommand<const Specs extends OptionSpecs>(
  spec: CommandSpec<Specs>,
): CommandSpec<Specs> {
  return spec;
}
