/** The table of facts: for every place in a model file what kind of fact stands there, its label, its unit, which way is better. */
import type { Benchmark } from "../schema/descriptions.ts";
import type { ModelFacts } from "../schema/model.ts";
import {
  type FactKind,
  type Feature,
  type ServiceTier,
  TOKEN_PRICES,
  type TokenPrice,
  type UsageTier,
} from "../schema/vocabulary.ts";

/** What the number at a place counts. How each is written is for whoever writes it. */
export type FactUnit =
  | "USD per million tokens"
  | "USD per thousand calls"
  | "USD per gigabyte and day"
  | "tokens"
  | "tokens a call"
  | "pixels"
  | "patches"
  | "tokens per second"
  | "tokens per minute"
  | "requests per minute"
  | "requests per day"
  | "seconds"
  | "seconds a request"
  | "share"
  | "parameters"
  | "percent right"
  | "percent wrong"
  | "Elo points";

interface FactRow {
  /** Decides whose word counts first, and for how long. */
  kind: FactKind;
  /** `*` stands for the open part of the place. */
  label: string;
  /** Absent for words, dates, yes or no, and plain numbers. */
  unit?: FactUnit;
  /** Which of two values of one day makes the model look better; the other one is believed. */
  better?: "lower" | "higher";
}

type Keyed<Key extends string> = string extends Key
  ? "*"
  : Key extends ServiceTier | UsageTier | Feature
    ? "*"
    : Key;

/** More levels than the model file has: a reader of the types must see that they end. */
type DeepestPlace = 4;

/** Places of a part of the model file: as they are written, or with `*` for tiers, features and ids. */
type Place<Part, IsOpen extends boolean, Above extends unknown[] = []> = {
  [Key in keyof Part & string]-?: NonNullable<Part[Key]> extends readonly { source: string }[]
    ? IsOpen extends true
      ? Keyed<Key>
      : Key
    : Above["length"] extends DeepestPlace
      ? never
      : `${IsOpen extends true ? Keyed<Key> : Key}.${Place<NonNullable<Part[Key]>, IsOpen, [...Above, Key]>}`;
}[keyof Part & string];

/** A place in the model file: `prices.standard.input`, `features.vision`. */
export type FactPath = Place<ModelFacts, false>;

/** The value a claim at a place states. */
export type ValueAt<Path extends string, Part = ModelFacts> = Path extends keyof Part
  ? NonNullable<Part[Path]> extends readonly { value: infer Value }[]
    ? Value
    : never
  : Path extends `${infer Head}.${infer Rest}`
    ? Head extends keyof Part
      ? ValueAt<Rest, NonNullable<Part[Head]>>
      : never
    : never;

/** Places whose claims state numbers. */
export type NumericPath<Path extends string = FactPath> = Path extends FactPath
  ? ValueAt<Path> extends number
    ? Path
    : never
  : never;

const price = (label: string, unit: FactUnit = "USD per million tokens") =>
  ({ kind: "price", label, unit, better: "lower" }) as const;
const limit = (label: string, unit: FactUnit = "tokens") =>
  ({ kind: "limit", label, unit, better: "higher" }) as const;
const date = (label: string) => ({ kind: "lifecycle", label }) as const;
const stated = (label: string) => ({ kind: "limit", label }) as const;

export const PRICE_LABELS = {
  input: "input price",
  cachedInput: "cached input price",
  cacheWrite: "cache write price",
  cacheWriteTwelveHours: "cache write price for twelve hours",
  output: "output price",
} as const satisfies Record<TokenPrice, string>;

/** The prices of one list: `input price (*)`. */
function priceRows<List extends string>(list: List, which: string) {
  const rows = TOKEN_PRICES.map((name) => [
    `${list}.*.${name}`,
    price(`${PRICE_LABELS[name]} (${which})`),
  ]);
  return Object.fromEntries(rows) as Record<`${List}.*.${TokenPrice}`, ReturnType<typeof price>>; // each of them
}

/** A place the schema has and this table has not does not compile, nor the other way round. */
const ROWS = {
  ...priceRows("prices", "*"),
  "prices.*.offered": stated("sold in the * tier"),
  ...priceRows("fineTunedPrices", "fine-tuned, *"),
  "fineTunedPrices.*.offered": stated("sold in the fine-tuned, * tier"),
  trainingUsdPerMillionTokens: price("training price"),
  "tools.webSearchUsdPerThousandCalls": price("web search price", "USD per thousand calls"),
  "tools.webSearchInputTokensPerCall": price("tokens of one web search", "tokens a call"),
  "tools.fileSearchUsdPerThousandCalls": price("file search price", "USD per thousand calls"),
  "tools.fileStorageUsdPerGigabyteDay": price("file storage price", "USD per gigabyte and day"),
  longContext: { kind: "price", label: "price step for long inputs" },
  regionalUplift: price("regional surcharge", "share"),
  "limits.contextTokens": limit("context window"),
  "limits.maxInputTokens": limit("longest input"),
  "limits.maxOutputTokens": limit("longest answer"),
  "limits.promptCacheMinimumTokens": limit("shortest cached prefix"),
  "rateLimits.*.requestsPerMinute": limit(
    "requests per minute, usage tier *",
    "requests per minute",
  ),
  "rateLimits.*.requestsPerDay": limit("requests per day, usage tier *", "requests per day"),
  "rateLimits.*.tokensPerMinute": limit("tokens per minute, usage tier *", "tokens per minute"),
  "rateLimits.*.batchQueueTokens": limit("batch queue, usage tier *"),
  "imageTokens.base": limit("tokens of an image"),
  "imageTokens.perTile": limit("tokens of an image tile"),
  "imageTokens.patches.sidePixels": limit("side of an image patch", "pixels"),
  "imageTokens.patches.multiplier": limit("tokens of an image patch"),
  "imageTokens.patches.budget": limit("most patches of an image", "patches"),
  "imageTokens.countTowardsContext": stated("whether images fill the context window"),
  tokenizer: stated("tokenizer"),
  "modalities.input": stated("input"),
  "modalities.output": stated("output"),
  "endpoints.supported": stated("endpoints"),
  "endpoints.unsupported": stated("endpoints not served"),
  "features.*": stated("offers *"),
  "requestParameters.*": stated("request parameter *"),
  // The direction of a benchmark is that of its scale; the unit too, see factRow.
  "benchmarks.*": { kind: "benchmark", label: "*" },
  "ownTests.*": { kind: "benchmark", label: "own tests (*)" },
  "otherResults.*": { kind: "benchmark", label: "*" },
  "speed.outputTokensPerSecond": {
    kind: "latency",
    label: "output speed",
    unit: "tokens per second",
    better: "higher",
  },
  "speed.timeToFirstTokenSeconds": {
    kind: "latency",
    label: "time to first token",
    unit: "seconds",
    better: "lower",
  },
  "speed.requestSeconds": {
    kind: "latency",
    label: "time of a whole request",
    unit: "seconds a request",
  },
  "lifecycle.released": date("release"),
  "lifecycle.deprecated": date("deprecation"),
  "lifecycle.shutdown": date("shutdown"),
  "lifecycle.replacement": date("named replacement"),
  "lifecycle.fineTuningCloses": date("end of new fine-tuning jobs"),
  "lifecycle.fineTuningClosedToNewCustomers": date("end of fine-tuning for new customers"),
  "lifecycle.alsoCloses": date("closed around the model"),
  alias: date("snapshot the plain id means"),
  "reasoning.efforts": stated("reasoning efforts"),
  "reasoning.defaultEffort": stated("default reasoning effort"),
  "reasoning.outputMultiple.*": {
    kind: "limit",
    label: "billed tokens per visible one, effort *",
    better: "higher",
  },
  measuredSwitches: { kind: "benchmark", label: "the same work before and after" },
  knowledgeCutoff: stated("end of knowledge"),
  "parameters.disclosed": stated("parameters as disclosed"),
  "parameters.estimates": limit("parameters as estimated", "parameters"),
  "about.architecture": stated("architecture"),
  "about.pretraining": stated("pre-training"),
  "about.alignment": stated("alignment"),
  "about.safety": stated("safety"),
  "about.moderation": stated("moderation"),
  "about.device": stated("use on devices"),
  "about.residency": stated("regions"),
  "about.retention": stated("retention"),
  "about.knownLimitations": stated("known limitations"),
} as const satisfies Record<Place<ModelFacts, true>, FactRow>;

const BY_PLACE: ReadonlyMap<string, FactRow> = new Map(Object.entries(ROWS));

/** `prices.`, `benchmarks.`: what stands before the open part of a place. */
const OPEN = [
  ...new Set(
    Object.keys(ROWS).flatMap((place) =>
      place.includes("*") ? [place.slice(0, place.indexOf("*"))] : [],
    ),
  ),
];

const SCALES = {
  percent: { unit: "percent right", better: "higher" },
  "percent-wrong": { unit: "percent wrong", better: "lower" },
  elo: { unit: "Elo points", better: "higher" },
} as const satisfies Record<Benchmark["scale"], Pick<FactRow, "unit" | "better">>;

/**
 * The row of one fact, its label filled in.
 *
 * @param benchmarks gives a benchmark its name and its unit
 * @throws RangeError for a place that no model file has
 */
export function factRow(path: string, benchmarks?: ReadonlyMap<string, Benchmark>): FactRow {
  const row = BY_PLACE.get(path);
  if (row !== undefined) return row;
  const room = OPEN.find((start) => path.startsWith(start)) ?? "";
  const rest = path.slice(room.length);
  const dot = rest.indexOf(".");
  // Ids of benchmarks may hold dots: what is open to the end is open whole.
  const toTheEnd = BY_PLACE.get(`${room}*`);
  const key = toTheEnd === undefined ? rest.slice(0, dot) : rest;
  const open = toTheEnd ?? BY_PLACE.get(`${room}*${rest.slice(dot)}`);
  if (open === undefined) throw new RangeError(`no model file has a fact at ${path}`);
  const benchmark = room === "benchmarks." ? benchmarks?.get(key) : undefined;
  return benchmark === undefined
    ? { ...open, label: open.label.replace("*", key) }
    : { ...open, ...benchmarkScale(benchmark), label: benchmark.name };
}

/** Unit and direction of the results of a benchmark. */
export function benchmarkScale({ scale }: Benchmark): (typeof SCALES)[Benchmark["scale"]] {
  return SCALES[scale];
}
