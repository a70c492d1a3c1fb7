/** Options that a model either meets or is excluded by. */
import { FEATURES } from "../../schema/vocabulary.ts";
import type { OptionSpecs } from "./option.ts";

const group = "Hard limits";

export const LIMIT_OPTIONS = {
  maxCost: {
    flag: "--max-cost",
    group,
    placeholder: "usd",
    help: "most a month",
  },
  maxRequestCost: {
    flag: "--max-request-cost",
    group,
    placeholder: "usd",
    help: "most a request",
  },
  maxWait: {
    flag: "--max-wait",
    group,
    placeholder: "time",
    help: "longest typical wait (800ms, 2s)",
  },
  needs: {
    flag: "--needs",
    group,
    placeholder: "feature,…",
    help: `what the model must offer: ${FEATURES.join(", ")}`,
    choices: FEATURES,
    repeatable: true,
  },
  context: {
    flag: "--context",
    group,
    placeholder: "tokens",
    help: "least context window (64k)",
  },
  maxOutput: {
    flag: "--max-output",
    group,
    placeholder: "tokens",
    help: "longest answer the model must be able to give",
  },
  usageTier: {
    flag: "--usage-tier",
    group,
    placeholder: "1-5",
    help: "your OpenAI usage tier, whose rate limits must hold",
    choices: ["1", "2", "3", "4", "5"],
  },
  peakRpm: {
    flag: "--peak-rpm",
    group,
    placeholder: "n",
    help: "requests in the busiest minute",
  },
  minBenchmark: {
    flag: "--min-benchmark",
    group,
    placeholder: "id=score",
    help: "least benchmark result: gpqa=45",
    repeatable: true,
  },
  until: {
    flag: "--until",
    group,
    placeholder: "date",
    help: "last day the model must be served (2027-06-30)",
  },
} as const satisfies OptionSpecs;
