/** From what a group used to the requirements that ask for the same: means, percentiles, spreads, images. */
import { Big } from "big.js";
import type { TileRates } from "../decision/images.ts";
import { usageFailure } from "../schema/failure.ts";
import { type Requirements, requirements, type TokenCount } from "../schema/requirements.ts";
import { SERVICE_TIERS, type ServiceTier } from "../schema/vocabulary.ts";
import { ranksOf, type Tally, tallyTogether } from "./tallies.ts";
import { addTo, type Cell, noTotals } from "./cells.ts";
import type { Totals } from "./record.ts";

/** Means a request of several cells together. */
export interface Means extends Totals {
  spread: Cell["spread"];
}

export function sumOf(cells: readonly Cell[]): Means {
  const totals = noTotals();
  for (const cell of cells) addTo(totals, cell, 1);
  const spreads = cells.flatMap(({ spread }) => spread ?? []);
  const isKnown = spreads.length === cells.length;
  const input = tallyTogether(spreads.map((each) => each.input));
  const output = tallyTogether(spreads.map((each) => each.output));
  return { ...totals, spread: isKnown ? { input, output } : null };
}

export interface Month {
  days: number;
  daysPerMonth: number;
}

/** Who counted the images, and by which rule of tiles; null where the model has none. */
export interface ImageRule {
  model: string;
  rates: TileRates | null;
}

/** The tier requirements can name; null for one that is not priced. */
export function pricedTier(tier: Cell["tier"]): ServiceTier | null {
  return SERVICE_TIERS.find((each) => each === tier) ?? null;
}

/** @throws Failure (usage) where a figure is beyond all that requirements may say: no export of anybody's holds it */
export function requirementsOf(
  cells: readonly Cell[],
  { days, daysPerMonth }: Month,
  tier: ServiceTier,
  ruleOf: (model: string | null) => ImageRule | null,
): Requirements {
  const sum = sumOf(cells);
  const { requests, textInput, cachedInput, cacheWriteInput, output, spread } = sum;
  const each = (tokens: number) => tokens / requests;
  return checked({
    workload: {
      requestsPerMonth: (requests / days) * daysPerMonth,
      inputTokens: tokenCount(each(textInput), spread?.input),
      outputTokens: tokenCount(each(output), spread?.output),
      ...(cachedInput > 0 ? { cachedInputTokens: each(cachedInput), cachedAsBilled: true } : {}),
      // None is not stated: a model that charges nothing for it counts none, and one asked instead may charge.
      ...(cacheWriteInput > 0
        ? { cacheWriteTokens: written(each(cacheWriteInput), each(cachedInput), each(textInput)) }
        : {}),
      images: imagesOf(cells, requests, ruleOf),
      serviceTier: tier,
    },
  });
}

/** Digits that a number keeps however it is written. */
const SAFE_DIGITS = 15;

/** A mean to state beside that of the cached tokens: means are rounded, and together may not come to more than all input. */
function written(mean: number, cached: number, input: number): number {
  const left = new Big(input).minus(cached).prec(SAFE_DIGITS, Big.roundDown);
  return left.lt(mean) ? left.toNumber() : mean;
}

function checked(document: Requirements): Requirements {
  const issue = requirements.safeParse(document).error?.issues[0];
  if (issue === undefined) return document;
  throw usageFailure(
    `the usage comes to a figure that no requirements hold: ${issue.path.join(".")}`,
    "profile",
    "look for a record whose counts cannot be true",
  );
}

function imagesOf(
  cells: readonly Cell[],
  requests: number,
  ruleOf: (model: string | null) => ImageRule | null,
) {
  const byModel = new Map<string, { rule: ImageRule; tokens: number }>();
  for (const { model, imageInput } of cells) {
    const rule = imageInput > 0 ? ruleOf(model) : null;
    if (rule === null) continue;
    const tokens = (byModel.get(rule.model)?.tokens ?? 0) + imageInput;
    byModel.set(rule.model, { rule, tokens });
  }
  return [...byModel.values()].flatMap(({ rule, tokens }) =>
    countedImages(tokens / requests, rule),
  );
}

function tokenCount(mean: number, seen: Tally | undefined): TokenCount {
  if (seen === undefined || seen.counts.size < 2) return mean;
  const [p50, p95, max] = ranksOf(seen, [0.5, 0.95, 1]);
  return { mean, p50: p50 ?? mean, p95: p95 ?? mean, max: max ?? mean };
}

/** Photographs of about a megapixel have four tiles. */
const USUAL_TILES = 4;
const MOST_IMAGES = 20;

/**
 * The images that so many tokens a request stand for: the fewest that come to them by the model's own rule, which
 * another model then counts by its own. A mean that no whole number of tiles comes to is so much of a usual image.
 */
export function countedImages(
  tokens: number,
  { model, rates }: ImageRule,
): NonNullable<NonNullable<Requirements["workload"]>["images"]> {
  if (rates === null) return [{ tokens: Math.round(tokens), countedOn: model, count: 1 }];
  for (let images = 1; images <= MOST_IMAGES; images++) {
    const tiles = (tokens - images * rates.base) / rates.perTile;
    if (tiles < 0) break;
    if (!Number.isInteger(tiles)) continue;
    const fewer = Math.floor(tiles / images);
    const larger = tiles % images;
    return [
      { tiles: fewer + 1, count: larger },
      { tiles: fewer, count: images - larger },
    ].flatMap((each) =>
      each.count === 0
        ? []
        : [
            {
              tokens: rates.base + each.tiles * rates.perTile,
              countedOn: model,
              count: each.count,
            },
          ],
    );
  }
  const usual = rates.base + USUAL_TILES * rates.perTile;
  return [{ tokens: usual, countedOn: model, count: tokens / usual }];
}
