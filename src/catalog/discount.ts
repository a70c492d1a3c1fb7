/** A flat reduction agreed with the vendor: which list prices it reduces, when, written out as own price claims. */
import { orderClaims } from "../facts/claim-order.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import { exact, usd } from "../facts/money.ts";
import type { CatalogData } from "../schema/catalog.ts";
import type { Claim } from "../schema/claim.ts";
import { catalogFailure, type Failure } from "../schema/failure.ts";
import type { Model, ModelOverlay } from "../schema/model.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { addDays } from "../schema/texts.ts";
import {
  SERVICE_TIERS,
  type ServiceTier,
  TOKEN_PRICES,
  type SourceClass,
} from "../schema/vocabulary.ts";
import { canonicalJson } from "./digest.ts";
import type { Entry } from "./entry.ts";

type PriceLists = NonNullable<Model["prices"]>;

/**
 * The model with reduced prices beside its list prices, one for each list price in force while the discount runs.
 * A discount without a service tier holds for every tier.
 *
 * @throws Failure of kind `catalog` for a discount that is not the user's own statement, or is limited to snapshots
 */
export function withDiscounts(
  model: Model,
  discounts: readonly Discount[],
  catalog: CatalogData,
  entry: Entry<ModelOverlay>,
): Model {
  return discounts.reduce((reduced, discount, index) => {
    refuseUnusable(discount, index, catalog, entry);
    const lists = (prices: PriceLists | undefined) =>
      prices === undefined ? undefined : reducedLists(prices, discount, catalog);
    const prices = lists(reduced.prices);
    const fineTunedPrices = lists(reduced.fineTunedPrices);
    return {
      ...reduced,
      ...(prices === undefined ? {} : { prices }),
      ...(fineTunedPrices === undefined ? {} : { fineTunedPrices }),
    };
  }, model);
}

function refuseUnusable(
  discount: Discount,
  index: number,
  catalog: CatalogData,
  { where, path }: Entry<ModelOverlay>,
): void {
  const refused = (field: string, message: string, advice: string): Failure =>
    catalogFailure(
      `discount[${index}].${field}: ${message}`,
      where([...path, "discount", index, field]),
      advice,
    );
  if (classOf(discount, catalog) !== "own") {
    throw refused("source", "a discount is your own agreement", "give its source class: own");
  }
  if (discount.scope !== undefined) {
    throw refused("scope", "a discount holds for the whole model", "write prices for a snapshot");
  }
}

function reducedLists(lists: PriceLists, discount: Discount, catalog: CatalogData): PriceLists {
  const result: PriceLists = { ...lists };
  for (const tier of SERVICE_TIERS) {
    const list = lists[tier];
    if (list === undefined || !appliesTo(discount, tier)) continue;
    result[tier] = { ...list };
    for (const price of TOKEN_PRICES) {
      const claims = list[price];
      if (claims === undefined) continue;
      result[tier][price] = [...claims, ...reducedClaims(claims, discount, catalog)];
    }
  }
  return result;
}

function appliesTo({ serviceTier }: Discount, tier: ServiceTier): boolean {
  return serviceTier === undefined || serviceTier === tier;
}

/** Scope by scope, since snapshots of one model can have different list prices. */
function reducedClaims(
  claims: readonly Price[],
  discount: Discount,
  catalog: CatalogData,
): Price[] {
  const listPrices = claims.filter(
    (claim) => claim.platform === discount.platform && classOf(claim, catalog) !== "own",
  );
  const scopeOf = (claim: Price) => canonicalJson(claim.scope ?? null);
  return [...new Set(listPrices.map(scopeOf))].flatMap((scope) =>
    periods(
      listPrices.filter((claim) => scopeOf(claim) === scope),
      discount,
      catalog,
    ).map(({ price, from, until }) => ({
      value: usd(exact(price.value).times(exact(1).minus(discount.value))),
      source: discount.source,
      observed: later(discount.observed, price.observed),
      from,
      ...(until === undefined ? {} : { until }),
      ...(price.scope === undefined ? {} : { scope: price.scope }),
      ...(price.platform === undefined ? {} : { platform: price.platform }),
      note: `${usd(exact(discount.value).times(100))} % off the list price of ${price.value} (${price.source})`,
    })),
  );
}

// Which list prices a discount reduces, and from when until when.

export type Price = Claim<number>;
export type Discount = Claim<number>;

export interface Period {
  price: Price;
  from: IsoDate;
  until: IsoDate | undefined;
}

/** The list price in force when the discount starts, then each that follows it while the discount runs. */
export function periods(
  group: readonly Price[],
  discount: Discount,
  catalog: CatalogData,
): Period[] {
  const start = firstDay(discount);
  const inForce = group.filter((price) => firstDay(price) <= start && runsOn(price, start));
  const known = inForce.filter((price) => price.observed <= discount.observed);
  const first = best(known.length > 0 ? known : inForce, catalog);
  const following = group
    .filter((price) => firstDay(price) > start && runsOn(discount, firstDay(price)))
    .toSorted((left, right) => (firstDay(left) < firstDay(right) ? -1 : 1));
  const kept = (first === undefined ? [] : [first]).concat(following).filter(changesPrice);
  return kept.map((price, index) => {
    const next = kept[index + 1];
    const ends = [price.until, discount.until, next && addDays(firstDay(next), -1)];
    return {
      price,
      from: later(start, firstDay(price)),
      until: ends.filter((day) => day !== undefined).toSorted()[0],
    };
  });
}

/** The same rule that picks among a model's claims. */
function best(prices: readonly Price[], catalog: CatalogData): Price | undefined {
  const lastDay = prices
    .map((price) => price.observed)
    .toSorted()
    .at(-1);
  if (lastDay === undefined) return undefined;
  const ordered = orderClaims(
    prices.map((price) => ({
      value: price.value,
      class: classOf(price, catalog),
      observed: price.observed,
      scope: "exact" as const,
      undated: price.undated === true,
      source: price.source,
    })),
    "price",
    lastDay,
    catalog.levels.evidence,
    (left, right) => right - left,
  );
  return prices[ordered?.admissible[0] ?? 0];
}

function changesPrice(price: Price, index: number, all: readonly Price[]): boolean {
  return price.value !== all[index - 1]?.value;
}

export function classOf(claim: Claim, { sources }: CatalogData): SourceClass {
  return classesOf(sources).get(claim.source) ?? "secondary";
}

const classesOf = memoizeByObject(
  (sources: CatalogData["sources"]) => new Map(sources.map((each) => [each.id, each.class])),
);

function firstDay(claim: Claim): IsoDate {
  return claim.from ?? claim.observed;
}

function runsOn(claim: Claim, day: IsoDate): boolean {
  return claim.until === undefined || day <= claim.until;
}

export function later(left: IsoDate, right: IsoDate): IsoDate {
  return left > right ? left : right;
}
