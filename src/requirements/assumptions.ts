/** What was decided without the user saying so, in the order in which it is shown. */
import type { Assumption, Need, Origin } from "../engine/need.ts";
import { leavesOf } from "./merge.ts";
import { normalisedRequirements } from "./describe.ts";

/** Assumptions that change an answer, most telling first. */
const SHOWN_FIELDS = [
  "workload.requestsPerMonth",
  "workload.inputTokens",
  "workload.outputTokens",
  "workload.images",
  "workload.cachedInputTokens",
  "workload.webSearches",
  "workload.fileSearches",
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
/** Nothing is the natural meaning of not naming these: they are assumptions only when a use case sets them. */
const SILENT_DEFAULTS = new Set([
  "workload.cachedInputTokens",
  "workload.webSearches",
  "workload.fileSearches",
  "workload.trainingTokens",
  "workload.serviceTier",
  "workload.fineTuned",
]);

/** The assumptions of a need whose origins are known, with values as the requirements document writes them. */
export function assumptionsOf(need: Need): Assumption[] {
  const values = new Map(
    leavesOf(normalisedRequirements(need)).map(([path, value]) => [path.join("."), value]),
  );
  return SHOWN_FIELDS.flatMap((field): Assumption[] => {
    const from = assumedFrom(need.origins[field]);
    if (from === null || !values.has(field)) return [];
    if (from === "default" && SILENT_DEFAULTS.has(field)) return [];
    if (field === "workload.images" && need.workload.images.length === 0) return [];
    return [{ field, value: values.get(field), from }];
  });
}

function assumedFrom(origin: Origin | undefined): Assumption["from"] | null {
  const from = origin?.from;
  return from === "default" || from === "task" || from === "use-case" ? from : null;
}
