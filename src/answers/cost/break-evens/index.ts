/** Every question about where the answer turns: a new one is a file beside this one and a line below. */
import type { BreakEven } from "../schema.ts";
import type { Billing, BreakEvenRule } from "../subject.ts";
import { batchShare, batchShareForBudget } from "./batch.ts";
import { requestsForBudget } from "./budget.ts";
import { cachedShare, cachedShareForBudget } from "./cached.ts";
import { fineTunedRequestsInTotal, fineTunedRequestsPerMonth } from "./fine-tuning.ts";
import { imagesPerRequest } from "./images.ts";
import { textTokensPerImage } from "./text.ts";

const RULES = [
  imagesPerRequest,
  textTokensPerImage,
  requestsForBudget,
  fineTunedRequestsPerMonth,
  fineTunedRequestsInTotal,
  cachedShare,
  cachedShareForBudget,
  batchShare,
  batchShareForBudget,
] as const satisfies readonly BreakEvenRule[];

export function breakEvensOf(billing: Billing): BreakEven[] {
  return RULES.flatMap((rule) => rule(billing));
}
