/**
 * Feature traits: what goes in and comes out, endpoints and tools of the vendor's API, where data is kept and for how
 * long.
 */
import { type Feature, FEATURES } from "../../../schema/vocabulary.ts";
import { percent } from "../../../words/figures.ts";
import { capitalised } from "../../../words/sentences.ts";
import { listCell, wordCell, yesOrNoCell, derivedCell, factCell, proseCell } from "../cells.ts";
import { bySameness, byHaving } from "../differences.ts";
import type { Compared, RowPlan, TraitGroup } from "../trait.ts";

/** One row per feature, yes or no: shared by the groups that features fall into. */
function featureRow(group: string, feature: Feature, label = inWords(feature)): RowPlan {
  return {
    trait: `${group}.${feature}`,
    label,
    differ: byHaving,
    cell: ({ sheet }) => yesOrNoCell(sheet.plain(`features.${feature}`)),
  };
}

function inWords(feature: Feature): string {
  const words = feature === "mcp" ? "MCP" : feature.replaceAll("-", " ");
  return capitalised(words);
}

// Modality traits: what goes into the models and what comes out.

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
  plans: () => [
    {
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
    },
    {
      trait: "modalities.input",
      label: "Input",
      differ: bySameness,
      cell: (each) => listCell(taken(each)),
    },
    {
      trait: "modalities.output",
      label: "Output",
      differ: bySameness,
      cell: (each) => listCell(given(each)),
    },
    ...MODALITY_FEATURES.map((feature) => featureRow("modalities", feature)),
  ],
};

function taken({ sheet }: Compared) {
  return sheet.plain("modalities.input");
}

function given({ sheet }: Compared) {
  return sheet.plain("modalities.output");
}

// Residency and retention traits: where data is kept, and for how long.

export const RESIDENCY_FEATURES = [
  "zero-data-retention",
  "eu-residency",
] as const satisfies readonly Feature[];

export const residency: TraitGroup = {
  id: "residency",
  title: "Residency and retention",
  alsoCalled: ["retention", "privacy"],
  plans: () => [
    {
      trait: "residency",
      label: "Regions",
      differ: bySameness,
      cell: ({ sheet }) => proseCell(sheet.plain("about.residency")),
    },
    featureRow("residency", "eu-residency", "Kept in the EU"),
    {
      trait: "residency.uplift",
      label: "Regional surcharge",
      knownTo: 1,
      differ: bySameness,
      cell: ({ sheet }) => factCell(sheet.numeric("regionalUplift"), { text: percent }),
    },
    {
      trait: "residency.retention",
      label: "Retention",
      differ: bySameness,
      cell: ({ sheet }) => proseCell(sheet.plain("about.retention")),
    },
    featureRow("residency", "zero-data-retention"),
  ],
};

/** Features that are rows of another group. */
const ELSEWHERE: readonly Feature[] = [...MODALITY_FEATURES, ...RESIDENCY_FEATURES, "on-device"];

export const api: TraitGroup = {
  id: "api",
  title: "API and tools",
  alsoCalled: ["features", "tools", "endpoints"],
  plans: () => [
    {
      trait: "api",
      label: "Endpoints",
      differ: bySameness,
      cell: ({ sheet }) => listCell(sheet.plain("endpoints.supported")),
    },
    {
      trait: "api.endpoints-unsupported",
      label: "Not served",
      knownTo: 1,
      differ: bySameness,
      cell: ({ sheet }) => listCell(sheet.plain("endpoints.unsupported")),
    },
    ...FEATURES.filter((feature) => !ELSEWHERE.includes(feature)).map((feature) =>
      featureRow("api", feature),
    ),
    {
      trait: "api.tokenizer",
      label: "Tokenizer",
      knownTo: 1,
      differ: bySameness,
      cell: ({ sheet }) => wordCell(sheet.plain("tokenizer")),
    },
  ],
};
