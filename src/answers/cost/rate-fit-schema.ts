/** The vendor's rate limits beside what a workload asks of them. */
import * as z from "zod/mini";
import { RATE_LIMIT_KINDS } from "../../decision/rate-limits.ts";
import { usageTier } from "../../schema/requirements.ts";

export const rateCheck = z.strictObject({
  kind: z.enum(RATE_LIMIT_KINDS),
  limit: z.number(),
  /** What this workload asks of it in its busiest minute or, where none is stated, in a mean one. */
  needed: z.number(),
  /** Highest rate the limit alone allows. */
  requestsPerMinute: z.nullable(z.number()),
  requestsPerMonth: z.number(),
  fact: z.string(),
});
export type RateCheck = z.infer<typeof rateCheck>;

export const rateFit = z.strictObject({
  model: z.string(),
  name: z.string(),
  usageTier,
  /** As the vendor counts them: text, images and output. */
  tokensPerRequest: z.number(),
  checks: z.array(rateCheck),
  /** The limit reached first; null when the catalog states none for this model and tier. */
  binding: z.nullable(z.enum(RATE_LIMIT_KINDS)),
  fits: z.nullable(z.boolean()),
  highestRequestsPerMinute: z.nullable(z.number()),
  highestRequestsPerMonth: z.nullable(z.number()),
  message: z.string(),
});
export type RateFit = z.infer<typeof rateFit>;
