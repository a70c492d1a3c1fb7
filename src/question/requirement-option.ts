/** A requirement option: the field of the document it sets, how its text is read, and how the field is written back. */
import { usageFailure } from "../schema/failure.ts";
import type { Requirements, TokenCount } from "../schema/requirements.ts";
import type { ReadImageSize } from "../typed/image.ts";
import { numberText } from "../typed/number.ts";
import type { Pair } from "../typed/pairs.ts";
import type { Path } from "./merge.ts";
import type { OptionSpec } from "./option.ts";

/** Parts of the document whose fields have options of their own. */
type Group = "workload" | "limits" | "rateLimits";
type Fields<Part extends Group> = keyof NonNullable<Requirements[Part]> & string;

/** Every field of the document that is stated as a whole, as `workload.inputTokens`. */
export type RequirementPath =
  | Exclude<keyof Requirements, Group | "$schema">
  | { [Part in Group]: `${Part}.${Fields<Part>}` }[Group];

export type ValueAt<At extends RequirementPath> = NonNullable<
  At extends `${infer Part extends Group}.${infer Field}`
    ? NonNullable<Requirements[Part]>[Field & Fields<Part>]
    : Requirements[At & keyof Requirements]
>;

/** What readers need from outside. */
export interface FlagTools {
  /** Days of a month, where a rate is given per day. */
  daysPerMonth: number;
  readImageSize: ReadImageSize;
  /** The tokens of a file's text, at least 1; absent where no texts are read. */
  countTokens?: (file: string, flag: string) => Promise<number>;
}

/** Tokens of texts: their mean, and the largest. */
export interface CountedTokens {
  mean: number;
  max: number;
}

/** One field an option sets. */
export interface Setting {
  path: Path;
  value: unknown;
  /** The option as typed, to show and word by word. */
  origin: string;
  argv: readonly string[];
  /** Of what was counted, to be added to what else was; any other field is set once. */
  counted?: CountedTokens;
}

/** An option's value as the option parser gives it: texts, or true for an option that takes none. */
export type Typed = string | readonly string[] | true;

/** An option that states a requirement. All of it is one entry of the table: nothing of it can be forgotten. */
export interface RequirementOption extends OptionSpec {
  path: RequirementPath;
  /** A document may write it as the option does: `10k`, `1m30s`. Fields that take words are left to the schema. */
  isFigure?: true;
  /** @throws Failure (usage) naming the flag */
  read: (typed: Typed, flag: string, tools: FlagTools) => Setting[] | Promise<Setting[]>;
  /** The texts that state what the document states, each to follow the flag; none where it takes none. */
  write: (document: Requirements) => readonly string[] | boolean;
}

type Binding<At extends RequirementPath> = Pick<RequirementOption, "read" | "write"> & { path: At };
type FigurePath = {
  [At in RequirementPath]: Extract<ValueAt<At>, number> extends never ? never : At;
}[RequirementPath];
type Write<At extends RequirementPath, Text> = (value: ValueAt<At>) => Text;

/** An option as it was typed, once for each of its texts. */
export function typedAs(flag: string, texts?: readonly string[]): Pick<Setting, "origin" | "argv"> {
  const argv = texts === undefined ? [flag] : texts.flatMap((text) => [flag, text]);
  return { origin: argv.join(" "), argv };
}

/** Takes one text. */
export function one<At extends RequirementPath>(
  path: At,
  read: (text: string, flag: string, tools: FlagTools) => ValueAt<At>,
  write: Write<At, string | number | undefined> = plainText,
): Binding<At> {
  return {
    path,
    read: (typed, flag, tools) => {
      const text = textsOf(typed).at(-1) ?? "";
      return [{ path: path.split("."), value: read(text, flag, tools), ...typedAs(flag, [text]) }];
    },
    write: (document) => told(document, path, (value) => [plainText(write(value) ?? "")]),
  };
}

/** Takes one text that is a figure, in a document as on the command line. */
export function figure<At extends FigurePath>(
  ...binding: Parameters<typeof one<At>>
): Binding<At> & { isFigure: true } {
  return { ...one(...binding), isFigure: true };
}

/** Takes several texts that make one value. */
export function many<At extends RequirementPath>(
  path: At,
  read: (
    texts: readonly string[],
    flag: string,
    tools: FlagTools,
  ) => ValueAt<At> | Promise<ValueAt<At>>,
  write: Write<At, readonly string[]>,
): Binding<At> {
  return {
    path,
    read: (typed, flag, tools) => {
      const texts = textsOf(typed);
      const settingsOf = (value: ValueAt<At>) => [
        { path: path.split("."), value, ...typedAs(flag, texts) },
      ];
      const value = read(texts, flag, tools);
      return value instanceof Promise ? value.then(settingsOf) : settingsOf(value);
    },
    write: (document) => told(document, path, write),
  };
}

/** Takes `name=number` pairs, each a field of its own. */
export function pairs(
  path: "minBenchmarks" | "weights",
  read: (texts: readonly string[], flag: string) => Pair[],
): Binding<typeof path> {
  return {
    path,
    read: (typed, flag) =>
      read(textsOf(typed), flag).map(({ name, value, text }) => ({
        path: [path, name],
        value,
        ...typedAs(flag, [text]),
      })),
    write: (document) => told(document, path, (record) => [pairsText(record)]),
  };
}

/**
 * Takes files whose tokens are counted: their mean, and the largest beside it where there are several. Never written
 * back: the count is what is stated.
 */
export function counted(
  path: "workload.inputTokens" | "workload.outputTokens",
): Binding<typeof path> {
  return {
    path,
    read: (typed, flag, { countTokens }) => {
      if (countTokens === undefined) throw usageFailure("no files are read here", flag);
      const files = textsOf(typed);
      return countedTogether(files, (file) => countTokens(file, flag)).then((tokens) => [
        {
          path: path.split("."),
          value: statedTokens(tokens),
          ...typedAs(flag, files),
          counted: tokens,
        },
      ]);
    },
    write: () => [],
  };
}

async function countedTogether(
  files: readonly string[],
  countTokens: (file: string) => Promise<number>,
): Promise<CountedTokens> {
  const counts: number[] = [];
  for (const file of files) counts.push(await countTokens(file));
  const sum = counts.reduce((total, count) => total + count, 0);
  return { mean: sum / counts.length, max: Math.max(...counts) };
}

/** One number where all texts are of one length. */
export function statedTokens({ mean, max }: CountedTokens): TokenCount {
  return max === mean ? mean : { mean, max };
}

/** Takes no value: given, it says yes. */
export function toggle<
  At extends "stream" | "workload.cachedAsBilled" | "workload.fineTuned" | "includeSuccessors",
>(path: At, write = (document: Requirements) => valueAt(document, path) === true): Binding<At> {
  return {
    path,
    read: (_typed, flag) => [{ path: path.split("."), value: true, ...typedAs(flag) }],
    write,
  };
}

/** What a document states at a path; undefined when it states nothing there. */
export function valueAt<At extends RequirementPath>(
  document: Requirements,
  path: At,
): ValueAt<At> | undefined {
  let value: unknown = document;
  for (const key of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[key];
  return value as ValueAt<At> | undefined;
}

/** `coding=3,math=1`. */
export function pairsText(record: Readonly<Record<string, number | undefined>>): string {
  return Object.entries(record)
    .map(([name, value]) => `${name}=${value === undefined ? "" : numberText(value)}`)
    .join(",");
}

function told<At extends RequirementPath>(
  document: Requirements,
  path: At,
  write: Write<At, readonly string[]>,
): readonly string[] {
  const value = valueAt(document, path);
  return value === undefined ? [] : write(value).filter((text) => text !== "");
}

function textsOf(typed: Typed): readonly string[] {
  if (typed === true) return [];
  return typeof typed === "string" ? [typed] : typed;
}

function plainText(value: unknown): string {
  return typeof value === "number" ? numberText(value) : String(value);
}
