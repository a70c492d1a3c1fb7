/** The commands, their options and the names of the catalog, as a shell completes them. */
import type { CompletedCommand, CompletedOption } from "./completion/lists.ts";
import { namesIn } from "../question/index.ts";
import type { Catalog } from "../schema/catalog.ts";
import { DEFAULT_COMMAND } from "./choose-command.ts";
import type { Commands } from "./command.ts";
import type { OptionSpec } from "../question/option.ts";

type Names = ReturnType<typeof namesIn>;

export function completedCommands(commands: Commands, catalog: Catalog): CompletedCommand[] {
  const names = namesIn(catalog);
  return Object.entries(commands).map(([name, { summary, options, operands = [] }]) => ({
    name: name === DEFAULT_COMMAND ? "" : name,
    summary,
    options: [...Object.values(options).map((spec) => completed(spec, names)), HELP],
    operands: operands.flatMap((operand) => wordsOf(operand, names)),
  }));
}

const HELP: CompletedOption = {
  flags: ["--help", "-h"],
  takesValue: false,
  words: [],
  isPath: false,
  help: "show help",
};

function completed(spec: OptionSpec, names: Names): CompletedOption {
  const { flag, short, placeholder, help } = spec;
  return {
    flags: short === undefined ? [flag] : [flag, short],
    takesValue: placeholder !== undefined,
    words: wordsOf(spec, names),
    isPath: spec.isPath === true,
    help,
  };
}

function wordsOf(spec: Pick<OptionSpec, "choices" | "names">, names: Names): readonly string[] {
  return spec.choices ?? (spec.names === undefined ? [] : names[spec.names]);
}
