/** Where one quantity, everything else as it is, turns which model is cheaper or whether a budget holds. */
import * as z from "zod/mini";

export const BREAK_EVEN_KINDS = [
  "images-per-request",
  "text-tokens-per-image",
  "requests-for-budget",
  "cached-share",
  "cached-share-for-budget",
  "batch-share",
  "batch-share-for-budget",
  "fine-tuned-requests-per-month",
  "fine-tuned-requests-in-total",
  "error-cost",
  "success-gap",
] as const;
export type BreakEvenKind = (typeof BREAK_EVEN_KINDS)[number];

export const breakEven = z.strictObject({
  kind: z.enum(BREAK_EVEN_KINDS),
  /** What varies, and in which unit: `1024x1024 images a request`. */
  unit: z.string(),
  now: z.nullable(z.number()),
  /** Null when no value of it changes the answer. */
  at: z.nullable(z.number()),
  /** What is cheaper just under and just over that point; for a budget, `within` and `over`. */
  below: z.nullable(z.string()),
  above: z.nullable(z.string()),
  /** The models compared; for a budget, the one model. */
  models: z.array(z.string()),
  message: z.string(),
});
export type BreakEven = z.infer<typeof breakEven>;
