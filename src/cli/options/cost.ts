/** Options of `pick-model cost` that state no requirement: what else to work out. */
import type { OptionSpecs } from "../../question/option.ts";

const group = "This command";

export const COST_OPTIONS = {
  totalRequests: {
    flag: "--total-requests",
    group,
    placeholder: "n",
    help: "requests of a one-off job, billed as a whole (143k)",
  },
  compareTiers: {
    flag: "--compare-tiers",
    group,
    help: "the same workload in the standard, batch and fast tiers",
  },
  errorCost: {
    flag: "--error-cost",
    group,
    placeholder: "usd",
    help: "what one wrong answer costs you",
  },
  success: {
    flag: "--success",
    group,
    placeholder: "model=share",
    help: "how often a model answered well in your own tests: gpt-4o=0.91",
    repeatable: true,
  },
} as const satisfies OptionSpecs;
