/** Number of parameters: what the vendor discloses, and what others guess. */
import { magnitude } from "../../../words/figures.ts";
import { factCell, wordCell } from "../cells.ts";
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
      cell: ({ sheet, candidate }) =>
        wordCell(
          sheet.plain("parameters.disclosed", candidate.model.parameters?.disclosed, "limit"),
        ),
    }),
    // A ratio of two guesses would look like a measurement.
    ...rowIfKnown(context, {
      trait: "size.estimates",
      label: "Guessed by others",
      unit: "parameters",
      cell: ({ sheet, candidate }) =>
        factCell(
          sheet.numeric("parameters.estimates", candidate.model.parameters?.estimates, "limit"),
          { text: (parameters) => `~${magnitude(parameters)}` },
        ),
    }),
  ],
};
