/** Modality traits: what goes into the models and what comes out. */
import type { Feature } from "../../../schema/vocabulary.ts";
import { derivedCell, listCell } from "../cells.ts";
import { bySameness } from "../differences.ts";
import { row, type Compared, type TraitGroup } from "../trait.ts";
import { featureRow } from "./features.ts";

export const MODALITY_FEATURES = [
  "vision",
  "audio-input",
  "audio-output",
  "video-input",
] as const satisfies readonly Feature[];

export const modalities: TraitGroup = {
  id: "modalities",
  title: "Modalities",
  alsoCalled: [],
  rows: (context) => [
    row(context, {
      trait: "modalities",
      label: "In and out",
      differ: bySameness,
      cell: (each) => {
        const [input, output] = [taken(each), given(each)];
        const words =
          input.value === null || output.value === null
            ? null
            : `${input.value.join(", ")} in; ${output.value.join(", ")} out`;
        return derivedCell([input, output], words, String);
      },
    }),
    row(context, {
      trait: "modalities.input",
      label: "Input",
      differ: bySameness,
      cell: (each) => listCell(taken(each)),
    }),
    row(context, {
      trait: "modalities.output",
      label: "Output",
      differ: bySameness,
      cell: (each) => listCell(given(each)),
    }),
    ...MODALITY_FEATURES.map((feature) => featureRow(context, "modalities", feature)),
  ],
};

function taken({ sheet }: Compared) {
  return sheet.plain("modalities.input");
}

function given({ sheet }: Compared) {
  return sheet.plain("modalities.output");
}
