/** The vendor's rate limits as tests: what the workload sends, and what the usage tier allows. */
import type { Assessment } from "../assessment.ts";
import type { NumericFact } from "../fact.ts";
import type { Need } from "../need.ts";
import type { RequirementTest } from "./requirement-tests.ts";

/** A month is 30 days wherever days matter. */
const DAYS_PER_MONTH = 30;

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
  const aDay = workload.requestsPerMonth / DAYS_PER_MONTH;
  const perMinute = (amount: number) => amount * (peak ?? 0);
  const tests: [what: string, amount: number, unit: string, limit: NumericFact][] =
    workload.serviceTier === "batch"
      ? [["batch queue", Math.ceil(aDay) * inputTokens, "tokens", batchQueueTokens]]
      : [
          ["one request within a minute's tokens", largest, "tokens", tokensPerMinute],
          ["requests a day", aDay, "requests", requestsPerDay],
        ];
  if (peak !== null) {
    tests.push(["requests a minute", peak, "requests", requestsPerMinute]);
    const tokens = perMinute(inputTokens + workload.outputTokens.mean);
    if (largest <= (tokensPerMinute.value ?? Infinity)) {
      tests.push(["tokens a minute", tokens, "tokens", tokensPerMinute]);
    }
  }
  return tests.flatMap(([what, required, unit, limit]) =>
    limit.value === null
      ? []
      : [
          {
            constraint: "rateLimits.usageTier",
            tests: `usage tier ${usageTier}: ${what}`,
            required,
            actual: limit.value,
            unit,
            facts: [limit],
          },
        ],
  );
}
