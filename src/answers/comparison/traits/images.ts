/** How the models bill and read images. */
import { count } from "../../../words/figures.ts";
import { imageTokenFacts } from "../../../decision/image-cost.ts";
import { derivedCell, factCell, proseCell, yesOrNoCell } from "../cells.ts";
import { byHaving, byRatio, bySameness } from "../differences.ts";
import { row, rowIfKnown, type TraitGroup } from "../trait.ts";
import { imageOnEach, REFERENCE_IMAGE } from "./image-reference.ts";

const fewer = byRatio("fewer", "lower");
const reference = `${REFERENCE_IMAGE.width}x${REFERENCE_IMAGE.height}`;

export const images: TraitGroup = {
  id: "images",
  title: "Images",
  alsoCalled: ["image"],
  rows: (context) => [
    row(context, {
      trait: "images.tokens",
      label: `${reference} image`,
      unit: "tokens",
      differ: fewer,
      cell: (each) => {
        const { facts, tokens } = imageOnEach(each);
        return derivedCell(facts.slice(0, 2), tokens, (value) => count(Number(value)));
      },
    }),
    row(context, {
      trait: "images.base-tokens",
      label: "Image at low detail",
      unit: "tokens",
      differ: fewer,
      cell: ({ sheet }) => factCell(imageTokenFacts(sheet).base, { text: count }),
    }),
    row(context, {
      trait: "images.tile-tokens",
      label: "Each tile beyond that",
      unit: "tokens",
      differ: fewer,
      cell: ({ sheet }) => factCell(imageTokenFacts(sheet).perTile, { text: count }),
    }),
    ...rowIfKnown(context, {
      trait: "images.fill-the-window",
      label: "Fill the context window",
      differ: byHaving,
      cell: ({ sheet }) => yesOrNoCell(sheet.plain("imageTokens.countTowardsContext")),
    }),
    ...rowIfKnown(context, {
      trait: "images.limitations",
      label: "Known limitations",
      differ: bySameness,
      cell: ({ sheet }) => proseCell(sheet.plain("about.knownLimitations")),
    }),
  ],
};
