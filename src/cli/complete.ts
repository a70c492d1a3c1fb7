/** What a shell may offer at the cursor: the next word of a command line, told from the commands and the catalog. */
import { TRAIT_GROUPS } from "../answers/comparison/traits/index.ts";
import { namesIn } from "../question/index.ts";
import type { CatalogNames, OptionSpec } from "../question/option.ts";
import type { Catalog } from "../schema/catalog.ts";
import { DEFAULT_COMMAND } from "./choose-command.ts";
import type { Commands, CommandSpec, OperandSpec } from "./command.ts";

interface Offer {
  word: string;
  /** What it means; absent where it says so itself. */
  means?: string;
}

export interface Completion {
  offers: readonly Offer[];
  /** Files of this pattern are what is wanted; null: none. */
  files: string | null;
}

const HELP: Offer = { word: "--help", means: "show the whole help" };
const VERSION: Offer = { word: "--version", means: "print the version" };

/**
 * @param before the words before the cursor's, the program's name left out
 * @param current the word the cursor is in, up to it
 */
export function complete(
  before: readonly string[],
  current: string,
  commands: Commands,
  catalog: Catalog,
): Completion {
  const { bare, awaited } = read(before, commands);
  const offersFor = (completion: Completion, typed: string): Completion => ({
    ...completion,
    offers: completion.offers.filter(({ word }) => word.startsWith(typed)),
  });
  if (awaited !== undefined) return offersFor(valuesOf(awaited, current, catalog), current);
  const { spec, operands } = commandOf(bare, commands);
  const [, flag, typed] = /^(--[\w-]+)=(.*)$/s.exec(current) ?? [];
  if (flag !== undefined && typed !== undefined) {
    const option = Object.values(spec?.options ?? {}).find((each) => each.flag === flag);
    if (option === undefined) return NOTHING;
    const { offers, files } = valuesOf(option, typed, catalog);
    const joined = offers.map(({ word }) => ({ word: `${flag}=${word}` }));
    return offersFor({ offers: joined, files }, current);
  }
  if (current.startsWith("-")) {
    const options = Object.values(spec?.options ?? {});
    const offers = options.map((option) => ({
      word: option.flag,
      means: firstClause(option.help),
    }));
    return offersFor({ offers: [...offers, HELP, VERSION], files: null }, current);
  }
  return offersFor(wordsAt(bare, operands, spec, commands, catalog), current);
}

/** The lines a shell's script reads. */
export function completionText({ offers, files }: Completion): string {
  const first = files === null ? ":words" : `:files ${files}`;
  const lines = offers.map(({ word, means }) => (means === undefined ? word : `${word}\t${means}`));
  return `${[first, ...lines].join("\n")}\n`;
}

const NOTHING: Completion = { offers: [], files: null };

/** The words that are no options, and the option whose value comes next. */
function read(
  before: readonly string[],
  commands: Commands,
): { bare: string[]; awaited: OptionSpec | undefined } {
  const options = Object.values(commands).flatMap((spec) => Object.values(spec.options));
  const bare: string[] = [];
  let awaited: OptionSpec | undefined;
  for (const word of before) {
    if (awaited !== undefined) awaited = undefined;
    else if (word.startsWith("-")) {
      const found = options.find(({ flag, short }) => word === flag || word === short);
      awaited = found?.placeholder === undefined ? undefined : found;
    } else bare.push(word);
  }
  return { bare, awaited };
}

/** The command the bare words name, and those of them that are its operands. */
function commandOf(
  bare: readonly string[],
  commands: Commands,
): { spec: CommandSpec | undefined; operands: readonly string[] } {
  for (const length of [2, 1]) {
    const name = bare.slice(0, length).join(" ");
    if (bare.length >= length && Object.hasOwn(commands, name)) {
      return { spec: commands[name], operands: bare.slice(length) };
    }
  }
  return { spec: bare.length === 0 ? commands[DEFAULT_COMMAND] : undefined, operands: [] };
}

function wordsAt(
  bare: readonly string[],
  operands: readonly string[],
  spec: CommandSpec | undefined,
  commands: Commands,
  catalog: Catalog,
): Completion {
  if (bare.length === 0) return { offers: firstWords(commands), files: null };
  if (spec === undefined) {
    const [first] = bare;
    if (first === "help") return { offers: firstWords(commands), files: null };
    return { offers: secondWords(`${first} `, commands), files: null };
  }
  const specs = spec.operands ?? [];
  const last = specs.at(-1);
  const operand = specs[operands.length] ?? (last?.many === true ? last : undefined);
  return operand === undefined
    ? NOTHING
    : { offers: named(operand, catalog), files: operand.files ?? null };
}

function firstWords(commands: Commands): Offer[] {
  const offers = new Map<string, Offer>();
  for (const [name, { summary }] of Object.entries(commands)) {
    const [word = "", second] = name.split(" ");
    if (name === DEFAULT_COMMAND) continue;
    const others = secondWords(`${word} `, commands).map((offer) => offer.word);
    offers.set(word, { word, means: second === undefined ? summary : others.join(", ") });
  }
  return [...offers.values()];
}

function secondWords(start: string, commands: Commands): Offer[] {
  return Object.entries(commands)
    .filter(([name]) => name.startsWith(start))
    .map(([name, { summary }]) => ({ word: name.slice(start.length), means: summary }));
}

/** Of a list the part after the last comma, with all that stands before it. */
function valuesOf(option: OptionSpec, current: string, catalog: Catalog): Completion {
  if (option.isPath === true) return { offers: [], files: "*" };
  const offers = named(option, catalog);
  const comma = current.lastIndexOf(",") + 1;
  if (option.repeatable !== true || comma === 0) return { offers, files: null };
  const taken = current.slice(0, comma);
  const present = new Set(taken.split(","));
  return {
    offers: offers
      .filter(({ word }) => !present.has(word))
      .map(({ word }) => ({ word: taken + word })),
    files: null,
  };
}

function named(
  { choices, names }: Pick<OptionSpec & OperandSpec, "choices" | "names">,
  catalog: Catalog,
): Offer[] {
  if (names !== undefined) return NAMES[names](catalog);
  return (choices ?? []).map((word) => ({ word }));
}

const NAMES: Record<CatalogNames, (catalog: Catalog) => Offer[]> = {
  models: (catalog) => namesIn(catalog).models.map((word) => ({ word })),
  tasks: ({ tasks }) => tasks.map(({ id, name }) => ({ word: id, means: name })),
  useCases: (catalog) => namesIn(catalog).useCases.map((word) => ({ word })),
  // A floor follows: gpqa=45.
  benchmarks: (catalog) => namesIn(catalog).benchmarks.map((word) => ({ word: `${word}=` })),
  traits: () => ["all", ...TRAIT_GROUPS.map(({ id }) => id)].map((word) => ({ word })),
};

/** Enough for a line beside the option. */
function firstClause(help: string): string {
  return help.split(/[:;(]/)[0]?.trim() ?? help;
}
