/** Image traits: how the models bill and read images, and what one image of a common size costs. */
import { imageTokenFacts, tokensOfImage } from "../../../decision/billed-input.ts";
import type { NumericFact } from "../../../facts/claims.ts";
import { priceFacts } from "../../../facts/fact-sheets.ts";
import { perMillion, usd } from "../../../facts/money.ts";
import { count } from "../../../words/figures.ts";
import { derivedCell, factCell, proseCell, yesOrNoCell } from "../cells.ts";
import { byHaving, byRatio, bySameness } from "../differences.ts";
import type { Compared, TraitGroup } from "../trait.ts";

// One image of a common size on each model: its tokens by the model's own rule, and its price.

/** The size most worked examples use. */
export const REFERENCE_IMAGE = { width: 1024, height: 1024, detail: "high" } as const;

export interface ImageOnModel {
  facts: NumericFact[];
  tokens: number | null;
  /** USD at the standard list price. */
  usd: number | null;
}

export function imageOnEach({ sheet }: Compared): ImageOnModel {
  const rule = imageTokenFacts(sheet);
  const { input } = priceFacts(sheet, "standard", false);
  const tokens = tokensOfImage(REFERENCE_IMAGE, rule);
  const { sidePixels, multiplier } = rule.patches;
  const counts = rule.base.value === null ? [sidePixels, multiplier] : [rule.base, rule.perTile];
  return {
    facts: [...counts, input],
    tokens,
    usd: tokens === null || input.value === null ? null : usd(perMillion(tokens, input.value)),
  };
}

const fewer = byRatio("fewer", "lower");
const reference = `${REFERENCE_IMAGE.width}x${REFERENCE_IMAGE.height}`;

export const images: TraitGroup = {
  id: "images",
  title: "Images",
  alsoCalled: ["image"],
  plans: () => [
    {
      trait: "images.tokens",
      label: `${reference} image`,
      unit: "tokens",
      differ: fewer,
      cell: (each) => {
        const { facts, tokens } = imageOnEach(each);
        return derivedCell(facts.slice(0, 2), tokens, (value) => count(Number(value)));
      },
    },
    {
      trait: "images.base-tokens",
      label: "Image at low detail",
      unit: "tokens",
      differ: fewer,
      cell: ({ sheet }) => factCell(imageTokenFacts(sheet).base, { text: count }),
    },
    {
      trait: "images.tile-tokens",
      label: "Each tile beyond that",
      unit: "tokens",
      differ: fewer,
      cell: ({ sheet }) => factCell(imageTokenFacts(sheet).perTile, { text: count }),
    },
    {
      trait: "images.fill-the-window",
      label: "Fill the context window",
      knownTo: 1,
      differ: byHaving,
      cell: ({ sheet }) => yesOrNoCell(sheet.plain("imageTokens.countTowardsContext")),
    },
    {
      trait: "images.limitations",
      label: "Known limitations",
      knownTo: 1,
      differ: bySameness,
      cell: ({ sheet }) => proseCell(sheet.plain("about.knownLimitations")),
    },
  ],
};
