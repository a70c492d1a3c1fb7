/** Number of parameters: what the vendor discloses, and what others guess. */
import { magnitude } from "../../../words/figures.ts";
import { figureAt, wordCell } from "../cells.ts";
import { bySameness } from "../differences.ts";
import { row, rowIfKnown, type TraitGroup } from "../trait.ts";

export const size: TraitGroup = {
  id: "size",
  title: "Size",
  alsoCalled: ["parameters"],
  rows: (context) => [
    row(context, {
      trait: "size",
      label: "Parameters",
      differ: bySameness,
      cell: ({ sheet }) => wordCell(sheet.plain("parameters.disclosed")),
    }),
    // A ratio of two guesses would look like a measurement.
    ...rowIfKnown(context, {
      trait: "size.estimates",
      label: "Guessed by others",
      ...figureAt("parameters.estimates", (parameters) => `~${magnitude(parameters)}`),
    }),
  ],
};
