/** Assumptions: what was decided without the user saying so, in the order in which it is shown. */
import type { Assumption, Need, Origin } from "../decision/need.ts";
import type { Requirements } from "../schema/requirements.ts";
import { REQUEST_EXTRAS } from "../schema/vocabulary.ts";
import { normalisedRequirements } from "./describe.ts";

const EXTRAS = REQUEST_EXTRAS.map((extra) => `workload.${extra}`);

/** Nothing is the natural meaning of not naming these: they are assumptions only when a use case sets them. */
export const SILENT_DEFAULTS = [
  "workload.cachedInputTokens",
  ...EXTRAS,
  "workload.trainingTokens",
  "workload.serviceTier",
  "workload.fineTuned",
];
/** Assumptions that change an answer, most telling first. */
const SHOWN_FIELDS = [
  "workload.requestsPerMonth",
  "workload.inputTokens",
  "workload.outputTokens",
  "workload.images",
  "workload.cachedInputTokens",
  "workload.cacheWriteTokens",
  ...EXTRAS,
  "workload.trainingTokens",
  "workload.epochs",
  "workload.serviceTier",
  "workload.fineTuned",
  "budget",
  "latency",
  "quality",
  "task",
  "complexity",
];

/** The assumptions of a need whose origins are known, with values as the requirements document writes them. */
export function assumptionsOf(need: Need): Assumption[] {
  const document = normalisedRequirements(need);
  return SHOWN_FIELDS.flatMap((field): Assumption[] => {
    const from = assumedFrom(need.origins[field]);
    if (from === null) return [];
    if (from === "default" && SILENT_DEFAULTS.includes(field)) return [];
    if (field === "workload.images" && need.workload.images.length === 0) return [];
    const value = valueAt(document, field);
    return value === undefined ? [] : [{ field, value, from }];
  });
}

const IN_WORKLOAD = "workload.";

function valueAt(document: Requirements, field: string): unknown {
  const [group, key]: [object, string] = field.startsWith(IN_WORKLOAD)
    ? [document.workload ?? {}, field.slice(IN_WORKLOAD.length)]
    : [document, field];
  return group[key as keyof typeof group];
}

function assumedFrom(origin: Origin | undefined): Assumption["from"] | null {
  const from = origin?.from;
  return from === "default" || from === "task" || from === "use-case" ? from : null;
}
