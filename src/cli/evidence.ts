/** Evidence options: the catalog to decide from, the day, and how often the evidence is drawn. */
import path from "node:path";
import { openCatalog } from "../catalog/index.ts";
import type { OptionValues } from "../question/option.ts";
import { checkDay } from "../question/resolve.ts";
import type { Catalog } from "../schema/catalog.ts";
import { usageFailure } from "../schema/failure.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { LARGEST_SEED, MOST_DRAWS } from "../schema/texts.ts";
import { readDate } from "../typed/duration.ts";
import { readNumber } from "../typed/number.ts";
import { count, counted, list } from "../words/figures.ts";
import type { Io } from "./io.ts";
import { note } from "./messages.ts";
import type { CATALOG_OPTIONS, SAMPLING_OPTIONS, DAY_OPTIONS } from "./options/common.ts";

type CatalogChoice = OptionValues<typeof CATALOG_OPTIONS & typeof DAY_OPTIONS> & {
  quiet?: boolean;
};

/**
 * The shipped catalog under the files of PICK_MODEL_CATALOG and `--catalog`, and the price maps of `--prices`.
 * @throws Failure (catalog) for files that cannot be read or do not hold, (usage) for a path of no length
 */
export async function openCatalogFor(options: CatalogChoice, io: Io): Promise<Catalog> {
  const { catalog: paths = [], prices = [] } = options;
  if (paths.includes("")) throw usageFailure("no value", "--catalog", "name a file or folder");
  const opened = await openCatalog([...pathsOf(io.env["PICK_MODEL_CATALOG"]), ...paths], io.cwd);
  return prices.length === 0 ? opened : withPriceMaps(opened, prices, options, io);
}

async function withPriceMaps(
  opened: Catalog,
  files: readonly string[],
  options: CatalogChoice,
  io: Io,
): Promise<Catalog> {
  const { applyPriceMap } = await import("../catalog/price-map.ts"); // few answers need it
  let catalog = opened;
  for (const file of files) {
    if (file === "") throw usageFailure("no value", "--prices", "name a file");
    const applied = await applyPriceMap(catalog, file, io.cwd, readAsOf(options, io));
    catalog = applied.catalog;
    if (options.quiet === true) continue;
    const { priced, otherEntries, otherFields } = applied.reading;
    const aside = [
      ...(otherEntries === 0 ? [] : [`${count(otherEntries)} of other models`]),
      ...(otherFields === 0 ? [] : [counted(otherFields, "other field")]),
    ];
    const left = aside.length === 0 ? "" : `; ${list(aside)} left aside`;
    note(io, `${path.basename(file)} prices ${list(priced)}${left}`);
  }
  return catalog;
}

/** Separated as in PATH. */
export function pathsOf(variable: string | undefined): string[] {
  return (variable ?? "").split(path.delimiter).filter((part) => part !== "");
}

/** `--as-of`, or today; checked as a decision's day is. @throws Failure (usage) */
export function readAsOf({ asOf }: OptionValues<typeof DAY_OPTIONS>, { today }: Io): IsoDate {
  const day = asOf === undefined ? today : readDate(asOf, "--as-of");
  checkDay(day, () => (asOf === undefined ? "asOf" : `--as-of ${asOf}`));
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
