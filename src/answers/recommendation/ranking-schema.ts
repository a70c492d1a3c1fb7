/** The ranking as JSON: each model with its criteria, and who is excluded by what. */
import * as z from "zod/mini";
import { WAIT_MEASURES } from "../../schema/vocabulary.ts";
import { EXCLUSION_ORIGINS } from "./vocabulary.ts";

const evidence = z.array(z.string());

const scored = {
  /** The value function at the attribute: 1 at the target or better, below 0 beyond the anchor. */
  utility: z.number(),
  weight: z.number(),
  /** `utility` times `weight`; the contributions of a model add up to its score. */
  contribution: z.number(),
  /** Ids of the sources behind the figure; see `sources`. */
  evidence,
};

const interval = { low: z.number(), high: z.number() };

export const rankedModel = z.strictObject({
  model: z.string(),
  name: z.string(),
  snapshot: z.string(),
  rank: z.int(),
  score: z.number(),
  /** First-rank acceptability; null when it was not sampled (`--draws 0`) and no closed form applies. */
  probabilityBest: z.nullable(z.number()),
  /** `unknown`: a limit could not be tested; `open` says which. */
  screen: z.enum(["feasible", "unknown"]),
  open: z.array(z.strictObject({ constraint: z.string(), message: z.string() })),
  criteria: z.strictObject({
    cost: z.strictObject({
      /** The month's bill. */
      value: z.number(),
      /** The bill at no fewer requests than the task's usual month: what the utility is of. */
      valued: z.number(),
      unit: z.literal("USD/month"),
      ...scored,
    }),
    latency: z.strictObject({
      value: z.number(),
      ...interval,
      unit: z.literal("s"),
      metric: z.enum(WAIT_MEASURES),
      ...scored,
    }),
    quality: z.strictObject({
      value: z.number(),
      ...interval,
      unit: z.literal("logit"),
      /** The same on a scale of 0 to 100. */
      index: z.number(),
      bar: z.number(),
      ...scored,
    }),
  }),
  estimate: z.strictObject({
    usdPerRequest: z.number(),
    usdPerMonth: z.number(),
    firstTokenSeconds: z.number(),
    answerSeconds: z.number(),
  }),
  /** Score with every uncertain fact at its worst, and at its best, end. */
  range: z.tuple([z.number(), z.number()]),
  meetsBar: z.boolean(),
  withinBudget: z.boolean(),
  meetsLatency: z.boolean(),
  /** Models nobody dominates that are at least as good in everything, 50 at most. */
  dominatedBy: z.array(z.string()),
});
export type RankedModel = z.infer<typeof rankedModel>;

export const exclusionReason = z.strictObject({
  /** Path in the requirements document, or `lifecycle`, `prices`. */
  constraint: z.string(),
  required: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  actual: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  /** The flag or document place that asked for it. */
  origin: z.string(),
  originKind: z.enum(EXCLUSION_ORIGINS),
  message: z.string(),
  evidence,
});

export const excludedModel = z.strictObject({
  model: z.string(),
  name: z.string(),
  snapshot: z.nullable(z.string()),
  reasons: z.array(exclusionReason),
  /** The smallest change that lets it in; null when nothing the user can change would. */
  closestChange: z.nullable(z.string()),
});
export type ExcludedModel = z.infer<typeof excludedModel>;
