/** Endpoints, features and tools of the vendor's API. */
import { type Feature, FEATURES } from "../../../schema/vocabulary.ts";
import { listCell, wordCell } from "../cells.ts";
import { bySameness } from "../differences.ts";
import { row, rowIfKnown, type TraitGroup } from "../trait.ts";
import { featureRow } from "./features.ts";
import { MODALITY_FEATURES } from "./modalities.ts";
import { RESIDENCY_FEATURES } from "./residency.ts";

/** Features that are rows of another group. */
const ELSEWHERE: readonly Feature[] = [...MODALITY_FEATURES, ...RESIDENCY_FEATURES, "on-device"];

export const api: TraitGroup = {
  id: "api",
  title: "API and tools",
  alsoCalled: ["features", "tools", "endpoints"],
  rows: (context) => [
    row(context, {
      trait: "api",
      label: "Endpoints",
      differ: bySameness,
      cell: ({ sheet }) => listCell(sheet.plain("endpoints.supported")),
    }),
    ...rowIfKnown(context, {
      trait: "api.endpoints-unsupported",
      label: "Not served",
      differ: bySameness,
      cell: ({ sheet }) => listCell(sheet.plain("endpoints.unsupported")),
    }),
    ...FEATURES.filter((feature) => !ELSEWHERE.includes(feature)).map((feature) =>
      featureRow(context, "api", feature),
    ),
    ...rowIfKnown(context, {
      trait: "api.tokenizer",
      label: "Tokenizer",
      differ: bySameness,
      cell: ({ sheet }) => wordCell(sheet.plain("tokenizer")),
    }),
  ],
};
