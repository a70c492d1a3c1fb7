/** The vendor's rate limits as tests: what the workload sends, and what the usage tier allows. */
import type { Assessment } from "../../decision/assessment.ts";
import { rateDemands } from "../../decision/constraints/rate-demands.ts";
import type { Need } from "../../decision/need.ts";
import type { RequirementTest } from "./requirement-test.ts";

/** The limits the usage tier states; a limit nobody states tests nothing. */
export function rateTests(assessment: Assessment, need: Need): RequirementTest[] {
  const { usageTier } = need.rateLimits;
  if (usageTier === null) return [];
  return rateDemands(assessment, need, assessment.rateLimit(usageTier)).flatMap(
    ({ limit, amount, counts, unit }) =>
      limit.value === null
        ? []
        : [
            {
              constraint: "rateLimits.usageTier",
              tests: `usage tier ${usageTier}, ${unit}, at least`,
              required: amount,
              actual: limit.value,
              unit: counts,
              facts: [limit],
            },
          ],
  );
}
