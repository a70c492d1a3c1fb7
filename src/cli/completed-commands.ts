/** The commands, their options and the names of the catalog, as a shell completes them. */
import type { CompletedCommand, CompletedOption } from "./completion/lists.ts";
import { namesIn } from "../question/index.ts";
import type { Catalog } from "../schema/catalog.ts";
import { type Commands, DEFAULT_COMMAND } from "./choose-command.ts";
import type { OptionSpec } from "./options/option.ts";

type Names = ReturnType<typeof namesIn>;

/** Options and operands that take names of the catalog, or a path. */
const NAMES: Record<string, keyof Names> = {
  "--use-case": "useCases",
  "--task": "tasks",
  "--only": "models",
  "--exclude": "models",
  "--decide": "models",
  "--expect": "models",
  model: "models",
  models: "models",
};
const PATHS = ["--requirements", "--output", "--catalog"];

export function completedCommands(commands: Commands, catalog: Catalog): CompletedCommand[] {
  const names = namesIn(catalog);
  return Object.entries(commands).map(([name, { summary, options, operands = [] }]) => ({
    name: name === DEFAULT_COMMAND ? "" : name,
    summary,
    options: [...Object.values(options).map((spec) => completed(spec, names)), HELP],
    operands: operands.flatMap((operand) => operand.choices ?? namesFor(operand.name, names)),
  }));
}

const HELP: CompletedOption = {
  flags: ["--help", "-h"],
  takesValue: false,
  words: [],
  isPath: false,
  help: "show help",
};

function completed({ flag, short, placeholder, choices, help }: OptionSpec, names: Names) {
  return {
    flags: short === undefined ? [flag] : [flag, short],
    takesValue: placeholder !== undefined,
    words: choices ?? namesFor(flag, names),
    isPath: PATHS.includes(flag),
    help,
  };
}

function namesFor(what: string, names: Names): readonly string[] {
  const kind = NAMES[what];
  return kind === undefined ? [] : names[kind];
}
