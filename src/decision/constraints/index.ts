/** Every hard requirement, in the order its reasons are given. */
import { BENCHMARKS } from "./benchmarks.ts";
import type { Constraint } from "./check.ts";
import { EFFORT, FEATURE_NEEDS } from "./features.ts";
import { LIFECYCLE } from "./lifecycle.ts";
import { PRICE } from "./price.ts";
import { RATES } from "./rates.ts";
import { WAIT } from "./wait.ts";
import { WINDOW } from "./window.ts";

export const CONSTRAINTS = {
  ...LIFECYCLE,
  ...FEATURE_NEEDS,
  ...EFFORT,
  ...PRICE,
  ...WINDOW,
  ...WAIT,
  ...BENCHMARKS,
  ...RATES,
} as const satisfies Record<string, Constraint>;

export type ConstraintName = keyof typeof CONSTRAINTS;

/** What a constraint records of a model: the sentences are made of nothing else. */
export type CheckOf<Name extends ConstraintName> = ReturnType<
  (typeof CONSTRAINTS)[Name]["check"]
>[number];
export type AnyCheck = CheckOf<ConstraintName>;
