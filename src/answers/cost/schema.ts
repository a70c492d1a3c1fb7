/** What a workload costs as JSON: every bill line by line, and the break-even points. Figures unrounded. */
import * as z from "zod/mini";
import { requirements } from "../../schema/requirements.ts";
import { isoDate } from "../../schema/scalars.ts";
import { IMAGE_DETAILS, REQUEST_ITEMS, SERVICE_TIERS } from "../../schema/vocabulary.ts";
import { exclusionReason } from "../recommendation/ranking-schema.ts";
import { recommendation, sourceNote, successor, warning } from "../recommendation/schema.ts";
import { rateFit } from "./rate-fit-schema.ts";

// Where one quantity, everything else as it is, turns which model is cheaper or whether a budget holds.

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

/** `not-sold`: the vendor says it does not offer this tier; `unpriced`: a price or a count nobody states. */
export const BILL_STATUSES = ["priced", "not-sold", "unpriced"] as const;
export type BillStatus = (typeof BILL_STATUSES)[number];

export const BILL_ITEMS = [...REQUEST_ITEMS, "training"] as const;
export type BillItem = (typeof BILL_ITEMS)[number];

/** Null where the period is not known or not asked for, or the line is not part of it. */
const amounts = {
  usdPerRequest: z.nullable(z.number()),
  usdPerMonth: z.nullable(z.number()),
  usdUntilShutdown: z.nullable(z.number()),
  usdTotal: z.nullable(z.number()),
};

export const billLine = z.strictObject({
  item: z.enum(BILL_ITEMS),
  /** A request; of training, the whole job. */
  quantity: z.number(),
  unit: z.enum(["tokens", "calls"]),
  /** USD for so many units as `perUnits` says, a long input's multiple included. */
  price: z.number(),
  perUnits: z.number(),
  /** What a long input multiplies the listed price by. */
  multiple: z.number(),
  ...amounts,
  /** Place in the model file: `prices.standard.input`. */
  fact: z.string(),
  evidence: z.array(z.string()),
});
export type BillLine = z.infer<typeof billLine>;

export const billedImage = z.strictObject({
  /** `1024x1024`; null for an image known by its tokens only. */
  pixels: z.nullable(z.string()),
  detail: z.nullable(z.enum(IMAGE_DETAILS)),
  /** A request. */
  count: z.number(),
  /** After scaling down, pixels; null at low detail and where it is not scaled by rule. */
  scaled: z.nullable(z.strictObject({ width: z.number(), height: z.number() })),
  tilesWide: z.nullable(z.number()),
  tilesHigh: z.nullable(z.number()),
  tiles: z.nullable(z.number()),
  baseTokens: z.nullable(z.number()),
  tokensPerTile: z.nullable(z.number()),
  tokensEach: z.nullable(z.number()),
  usdEach: z.nullable(z.number()),
  /** `2,833 + 4 x 5,667 = 25,501 tokens`. */
  arithmetic: z.string(),
});
export type BilledImage = z.infer<typeof billedImage>;

/** A price of the user's own that is used instead of the vendor's. */
export const ownPrice = z.strictObject({
  fact: z.string(),
  value: z.number(),
  source: z.string(),
  observed: isoDate,
  note: z.nullable(z.string()),
  /** The vendor's price; null when the catalog has none. */
  listPrice: z.nullable(z.number()),
});
export type OwnPrice = z.infer<typeof ownPrice>;

export const modelBill = z.strictObject({
  model: z.string(),
  name: z.string(),
  /** Null before the model is released. */
  snapshot: z.nullable(z.string()),
  serviceTier: z.enum(SERVICE_TIERS),
  fineTuned: z.boolean(),
  status: z.enum(BILL_STATUSES),
  /** Facts that nobody states, where the status is `unpriced`. */
  missing: z.array(z.string()),
  /** Meets every hard requirement. */
  qualifies: z.boolean(),
  reasons: z.array(exclusionReason),
  lines: z.array(billLine),
  images: z.array(billedImage),
  /** Billed tokens per visible output token: above 1 for a model that reasons in hidden tokens. */
  outputMultiple: z.number(),
  reasoningEffort: z.nullable(z.string()),
  ...amounts,
  /** Training of a fine-tuned model, part of what is paid until the shutdown and of the total. */
  usdOnce: z.nullable(z.number()),
  shutdown: z.nullable(
    z.strictObject({
      date: isoDate,
      /** Days of service left, the last one included; 0 when it is over. */
      servedDays: z.int(),
      requests: z.number(),
    }),
  ),
  ownPrices: z.array(ownPrice),
  notes: z.array(z.string()),
});
export type ModelBill = z.infer<typeof modelBill>;

export const tierPrice = z.strictObject({
  serviceTier: z.enum(SERVICE_TIERS),
  status: z.enum(BILL_STATUSES),
  missing: z.array(z.string()),
  ...amounts,
});
export type TierPrice = z.infer<typeof tierPrice>;

export const tierComparison = z.strictObject({
  model: z.string(),
  name: z.string(),
  tiers: z.array(tierPrice),
});
export type TierComparison = z.infer<typeof tierComparison>;

/** What wrong answers add, from success rates the user measured. */
export const errorAccount = z.strictObject({
  usdPerError: z.nullable(z.number()),
  models: z.array(
    z.strictObject({
      model: z.string(),
      name: z.string(),
      successRate: z.number(),
      usdPerRequest: z.number(),
      /** Cost of a request divided by the success rate; null at a rate of 0. */
      usdPerSuccess: z.nullable(z.number()),
      /** `usdPerRequest + (1 - successRate) * usdPerError`. */
      usdPerRequestWithErrors: z.nullable(z.number()),
      usdPerMonthWithErrors: z.nullable(z.number()),
    }),
  ),
  /** Cheapest once errors are paid for; null without an error cost, or on a tie. */
  cheapest: z.nullable(z.string()),
});
export type ErrorAccount = z.infer<typeof errorAccount>;

export const costResult = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(1),
  asOf: isoDate,
  program: recommendation.shape.program,
  catalog: z.strictObject({
    digest: z.string(),
    newestEvidence: z.nullable(isoDate),
    newestPrice: z.nullable(isoDate),
    overlaid: z.array(z.string()),
  }),
  requirements,
  assumptions: recommendation.shape.assumptions,
  /** One plain sentence of at most 200 characters. */
  summary: z.string(),
  /** Cheapest for the job or, where none was named, by the month, of those that qualify before the others; null on a tie. */
  cheapest: z.nullable(z.string()),
  requestsPerMonth: z.number(),
  /** Of a one-off job; null when none was named. */
  totalRequests: z.nullable(z.number()),
  /** What the budget break-evens are measured against; null when unlimited. */
  budgetUsdPerMonth: z.nullable(z.number()),
  bills: z.array(modelBill),
  /** Null unless asked for. */
  tiers: z.nullable(z.array(tierComparison)),
  /** Of more than 50 models, those between two are of the first 50 by rank. */
  breakEvens: z.array(breakEven),
  /** Null without a usage tier. */
  rateLimits: z.nullable(z.array(rateFit)),
  /** Null without success rates of the user's own. */
  errors: z.nullable(errorAccount),
  successor: z.nullable(successor),
  warnings: z.array(warning),
  sources: z.record(z.string(), sourceNote),
});
export type CostResult = z.infer<typeof costResult>;
