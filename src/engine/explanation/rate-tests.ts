/** The vendor's rate limits as tests: what the workload sends, and what the usage tier allows. */
import type { Assessment } from "../assessment.ts";
import type { NumericFact } from "../fact.ts";
import type { Need } from "../need.ts";
import type { RequirementTest } from "./requirement-test.ts";

const MINUTES_PER_DAY = 1440;

/** The limits the usage tier states; a limit nobody states tests nothing. */
export function rateTests(assessment: Assessment, need: Need): RequirementTest[] {
  const { usageTier, peakRequestsPerMinute: peak } = need.rateLimits;
  if (usageTier === null) return [];
  const { workload } = need;
  const { requestsPerMinute, requestsPerDay, tokensPerMinute, batchQueueTokens } =
    assessment.rateLimit(usageTier);
  const images = assessment.imageTokensBilled;
  const inputTokens = workload.inputTokens.mean + images;
  const largest = workload.inputTokens.max + images + workload.outputTokens.max;
  const aDay = workload.requestsPerMonth / assessment.daysPerMonth;
  // Without a stated peak the month's mean, which is the least a busy minute can be.
  const rate = peak ?? aDay / MINUTES_PER_DAY;
  const tests: [what: string, amount: number, unit: string, limit: NumericFact][] =
    workload.serviceTier === "batch"
      ? [
          [
            "queued tokens for a day of batch work",
            Math.ceil(aDay) * inputTokens,
            "tokens",
            batchQueueTokens,
          ],
        ]
      : [
          ["tokens a minute for one request", largest, "tokens", tokensPerMinute],
          ["requests a day", aDay, "requests", requestsPerDay],
        ];
  if (peak !== null || workload.serviceTier !== "batch") {
    const often = peak === null ? " on average" : "";
    tests.push([`requests a minute${often}`, rate, "requests", requestsPerMinute]);
    const tokens = rate * (inputTokens + workload.outputTokens.mean);
    if (largest <= (tokensPerMinute.value ?? Infinity)) {
      tests.push([`tokens a minute${often}`, tokens, "tokens", tokensPerMinute]);
    }
  }
  return tests.flatMap(([what, required, unit, limit]) =>
    limit.value === null
      ? []
      : [
          {
            constraint: "rateLimits.usageTier",
            tests: `usage tier ${usageTier}, ${what}, at least`,
            required,
            actual: limit.value,
            unit,
            facts: [limit],
          },
        ],
  );
}
