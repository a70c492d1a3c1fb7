/** Options that a model either meets or is excluded by. */
import { type AskedTier, FEATURES, NAMED_TIERS, USAGE_TIERS } from "../../schema/vocabulary.ts";
import { readDate, readSeconds, secondsText } from "../../typed/duration.ts";
import { readUsd, readUsdPerMonth } from "../../typed/money.ts";
import { readTokenLimit } from "../../typed/number.ts";
import { readBenchmarkFloors } from "../../typed/pairs.ts";
import { readPeakRequestsPerMinute } from "../../typed/rate.ts";
import { readWord, readWords } from "../../typed/word.ts";
import { figure, many, one, pairs, type RequirementOption } from "../requirement-option.ts";

const group = "Hard limits";

/** @throws Failure (usage) naming the nearest tier */
function readUsageTier(text: string, flag: string): AskedTier {
  const tier = readWord(text, flag, USAGE_TIERS);
  return NAMED_TIERS.find((each) => each === tier) ?? Number(tier);
}

export const LIMIT_OPTIONS = {
  maxCost: {
    flag: "--max-cost",
    group,
    placeholder: "usd",
    help: "most a month",
    ...figure("limits.usdPerMonth", readUsdPerMonth),
  },
  maxRequestCost: {
    flag: "--max-request-cost",
    group,
    placeholder: "usd",
    help: "most a request",
    ...figure("limits.usdPerRequest", readUsd),
  },
  maxWait: {
    flag: "--max-wait",
    group,
    placeholder: "time",
    help: "longest typical wait (800ms, 2s)",
    ...figure("limits.waitSeconds", readSeconds, secondsText),
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
    ...figure("limits.contextTokens", readTokenLimit),
  },
  maxOutput: {
    flag: "--max-output",
    group,
    placeholder: "tokens",
    help: "longest answer the model must be able to give",
    ...figure("limits.outputTokens", readTokenLimit),
  },
  usageTier: {
    flag: "--usage-tier",
    group,
    placeholder: "tier",
    help: "your OpenAI usage tier, whose rate limits must hold: 1 to 5, or by its newer name free, build, launch or grow",
    choices: USAGE_TIERS,
    ...figure("rateLimits.usageTier", readUsageTier),
  },
  peakRpm: {
    flag: "--peak-rpm",
    group,
    placeholder: "n",
    help: "requests in the busiest minute",
    ...figure("rateLimits.peakRequestsPerMinute", readPeakRequestsPerMinute),
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
