/** Requirements to take away: as a YAML document, as the command line, and what only a file can say. */
import type { Requirements, UseCase } from "../schema/requirements.ts";
import { commandLine, toCommand } from "./flags.ts";
import { isTypable } from "./options/workload.ts";
import type { RequirementCatalog } from "./references.ts";
import { type RequirementPath, valueAt } from "./requirement-option.ts";

/** Words that every reader of YAML, old or new, takes for text. */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9-]*$/;

/** The document, ending with one newline; `{}` when nothing is stated. The writer itself needs no YAML library. */
export function toYaml({ $schema: _schema, ...requirements }: Requirements): string {
  const lines = Object.entries(requirements).flatMap(([key, value]) =>
    value === undefined ? [] : fieldLines(key, value),
  );
  return lines.length === 0 ? "{}\n" : `${lines.join("\n")}\n`;
}

/** Groups of fields get a line each; lists, and groups within groups, stay on one. */
function fieldLines(key: string, value: unknown): string[] {
  if (!isGroup(value) || stated(value).length === 0) return [`${word(key)}: ${inline(value)}`];
  return [
    `${word(key)}:`,
    ...stated(value).map(([inner, each]) => `  ${word(inner)}: ${inline(each)}`),
  ];
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => inline(each)).join(", ")}]`;
  if (isGroup(value)) {
    const fields = stated(value).map(([key, each]) => `${word(key)}: ${inline(each)}`);
    return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
  }
  return typeof value === "string" ? word(value) : String(value);
}

function stated(group: object): [string, unknown][] {
  return Object.entries(group).filter(([, value]) => value !== undefined);
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text, quoted as in JSON where it could be read as anything else. */
function word(text: string): string {
  return PLAIN.test(text) || /^[a-z]+(?:[A-Z][a-z]*\d*)+$/.test(text) ? text : JSON.stringify(text);
}

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
