/**
 * The one call: requirements in layers, a catalog and a day → the answer. Program, batch, locks, report page and
 * library all ask here. Requirements as layers bring no schema along: a question asked in options does without.
 */
import {
  type Answer,
  recommend,
  recommendInBrief,
  type RecommendOptions,
} from "./answers/recommendation/recommend.ts";
import type { RecommendationResult } from "./answers/recommendation/schema.ts";
import type { ResultField } from "./answers/recommendation/vocabulary.ts";
import type { Need } from "./decision/need.ts";
import { type FactSheets, openFactSheets } from "./facts/fact-sheets.ts";
import { memoizeByObject } from "./facts/memoize.ts";
import { normalisedRequirements } from "./question/describe.ts";
import type { Layer } from "./question/merge.ts";
import { resolveNeed } from "./question/resolve.ts";
import type { Catalog } from "./schema/catalog.ts";
import { usageFailure } from "./schema/failure.ts";
import type { IsoDate } from "./schema/scalars.ts";
import { isCalendarDate, LARGEST_SEED, MOST_DRAWS, shortened } from "./schema/texts.ts";
import { version } from "./version.ts";

export interface AskOptions {
  /** The catalog to decide from: see `openCatalog`. */
  catalog: Catalog;
  /** The day to decide on (`YYYY-MM-DD`, UTC) where the requirements name none. No clock is read here. */
  asOf: IsoDate;
  /** Readings of the evidence drawn to judge how sure the answer is; 0 varies the weights alone. */
  draws?: number;
  /** Where the random numbers start: the same seed gives the same answer. */
  seed?: number;
}

/** A question as it is decided: every requirement resolved, the facts of its day, and what its record says of it. */
export interface Question {
  need: Need;
  sheets: FactSheets;
  recommendOptions: RecommendOptions;
}

/**
 * @param layers what was stated, in rising order of authority
 * @throws Failure (usage) for requirements that do not hold: unknown ids, contradictions, days out of range
 */
export function questionOf(layers: readonly Layer[], options: AskOptions): Question {
  const { catalog, asOf } = options;
  if (!isCalendarDate(asOf)) {
    throw usageFailure(
      `'${shortened(asOf)}' is no day of the calendar`,
      "asOf",
      "write YYYY-MM-DD",
    );
  }
  return questionAbout(resolveNeed(layers, catalog, { asOf }), options);
}

/** The question of a need that has been resolved. @throws Failure (usage) for draws or a seed out of bounds */
export function questionAbout(need: Need, options: Omit<AskOptions, "asOf">): Question {
  const { catalog } = options;
  const { draws = catalog.levels.sampling.draws, seed = catalog.levels.sampling.seed } = options;
  checkWhole("draws", draws, MOST_DRAWS);
  checkWhole("seed", seed, LARGEST_SEED);
  return {
    need,
    sheets: sheetsOf(catalog, need.asOf),
    recommendOptions: {
      sampling: { draws, seed },
      requirements: () => normalisedRequirements(need),
      version,
    },
  };
}

function checkWhole(name: "draws" | "seed", value: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= 0 && value <= most) return;
  throw usageFailure(`'${shortened(String(value))}' is no such number`, name, `write 0 to ${most}`);
}

/** The whole answer. The same layers and options give the same value to the last bit. @throws as `questionOf` */
export function ask(layers: readonly Layer[], options: AskOptions): Answer {
  return answerTo(questionOf(layers, options));
}

export function answerTo({ need, sheets, recommendOptions }: Question): Answer {
  return recommend(need, sheets, recommendOptions);
}

/** No more of the answer's record than these fields: what they do not need is not worked out. @throws as `questionOf` */
export function askBriefly(
  layers: readonly Layer[],
  options: AskOptions,
  fields: readonly ResultField[],
): Partial<RecommendationResult> {
  const { need, sheets, recommendOptions } = questionOf(layers, options);
  return recommendInBrief(need, sheets, recommendOptions, fields);
}

/** Days whose facts are kept worked out: questions mostly share theirs, and memory must not grow with them. */
const MOST_DAYS = 8;
const daysOf = memoizeByObject((_catalog: Catalog) => new Map<IsoDate, FactSheets>());

/** The facts of a catalog on a day, worked out once for all the questions asked of that very catalog. */
function sheetsOf(catalog: Catalog, day: IsoDate): FactSheets {
  const known = daysOf(catalog);
  const sheets = known.get(day) ?? openFactSheets(catalog, day);
  if (!known.has(day) && known.size >= MOST_DAYS) known.clear();
  known.set(day, sheets);
  return sheets;
}
