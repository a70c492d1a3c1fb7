/** An option as data: the parser, the help and the completions are all made from it. */

/** Headings of the help, in its order. */
export const OPTION_GROUPS = [
  "This command",
  "Requirements",
  "Workload",
  "Hard limits",
  "Models and evidence",
  "Output",
] as const;
export type OptionGroup = (typeof OPTION_GROUPS)[number];

export interface OptionSpec {
  flag: `--${string}`;
  short?: `-${string}`;
  group: OptionGroup;
  /** What stands for the value in help; absent: the option takes none. */
  placeholder?: string;
  help: string;
  /** The same in some forty characters, for the options that the short help shows. */
  brief?: string;
  /** Words it takes, maybe among other values. */
  choices?: readonly string[];
  /** Names of the catalog it takes. */
  names?: CatalogNames;
  /** Takes the path of a file. */
  isPath?: true;
  /** May be given more than once; any other option given twice is an error. */
  repeatable?: true;
}

/** What a shell completes from the catalog. */
export type CatalogNames = "models" | "tasks" | "useCases" | "benchmarks" | "traits";

/** Options under the names their values have once parsed: `maxCost` for `--max-cost`. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export type OptionValue<Spec extends OptionSpec> = Spec extends { repeatable: true }
  ? string[]
  : Spec extends { placeholder: string }
    ? string
    : true;

/** What the options of a registry are parsed to: texts as typed. */
export type OptionValues<Specs extends OptionSpecs> = {
  -readonly [Name in keyof Specs]?: OptionValue<Specs[Name]>;
};

/** A list of words for running text. */
export function inWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
