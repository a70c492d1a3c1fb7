/** The accounts of cost, wait and score as JSON: every figure unrounded, so that the answer can be worked out again. */
import * as z from "zod/mini";
import { CRITERIA, REQUEST_ITEMS, WAIT_MEASURES } from "../../schema/vocabulary.ts";

export const interval = z.strictObject({ point: z.number(), low: z.number(), high: z.number() });
/** Paths of facts; each is in `facts`. */
export const factPaths = z.array(z.string());

/** Where a criterion's weight comes from, and what it makes of the value. */
export const weighed = {
  /** The value function as text, with the names of the fields it is computed from. */
  formula: z.string(),
  /** 1 at the good anchor, 0 at the bad one, below 0 beyond it. */
  value: z.number(),
  weight: z.strictObject({
    importance: z.number(),
    /** Importance of all criteria together: the weight is `importance / ofTotal`. */
    ofTotal: z.number(),
    weight: z.number(),
    /** The words or numbers that set the importance: `budget low`, `--weight cost=3`. */
    because: z.string(),
    /** The same without who said so: `budget low`, `stated weight`. */
    setBy: z.string(),
    assumed: z.boolean(),
  }),
  /** `value` times `weight.weight`. */
  contribution: z.number(),
};

export const costAccount = z.strictObject({
  lines: z.array(
    z.strictObject({
      item: z.enum(REQUEST_ITEMS),
      quantity: z.number(),
      unit: z.enum(["tokens", "calls"]),
      /** USD for so many units as `perUnits` says. */
      usd: z.number(),
      perUnits: z.number(),
      /** `quantity / perUnits * usd`; the lines add up to `usdPerRequest`. */
      usdPerRequest: z.number(),
      fact: z.string(),
    }),
  ),
  /** How the image tokens of a request come about. */
  images: z.array(
    z.strictObject({
      image: z.string(),
      count: z.number(),
      /** Null for an image known by its tokens only. */
      tiles: z.nullable(z.number()),
      baseTokens: z.nullable(z.number()),
      tokensPerTile: z.nullable(z.number()),
      /** By the other rule, of models that count patches. */
      patches: z.nullable(z.number()),
      tokensPerPatch: z.nullable(z.number()),
      tokensEach: z.nullable(z.number()),
    }),
  ),
  /** Billed tokens per visible output token: above 1 for a model that reasons in hidden tokens. */
  outputMultiple: z.number(),
  usdPerRequest: z.number(),
  requestsPerMonth: z.number(),
  /** The bill: `usdPerRequest * requestsPerMonth`. */
  usdPerMonth: z.number(),
  /** Requests of the task's usual month. */
  usualRequestsPerMonth: z.number(),
  /** Of a budget stated as an amount: below this one the usual month shrinks with it. Null for a word. */
  usualMonthAnchorUsd: z.nullable(z.number()),
  /** `usualRequestsPerMonth`; of an amount times `min(1, budgetUsdPerMonth / usualMonthAnchorUsd)`. */
  floorRequestsPerMonth: z.number(),
  /** `max(requestsPerMonth, floorRequestsPerMonth)`. */
  valuedRequestsPerMonth: z.number(),
  /** `usdPerRequest * valuedRequestsPerMonth`: what the value is of. */
  valuedUsdPerMonth: z.number(),
  /** Fine-tuning: once, no part of the month's bill. */
  training: z.nullable(
    z.strictObject({
      tokens: z.number(),
      epochs: z.number(),
      usdPerMillionTokens: z.number(),
      usdOnce: z.number(),
    }),
  ),
  /** Null: unlimited, every bill is worth 1. */
  budgetUsdPerMonth: z.nullable(z.number()),
  notes: z.array(z.string()),
  ...weighed,
});

export const waitAccount = z.strictObject({
  measure: z.enum(WAIT_MEASURES),
  firstTokenSeconds: interval,
  /** Tokens waited for by this measure. */
  tokens: z.number(),
  tokensPerSecond: interval,
  /** `firstTokenSeconds + tokens / tokensPerSecond`, with the slow ends of both and the fast ends of both. */
  waitSeconds: interval,
  /** Facts nobody states; a cautious guess stands in for them. */
  missing: factPaths,
  facts: factPaths,
  /** Null: nobody waits, every wait is worth 1. */
  targetSeconds: z.nullable(z.number()),
  zeroAtMultiple: z.number(),
  ...weighed,
});

const perCriterion = z.array(
  z.strictObject({
    criterion: z.enum(CRITERIA),
    value: z.number(),
    weight: z.number(),
    contribution: z.number(),
  }),
);

export const scoreAccount = z.strictObject({
  criteria: perCriterion,
  /** Sum of the contributions. */
  score: z.number(),
  /** Every uncertain figure at its worst end, and at its best. */
  range: z.tuple([z.number(), z.number()]),
  /** The pick or, for the pick itself, the runner-up. Null when there is nobody to compare with. */
  versus: z.nullable(
    z.strictObject({
      model: z.string(),
      name: z.string(),
      score: z.number(),
      criteria: z.array(
        z.strictObject({
          criterion: z.enum(CRITERIA),
          here: z.number(),
          there: z.number(),
          weight: z.number(),
          /** `weight * (here - there)`; they add up to the margin. */
          difference: z.number(),
        }),
      ),
      margin: z.number(),
    }),
  ),
});
