/** One model: who it is, and every fact about it as claims. One YAML file a model. */
import * as z from "zod/mini";
import { claims } from "./claim.ts";
import { source, vendor } from "./descriptions.ts";
import {
  amount,
  count as anyCount,
  identifier,
  isoDate,
  sentence,
  share,
  within,
} from "./scalars.ts";
import { MOST, MOST_RESULT } from "./texts.ts";
import {
  FEATURES,
  byName,
  MODEL_FAMILIES,
  MODEL_ROLES,
  PARAMETER_ACCEPTANCES,
  REQUEST_ENDPOINTS,
  REQUEST_PARAMETERS,
  type RequestParameterName,
  SERVICE_TIERS,
  TOKEN_PRICES,
  USAGE_TIERS,
} from "./vocabulary.ts";

/** No price list comes near a dollar a token, nor does any but a free one fall below a billionth of one. */
const price = amount(1e-9, 1e6);
const usdPerMillionTokens = claims(price);
/** Tokens, requests and items that a limit or a measurement speaks of. */
const positive = within(1e-3, MOST);
const count = anyCount.check(z.lte(MOST));
/** How many times as much: of tokens billed, of a price. */
const multiple = within(1e-3, 1e4);
const seconds = within(1e-4, 1e6);
/** Percentages and ratings; what a percentage may be is checked where the benchmark is known. */
const result = within(-MOST_RESULT, MOST_RESULT);

/** One price list, USD per million tokens. A price nobody states is absent: unknown, never zero. */
export const priceList = z.strictObject({
  ...byName(TOKEN_PRICES, () => z.optional(usdPerMillionTokens)),
  /** Whether the vendor sells this tier at all; a stated `false` excludes the model from it. */
  offered: z.optional(claims(z.boolean())),
});

const priceListsByTier = z.partialRecord(z.enum(SERVICE_TIERS), priceList);

/** A fixed charge per use of a vendor's tool. */
export const toolPrices = z.strictObject({
  webSearchUsdPerThousandCalls: z.optional(claims(price)),
  /** Search content billed as a fixed block of input tokens a call. */
  webSearchInputTokensPerCall: z.optional(claims(count)),
  fileSearchUsdPerThousandCalls: z.optional(claims(price)),
  fileStorageUsdPerGigabyteDay: z.optional(claims(price)),
});

/** Above this many input tokens the whole request is billed at these multiples. */
export const longContextStep = z.strictObject({
  aboveInputTokens: positive,
  inputMultiple: multiple,
  outputMultiple: multiple,
});

/** What one OpenAI usage tier may send. */
export const rateLimit = z.strictObject({
  requestsPerMinute: z.optional(claims(positive)),
  requestsPerDay: z.optional(claims(positive)),
  tokensPerMinute: z.optional(claims(positive)),
  batchQueueTokens: z.optional(claims(positive)),
});

/** Seconds of a whole request: mean, spread and slow tail of one measurement. */
export const requestTiming = z.strictObject({
  mean: z.optional(seconds),
  standardDeviation: z.optional(seconds),
  median: z.optional(seconds),
  p95: z.optional(seconds),
});

export const snapshot = z.strictObject({
  id: identifier,
  released: isoDate,
  /** The snapshot the plain model id means today. */
  default: z.optional(z.literal(true)),
});

function isRequestParameter(name: string): name is RequestParameterName {
  return REQUEST_PARAMETERS.some((each) => each === name);
}

const descriptive = z.optional(claims(sentence));

/** Passes of the user's own tests of one kind of work, and what puts them on the common scale of ability. */
export const ownTests = z.strictObject({
  /** The run they come from. */
  run: sentence,
  tests: count.check(z.gte(1)),
  /** Mean over the distinct tests of each test's share of passes. */
  passRate: share,
  /** Tests that the repeats are worth. */
  effectiveTests: within(1e-3, MOST),
  /** Empirical log-odds of passing, and their standard error. */
  logit: within(-100, 100),
  standardError: within(0, 100),
  /** Of the tests, logits; absent where a target takes its place. */
  difficulty: z.optional(within(-100, 100)),
  /** The success rate that the work needs. */
  target: z.optional(share.check(z.gt(0), z.lt(1))),
  /** Tests that another model took too. */
  pairs: z.array(
    z.strictObject({
      with: sentence,
      both: count,
      onlyThis: count,
      onlyOther: count,
      neither: count,
    }),
  ),
});
export type OwnTests = z.infer<typeof ownTests>;

/** What a model does with one parameter of a request, and what a caller who sends it today has to do. */
export const requestParameter = z.strictObject({
  accepted: z.enum(PARAMETER_ACCEPTANCES),
  /** The condition of `only-with`. */
  with: z.optional(
    z.strictObject({
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
const patchRule = z.strictObject({
  sidePixels: claims(positive),
  multiplier: claims(positive),
  /** Most patches of an image; a larger one is scaled down. Unknown where nobody says. */
  budget: z.optional(claims(positive)),
});

/** Somebody's measurement of the same work before and after a change of model. */
const measuredSwitch = z.strictObject({
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
    z.strictObject({
      contextTokens: z.optional(claims(positive)),
      maxInputTokens: z.optional(claims(positive)),
      maxOutputTokens: z.optional(claims(positive)),
      promptCacheMinimumTokens: z.optional(claims(count)),
    }),
  ),
  /** One of two rules: a base and so much a tile, or patches. */
  imageTokens: z.optional(
    z.strictObject({
      base: z.optional(claims(count)),
      perTile: z.optional(claims(count)),
      patches: z.optional(patchRule),
      /** Whether billed image tokens also fill the context window; unknown where nobody says. */
      countTowardsContext: z.optional(claims(z.boolean())),
    }),
  ),
  modalities: z.optional(
    z.strictObject({
      input: claims(z.array(identifier)),
      output: claims(z.array(identifier)),
    }),
  ),
  tokenizer: z.optional(claims(identifier)),
  features: z.optional(z.partialRecord(z.enum(FEATURES), claims(z.boolean()))),
  endpoints: z.optional(
    z.strictObject({
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
    z.strictObject({
      outputTokensPerSecond: z.optional(claims(within(1e-3, 1e6))),
      timeToFirstTokenSeconds: z.optional(claims(seconds)),
      /** Whole requests of a named suite; shown, never used to decide. */
      requestSeconds: z.optional(claims(requestTiming)),
    }),
  ),
  lifecycle: z.optional(
    z.strictObject({
      released: z.optional(claims(isoDate)),
      deprecated: z.optional(claims(isoDate)),
      /** Last day of service in the vendor's API. */
      shutdown: z.optional(claims(isoDate)),
      replacement: z.optional(claims(identifier)),
      /** First day without new fine-tuning jobs, even for active customers. */
      fineTuningCloses: z.optional(claims(isoDate)),
      fineTuningClosedToNewCustomers: z.optional(claims(isoDate)),
      /** What the vendor closes around the model before or with it. */
      alsoCloses: z.optional(claims(z.strictObject({ what: sentence, on: isoDate }))),
    }),
  ),
  reasoning: z.optional(
    z.strictObject({
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
    z.strictObject({
      /** What the vendor discloses, in words ("undisclosed"). */
      disclosed: claims(sentence),
      /** Published estimates, number of weights; never used to decide. */
      estimates: z.optional(claims(within(1, 1e18))),
    }),
  ),
  about: z.optional(
    z.strictObject({
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
export const model = z.strictObject({
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
export const modelOverlay = z.strictObject({
  id: identifier,
  sources: z.optional(z.array(source)),
  /** A flat reduction of every token price, 0.15 for 15 %, agreed with the vendor. */
  discount: z.optional(claims(share)),
  ...facts,
});
export type ModelOverlay = z.infer<typeof modelOverlay>;
