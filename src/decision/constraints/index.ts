/** Every hard requirement, in the order its reasons are given. */
import { benchmarkFloors } from "./benchmarks.ts";
import type { Constraint } from "./constraint.ts";
import { features, fineTuningOpen } from "./features.ts";
import { released, served } from "./lifecycle.ts";
import { monthlyCost, priced, requestCost, tierOffered } from "./price.ts";
import { rateLimits } from "./rates.ts";
import { typicalWait } from "./wait.ts";
import { contextWindow, outputLength } from "./window.ts";

export const CONSTRAINTS = {
  released,
  served,
  features,
  fineTuningOpen,
  tierOffered,
  priced,
  monthlyCost,
  requestCost,
  contextWindow,
  outputLength,
  typicalWait,
  benchmarkFloors,
  rateLimits,
} as const satisfies Record<string, Constraint>;

export type { Violation } from "./constraint.ts";
