/** Options that a model either meets or is excluded by. */
import { FEATURES } from "../../schema/vocabulary.ts";
import { readTokenLimit, readUsageTier } from "../../typed/count.ts";
import { readDate } from "../../typed/date.ts";
import { readSeconds, secondsText } from "../../typed/duration.ts";
import { readUsd, readUsdPerMonth } from "../../typed/money.ts";
import { readBenchmarkFloors } from "../../typed/pairs.ts";
import { readPeakRequestsPerMinute } from "../../typed/rate.ts";
import { readWords } from "../../typed/word.ts";
import { many, one, pairs, type RequirementOption } from "../requirement-option.ts";

const group = "Hard limits";

export const LIMIT_OPTIONS = {
  maxCost: {
    flag: "--max-cost",
    group,
    placeholder: "usd",
    help: "most a month",
    ...one("limits.usdPerMonth", readUsdPerMonth),
  },
  maxRequestCost: {
    flag: "--max-request-cost",
    group,
    placeholder: "usd",
    help: "most a request",
    ...one("limits.usdPerRequest", readUsd),
  },
  maxWait: {
    flag: "--max-wait",
    group,
    placeholder: "time",
    help: "longest typical wait (800ms, 2s)",
    ...one("limits.waitSeconds", readSeconds, secondsText),
  },
  needs: {
    flag: "--needs",
    group,
    placeholder: "feature,…",
    help: `what the model must offer: ${FEATURES.join(", ")}`,
    brief: "vision, structured-outputs, …",
    choices: FEATURES,
    repeatable: true,
    ...many(
      "needs",
      (texts, flag) => readWords(texts, flag, FEATURES),
      (features) => [features.join(",")],
    ),
  },
  context: {
    flag: "--context",
    group,
    placeholder: "tokens",
    help: "least context window (64k)",
    ...one("limits.contextTokens", readTokenLimit),
  },
  maxOutput: {
    flag: "--max-output",
    group,
    placeholder: "tokens",
    help: "longest answer the model must be able to give",
    ...one("limits.outputTokens", readTokenLimit),
  },
  usageTier: {
    flag: "--usage-tier",
    group,
    placeholder: "1-5",
    help: "your OpenAI usage tier, whose rate limits must hold",
    choices: ["1", "2", "3", "4", "5"],
    ...one("rateLimits.usageTier", readUsageTier),
  },
  peakRpm: {
    flag: "--peak-rpm",
    group,
    placeholder: "n",
    help: "requests in the busiest minute",
    ...one("rateLimits.peakRequestsPerMinute", readPeakRequestsPerMinute),
  },
  minBenchmark: {
    flag: "--min-benchmark",
    group,
    placeholder: "id=score",
    help: "least benchmark result: gpqa=45",
    names: "benchmarks",
    repeatable: true,
    ...pairs("minBenchmarks", readBenchmarkFloors),
  },
  until: {
    flag: "--until",
    group,
    placeholder: "date",
    help: "last day the model must be served (2027-06-30)",
    brief: "must be served until then",
    ...one("availableUntil", readDate),
  },
} as const satisfies Record<string, RequirementOption>;
