/** Requirements to take away: as a file, as the command line, and what only a file can say. */
import type { Requirements, UseCase } from "../schema/requirements.ts";
import { commandLine, toCommand } from "./flags.ts";
import { isTypable } from "./options/workload.ts";
import type { RequirementCatalog } from "./requirement-catalog.ts";
import { type RequirementPath, valueAt } from "./requirement-option.ts";
import { toYaml } from "./to-yaml.ts";

// What requirement options cannot say, so that it takes a document: every exception with its reason.

interface Exception {
  field: RequirementPath;
  because: string;
  /** @param preset what the use case states that the document starts from */
  applies: (document: Requirements, preset: Requirements) => boolean;
}

const ONE_NUMBER = "an option takes one number, not what is known of a spread";
const NOT_TAKEN_BACK = "an option cannot take back what a use case states";

export const EXCEPTIONS: readonly Exception[] = [
  {
    field: "stream",
    because: `the wait is to the first sentence by its word or by a use case; ${NOT_TAKEN_BACK}`,
    applies: ({ stream, latency }, preset) =>
      stream === false && (preset.stream === true || isToFirstSentence(latency ?? preset.latency)),
  },
  {
    field: "workload.inputTokens",
    because: ONE_NUMBER,
    applies: (document) => typeof valueAt(document, "workload.inputTokens") === "object",
  },
  {
    field: "workload.outputTokens",
    because: ONE_NUMBER,
    applies: (document) => typeof valueAt(document, "workload.outputTokens") === "object",
  },
  {
    field: "workload.images",
    because: "images known by their tokens, parts of an image and no image at all cannot be typed",
    applies: (document) => {
      const images = valueAt(document, "workload.images");
      return images !== undefined && (images.length === 0 || !images.every(isTypable));
    },
  },
  ...(["workload.cachedAsBilled", "workload.fineTuned", "includeSuccessors"] as const).map(
    (field) => ({
      field,
      because: NOT_TAKEN_BACK,
      applies: (document: Requirements, preset: Requirements) =>
        valueAt(document, field) === false && valueAt(preset, field) === true,
    }),
  ),
  ...(["needs", "exclude"] as const).map((field) => ({
    field,
    because: NOT_TAKEN_BACK,
    applies: (document: Requirements, preset: Requirements) =>
      document[field]?.length === 0 && (preset[field]?.length ?? 0) > 0,
  })),
];

/** Paths of the stated fields that only a document can state. */
export function inexpressibleFields(
  document: Requirements,
  useCases: readonly UseCase[] = [],
): RequirementPath[] {
  const preset = useCases.find(({ id }) => id === document.useCase)?.requirements ?? {};
  return EXCEPTIONS.filter(({ applies }) => applies(document, preset)).map(({ field }) => field);
}

function isToFirstSentence(latency: Requirements["latency"]): boolean {
  if (typeof latency === "object") return latency.measure === "first-sentence";
  return latency === "realtime" || latency === "interactive";
}

interface Sampling {
  draws: number;
  seed: number;
}

/** @param catalog whose usual sampling needs no option */
export function exportedQuestion(
  requirements: Requirements,
  sampling: Sampling,
  { levels: { sampling: usual }, useCases }: Pick<RequirementCatalog, "levels" | "useCases">,
) {
  const options = [
    ...toCommand(requirements),
    ...(sampling.draws === usual.draws ? [] : ["--draws", String(sampling.draws)]),
    ...(sampling.seed === usual.seed ? [] : ["--seed", String(sampling.seed)]),
  ];
  return {
    yaml: toYaml(requirements),
    command: commandLine(options),
    inexpressible: inexpressibleFields(requirements, useCases),
  };
}
