/** What a benchmark is and how its results reach the common log-odds scale. */
import * as z from "zod/mini";
import { identifier, positive, sentence, share } from "./scalars.ts";

export const benchmark = z.strictObject({
  id: identifier,
  name: sentence,
  measures: sentence,
  /** `percent`: share of items right, 0 to 100. `percent-wrong`: lower is better. `elo`: an arena rating. */
  scale: z.enum(["percent", "percent-wrong", "elo"]),
  /** Share right by guessing, 0 to 1. */
  chance: share,
  /** Items of the test; absent when not known (100 is then used and said). */
  items: z.optional(positive),
  /** Standard error in Elo points, for arena ratings. */
  eloStandardError: z.optional(positive),
  /** Frozen Rasch difficulty in logits: a constant that never moves when a model is added. */
  difficulty: z.number(),
  /** How the difficulty was found: the models it was linked through, and their figures. */
  linkedThrough: sentence,
  /** For a test that tells people most: what it is about, and its name in few words. */
  telling: z.optional(z.strictObject({ about: sentence, test: sentence })),
  provisional: z.optional(z.literal(true)),
  source: identifier,
  note: z.optional(sentence),
});
export type Benchmark = z.infer<typeof benchmark>;

export const benchmarksFile = z.strictObject({
  benchmarks: z.array(benchmark).check(z.minLength(1)),
});
