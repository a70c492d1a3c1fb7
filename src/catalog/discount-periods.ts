/** Which list prices a discount reduces, and from when until when. */
import { addDays } from "../facts/calendar.ts";
import { orderClaims } from "../facts/claim-order.ts";
import type { CatalogData } from "../schema/catalog.ts";
import type { Claim } from "../schema/claim.ts";
import type { IsoDate } from "../schema/scalars.ts";
import type { SourceClass } from "../schema/vocabulary.ts";

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
  return sources.find(({ id }) => id === claim.source)?.class ?? "secondary";
}

function firstDay(claim: Claim): IsoDate {
  return claim.from ?? claim.observed;
}

function runsOn(claim: Claim, day: IsoDate): boolean {
  return claim.until === undefined || day <= claim.until;
}

export function later(left: IsoDate, right: IsoDate): IsoDate {
  return left > right ? left : right;
}
