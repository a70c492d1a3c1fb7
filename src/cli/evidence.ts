/** What an answer rests on, as the options say: the catalog, the day, and how often the evidence is drawn. */
import path from "node:path";
import { openCatalog } from "../catalog/index.ts";
import { checkDay } from "../question/decision-dates.ts";
import type { OptionValues } from "../question/option.ts";
import type { Catalog } from "../schema/catalog.ts";
import { usageFailure } from "../schema/failure.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { LARGEST_SEED, MOST_DRAWS } from "../schema/texts.ts";
import { readDate } from "../typed/date.ts";
import { readNumber } from "../typed/number.ts";
import type { Io } from "./io.ts";
import type { CATALOG_OPTIONS, SAMPLING_OPTIONS, DAY_OPTIONS } from "./options/requirements.ts";

/**
 * The shipped catalog under the files of PICK_MODEL_CATALOG and `--catalog`.
 * @throws Failure (catalog) for files that cannot be read or do not hold, (usage) for a path of no length
 */
export async function openCatalogFor(
  { catalog: paths = [] }: OptionValues<typeof CATALOG_OPTIONS>,
  { env, cwd }: Io,
): Promise<Catalog> {
  if (paths.includes("")) throw usageFailure("no value", "--catalog", "name a file or folder");
  return openCatalog([...pathsOf(env["PICK_MODEL_CATALOG"]), ...paths], cwd);
}

/** Separated as in PATH. */
export function pathsOf(variable: string | undefined): string[] {
  return (variable ?? "").split(path.delimiter).filter((part) => part !== "");
}

/** `--as-of`, or today; checked as a decision's day is. @throws Failure (usage) */
export function readAsOf({ asOf }: OptionValues<typeof DAY_OPTIONS>, { today }: Io): IsoDate {
  const day = asOf === undefined ? today : readDate(asOf, "--as-of");
  checkDay(day, asOf === undefined ? "asOf" : `--as-of ${asOf}`);
  return day;
}

/** `--draws` and `--seed`; absent where not given: the catalog has the defaults. @throws Failure (usage) */
export function readSampling({ draws, seed }: OptionValues<typeof SAMPLING_OPTIONS>): {
  draws?: number;
  seed?: number;
} {
  const numberOfDraws = { what: "a number of draws", example: "1000", whole: true };
  const start = { what: "a whole number", example: "42", whole: true };
  return {
    ...(draws === undefined
      ? {}
      : { draws: readNumber(draws, "--draws", { ...numberOfDraws, most: MOST_DRAWS }) }),
    ...(seed === undefined
      ? {}
      : { seed: readNumber(seed, "--seed", { ...start, most: LARGEST_SEED }) }),
  };
}
