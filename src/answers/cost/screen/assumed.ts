/** The part of the workload that nobody stated. */
import { assumedWorkload } from "../../../words/workload.ts";
import type { CostResult } from "../schema.ts";

/** Null when all of it was stated. */
export function assumedText({
  requirements,
  assumptions,
  totalRequests,
}: CostResult): string | null {
  const {
    requestsPerMonth = 0,
    inputTokens,
    outputTokens,
    images = [],
    trainingTokens = 0,
    epochs = 1,
  } = requirements.workload ?? {};
  const figures = {
    requestsPerMonth,
    inputTokens: meanOf(inputTokens),
    outputTokens: meanOf(outputTokens),
    images,
    epochs: trainingTokens > 0 ? epochs : null,
  };
  return assumedWorkload(
    figures,
    (field) =>
      assumptions.some((assumption) => assumption.field === `workload.${field}`) &&
      // The month says nothing of a job that was named whole.
      !(field === "requestsPerMonth" && totalRequests !== null),
  );
}

function meanOf(tokens: number | { mean: number } = 0): number {
  return typeof tokens === "number" ? tokens : tokens.mean;
}
