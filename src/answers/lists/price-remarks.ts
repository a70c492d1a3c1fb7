/** Own prices that are out by orders of magnitude: most often given per token or per thousand tokens. */
import type { Catalog } from "../../schema/catalog.ts";
import type { Model } from "../../schema/model.ts";
import { SERVICE_TIERS, TOKEN_PRICES, type TokenPrice } from "../../schema/vocabulary.ts";
import { count } from "../../words/figures.ts";

/** Agreements reach tenths of a list price, new models tens of times another's: a hundred is a slip of the unit. */
const SUSPICIOUS_MULTIPLE = 100;
const LISTS = ["prices", "fineTunedPrices"] as const;

interface StatedPrice {
  model: string;
  /** `prices.standard.input` */
  place: string;
  kind: TokenPrice;
  usdPerMillionTokens: number;
  isOwn: boolean;
}

/** One sentence for each own price a hundred times above or below what is listed for the same tokens. */
export function priceRemarks(catalog: Catalog): string[] {
  const own = new Set(catalog.sources.filter((each) => each.class === "own").map(({ id }) => id));
  const prices = catalog.models.flatMap((model) => pricesOf(model, own));
  const listed = prices.filter((price) => !price.isOwn && price.usdPerMillionTokens > 0);
  return prices
    .filter((price) => price.isOwn && price.usdPerMillionTokens > 0)
    .flatMap((price) => {
      const sameTokens = listed.filter(({ kind }) => kind === price.kind);
      const sameModel = sameTokens.filter(
        ({ model, place }) => model === price.model && place === price.place,
      );
      const compared = (sameModel.length > 0 ? sameModel : sameTokens).map(
        ({ usdPerMillionTokens }) => usdPerMillionTokens,
      );
      return compared.length === 0 ? [] : remarkOn(price, compared, sameModel.length > 0);
    });
}

function remarkOn(
  { model, place, usdPerMillionTokens: own }: StatedPrice,
  listed: readonly number[],
  isSameModel: boolean,
): string[] {
  const [cheapest, dearest] = [Math.min(...listed), Math.max(...listed)];
  const which = isSameModel ? "its list price" : "any list price";
  const relation =
    own * SUSPICIOUS_MULTIPLE <= cheapest
      ? `${count(Math.round(cheapest / own))} times below ${which}`
      : own >= dearest * SUSPICIOUS_MULTIPLE
        ? `${count(Math.round(own / dearest))} times above ${which}`
        : null;
  if (relation === null) return [];
  return [
    `${model} ${place} is ${relation}: a price is in USD per million tokens, not per token or per thousand`,
  ];
}

function pricesOf(model: Model, own: ReadonlySet<string>): StatedPrice[] {
  return LISTS.flatMap((field) =>
    SERVICE_TIERS.flatMap((tier) =>
      TOKEN_PRICES.flatMap((kind) =>
        (model[field]?.[tier]?.[kind] ?? []).map(({ value, source }) => ({
          model: model.id,
          place: `${field}.${tier}.${kind}`,
          kind,
          usdPerMillionTokens: value,
          isOwn: own.has(source),
        })),
      ),
    ),
  );
}
