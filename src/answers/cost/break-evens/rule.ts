/** One question about where the answer turns. */
import type { BreakEven } from "../break-even-schema.ts";
import type { Billing } from "../subject.ts";

/** Empty where the question does not arise: a price is missing, or the workload has nothing to vary. */
export type BreakEvenRule = (billing: Billing) => BreakEven[];
