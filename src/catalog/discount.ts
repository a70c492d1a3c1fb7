/** A flat reduction agreed with the vendor, written out as the user's own price claims. */
import { exact, usd } from "../facts/money.ts";
import type { CatalogData } from "../schema/catalog.ts";
import { catalogFailure, type Failure } from "../schema/failure.ts";
import type { Model, ModelOverlay } from "../schema/model.ts";
import { SERVICE_TIERS, type ServiceTier, TOKEN_PRICES } from "../schema/vocabulary.ts";
import { canonicalJson } from "./digest.ts";
import { classOf, later, periods, type Discount, type Price } from "./discount-periods.ts";
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
  { document, path }: Entry<ModelOverlay>,
): void {
  const refused = (field: string, message: string, advice: string): Failure =>
    catalogFailure(
      `discount[${index}].${field}: ${message}`,
      document.where([...path, "discount", index, field]),
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
