/** Every price list of the models: each service tier, of the base models and of fine-tuned ones. */
import type { NumericFact } from "../../../facts/claims.ts";
import type { FactUnit } from "../../../facts/fact-rows.ts";
import { priceFacts, type PriceFacts } from "../../../facts/fact-sheets.ts";
import { SERVICE_TIERS, type ServiceTier } from "../../../schema/vocabulary.ts";
import { exactMoney } from "../../../words/figures.ts";
import { factCell, figureAt } from "../cells.ts";
import { byRatio, bySameness } from "../differences.ts";
import { lazy } from "../../../facts/memoize.ts";
import type { Cell, Compared, RowPlan, TraitContext } from "../trait.ts";

const PER_MILLION = "USD per million tokens" satisfies FactUnit;

const cheaper = byRatio("cheaper", "lower");

const TIER_LABELS = {
  standard: "Standard",
  batch: "Batch",
  flex: "Flex",
  fast: "Fast mode",
} as const satisfies Record<ServiceTier, string>;

const PRICES = [
  { id: "input", label: "input", fact: (list: PriceFacts) => list.input },
  { id: "cached-input", label: "cached", fact: (list: PriceFacts) => list.cachedInput },
  { id: "output", label: "output", fact: (list: PriceFacts) => list.output },
] as const;

export function priceLists(context: TraitContext): RowPlan[] {
  return [
    ...SERVICE_TIERS.flatMap((tier) => priceList(context, tier, false)),
    ...SERVICE_TIERS.flatMap(cacheWrites),
    ...SERVICE_TIERS.flatMap((tier) => priceList(context, tier, true)),
  ];
}

function priceList({ compared }: TraitContext, tier: ServiceTier, fineTuned: boolean): RowPlan[] {
  const group = fineTuned ? "cost.fine-tuned" : "cost";
  const name = fineTuned ? `Fine-tuned ${TIER_LABELS[tier].toLowerCase()}` : TIER_LABELS[tier];
  const listOf = ({ sheet }: Compared) => priceFacts(sheet, tier, fineTuned);
  const isOfferAlone = lazy(() => {
    const lists = compared.map(listOf);
    const hasPrices = lists.some((list) => PRICES.some((price) => price.fact(list).value !== null));
    return !hasPrices && lists.some((list) => list.offered.value === false);
  });
  return [
    {
      trait: `${group}.${tier}`,
      label: name,
      isThere: isOfferAlone,
      differ: bySameness,
      cell: (each) => offerCell(listOf(each)),
    },
    ...PRICES.map((price): RowPlan => ({
      trait: `${group}.${tier}.${price.id}`,
      label: `${name}: ${price.label}`,
      unit: PER_MILLION,
      knownTo: 1,
      isThere: () => !isOfferAlone(),
      differ: cheaper,
      cell: (each) => {
        const list = listOf(each);
        if (list.offered.value !== false) return priceCell(price.fact(list));
        return { ...offerCell(list), value: null };
      },
    })),
  ];
}

function offerCell({ offered }: PriceFacts): Cell {
  return factCell(offered, { text: (is) => (is ? "price not known" : "not offered") });
}

function cacheWrites(tier: ServiceTier): RowPlan[] {
  return [
    {
      trait: `cost.${tier}.cache-write`,
      label: `${TIER_LABELS[tier]}: cache write`,
      knownTo: 1,
      differ: cheaper,
      ...figureAt(`prices.${tier}.cacheWrite`, exactMoney),
    },
    {
      trait: `cost.${tier}.cache-write-12h`,
      label: `${TIER_LABELS[tier]}: the same, 12 h`,
      knownTo: 1,
      differ: cheaper,
      ...figureAt(`prices.${tier}.cacheWriteTwelveHours`, exactMoney),
    },
  ];
}

function priceCell(fact: NumericFact): Cell {
  return factCell(fact, { text: exactMoney });
}
