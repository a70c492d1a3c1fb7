/** One model: who it is, and every fact about it as claims. One YAML file a model. */
import * as z from "zod/mini";
import { strictObject } from "./strict-object.ts";
import { claims } from "./claim.ts";
import { source, vendor } from "./descriptions.ts";
import { ownTests } from "./evaluation.ts";
import {
  longContextStep,
  priceListsByTier,
  toolPrices,
  usdPerMillionTokens,
} from "./price-list.ts";
import {
  boundedCount,
  identifier,
  isoDate,
  multiple,
  quantity,
  sentence,
  share,
  within,
} from "./scalars.ts";
import { MOST_RESULT } from "./texts.ts";
import {
  FEATURES,
  MODEL_FAMILIES,
  MODEL_ROLES,
  PARAMETER_ACCEPTANCES,
  REQUEST_ENDPOINTS,
  REQUEST_PARAMETERS,
  type RequestParameterName,
  USAGE_TIERS,
} from "./vocabulary.ts";

const seconds = within(1e-4, 1e6);
/** Percentages and ratings; what a percentage may be is checked where the benchmark is known. */
const result = within(-MOST_RESULT, MOST_RESULT);

/** What one OpenAI usage tier may send. */
export const rateLimit = strictObject({
  requestsPerMinute: z.optional(claims(quantity)),
  requestsPerDay: z.optional(claims(quantity)),
  tokensPerMinute: z.optional(claims(quantity)),
  batchQueueTokens: z.optional(claims(quantity)),
});

/** Seconds of a whole request: mean, spread and slow tail of one measurement. */
export const requestTiming = strictObject({
  mean: z.optional(seconds),
  standardDeviation: z.optional(seconds),
  median: z.optional(seconds),
  p95: z.optional(seconds),
});

export const snapshot = strictObject({
  id: identifier,
  released: isoDate,
  /** The snapshot the plain model id means today. */
  default: z.optional(z.literal(true)),
});

function isRequestParameter(name: string): name is RequestParameterName {
  return REQUEST_PARAMETERS.some((each) => each === name);
}

const descriptive = z.optional(claims(sentence));

/** What a model does with one parameter of a request, and what a caller who sends it today has to do. */
export const requestParameter = strictObject({
  accepted: z.enum(PARAMETER_ACCEPTANCES),
  /** The condition of `only-with`. */
  with: z.optional(
    strictObject({
      effort: z.optional(identifier),
      endpoint: z.optional(z.enum(REQUEST_ENDPOINTS)),
      value: z.optional(sentence),
    }),
  ),
  /** Where that holds; absent: wherever the request is sent. */
  endpoint: z.optional(z.enum(REQUEST_ENDPOINTS)),
  replacedBy: z.optional(sentence),
  /** What becomes different although the request passes. */
  changes: z.optional(z.enum(["meaning", "price"])),
  /** It is a request that leaves the parameter out that becomes different. */
  whenOmitted: z.optional(z.literal(true)),
  /** What to do, to follow the parameter's name. */
  advice: sentence,
});
export type RequestParameter = z.infer<typeof requestParameter>;

/** A rule of images by patches: sides are cut into patches of so many pixels, each billed at a multiple of one token. */
const patchRule = strictObject({
  sidePixels: claims(quantity),
  multiplier: claims(quantity),
  /** Most patches of an image; a larger one is scaled down. Unknown where nobody says. */
  budget: z.optional(claims(quantity)),
});

/** Somebody's measurement of the same work before and after a change of model. */
const measuredSwitch = strictObject({
  from: identifier,
  work: sentence,
  result: sentence,
});

const facts = {
  /** What the alias pointed to, with `from` and `until`; absent means always the default snapshot. */
  alias: z.optional(claims(identifier)),
  prices: z.optional(priceListsByTier),
  fineTunedPrices: z.optional(priceListsByTier),
  trainingUsdPerMillionTokens: z.optional(usdPerMillionTokens),
  tools: z.optional(toolPrices),
  longContext: z.optional(claims(longContextStep)),
  regionalUplift: z.optional(claims(within(0, 100))),
  limits: z.optional(
    strictObject({
      contextTokens: z.optional(claims(quantity)),
      maxInputTokens: z.optional(claims(quantity)),
      maxOutputTokens: z.optional(claims(quantity)),
      promptCacheMinimumTokens: z.optional(claims(boundedCount)),
    }),
  ),
  /** One of two rules: a base and so much a tile, or patches. */
  imageTokens: z.optional(
    strictObject({
      base: z.optional(claims(boundedCount)),
      perTile: z.optional(claims(boundedCount)),
      patches: z.optional(patchRule),
      /** Whether billed image tokens also fill the context window; unknown where nobody says. */
      countTowardsContext: z.optional(claims(z.boolean())),
    }),
  ),
  modalities: z.optional(
    strictObject({
      input: claims(z.array(identifier)),
      output: claims(z.array(identifier)),
    }),
  ),
  tokenizer: z.optional(claims(identifier)),
  features: z.optional(z.partialRecord(z.enum(FEATURES), claims(z.boolean()))),
  endpoints: z.optional(
    strictObject({
      supported: claims(z.array(sentence)),
      unsupported: z.optional(claims(z.array(sentence))),
    }),
  ),
  /** Parameters of a request by name, where they are not what they are on the models before. */
  requestParameters: z.optional(
    z
      .record(identifier, claims(requestParameter))
      .check(
        z.refine(
          (named) => Object.keys(named).every((name) => isRequestParameter(name)),
          `expected request parameters: ${REQUEST_PARAMETERS.join(", ")}`,
        ),
      ),
  ),
  rateLimits: z.optional(z.partialRecord(z.enum(USAGE_TIERS), rateLimit)),
  benchmarks: z.optional(z.record(identifier, claims(result))),
  /** By the task that was tested. */
  ownTests: z.optional(z.record(identifier, claims(ownTests))),
  /** Shown, never used to decide: composite indexes, retired question sets, tests one model alone took. */
  otherResults: z.optional(z.record(identifier, claims(result))),
  speed: z.optional(
    strictObject({
      outputTokensPerSecond: z.optional(claims(within(1e-3, 1e6))),
      timeToFirstTokenSeconds: z.optional(claims(seconds)),
      /** Whole requests of a named suite; shown, never used to decide. */
      requestSeconds: z.optional(claims(requestTiming)),
    }),
  ),
  lifecycle: z.optional(
    strictObject({
      released: z.optional(claims(isoDate)),
      deprecated: z.optional(claims(isoDate)),
      /** Last day of service in the vendor's API. */
      shutdown: z.optional(claims(isoDate)),
      replacement: z.optional(claims(identifier)),
      /** First day without new fine-tuning jobs, even for active customers. */
      fineTuningCloses: z.optional(claims(isoDate)),
      fineTuningClosedToNewCustomers: z.optional(claims(isoDate)),
      /** What the vendor closes around the model before or with it. */
      alsoCloses: z.optional(claims(strictObject({ what: sentence, on: isoDate }))),
    }),
  ),
  reasoning: z.optional(
    strictObject({
      efforts: claims(z.array(identifier)),
      /** The effort of a request that names none. */
      defaultEffort: z.optional(claims(identifier)),
      /** Billed tokens per visible output token, by effort. */
      outputMultiple: z.optional(z.record(identifier, claims(multiple))),
    }),
  ),
  /** The same work on another model before and on this one after; shown, never used to decide. */
  measuredSwitches: z.optional(claims(measuredSwitch)),
  knowledgeCutoff: z.optional(claims(isoDate)),
  parameters: z.optional(
    strictObject({
      /** What the vendor discloses, in words ("undisclosed"). */
      disclosed: claims(sentence),
      /** Published estimates, number of weights; never used to decide. */
      estimates: z.optional(claims(within(1, 1e18))),
    }),
  ),
  about: z.optional(
    strictObject({
      architecture: descriptive,
      pretraining: descriptive,
      alignment: descriptive,
      safety: descriptive,
      moderation: descriptive,
      device: descriptive,
      residency: descriptive,
      retention: descriptive,
      knownLimitations: descriptive,
    }),
  ),
};

/** A complete model. */
export const model = strictObject({
  id: identifier,
  name: sentence,
  provider: identifier,
  role: z._default(z.enum(MODEL_ROLES), "candidate"),
  family: z._default(z.enum(MODEL_FAMILIES), "standard"),
  snapshots: z.array(snapshot).check(z.minLength(1)),
  sources: z.optional(z.array(source)),
  /** Names of vendors the catalog does not list yet. */
  vendors: z.optional(z.array(vendor)),
  ...facts,
});
export type Model = z.infer<typeof model>;
/** The part of a model that is claims. */
export type ModelFacts = z.infer<z.ZodMiniObject<typeof facts, z.core.$strict>>;

/** Extra claims about a model the catalog already has: own prices, own measurements. */
export const modelOverlay = strictObject({
  id: identifier,
  sources: z.optional(z.array(source)),
  /** A flat reduction of every token price, 0.15 for 15 %, agreed with the vendor. */
  discount: z.optional(claims(share)),
  ...facts,
});
export type ModelOverlay = z.infer<typeof modelOverlay>;
