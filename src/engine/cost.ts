/** What a workload costs on one model, line by line, per request and per month. */
import type { NumericFact } from "./fact.ts";
import type { FactSheet } from "./fact-sheet.ts";
import { type BilledImages, billedImages, type ImageTokenFacts } from "./image-cost.ts";
import { type Money, perMillion, perThousand, times, total, usd } from "./money.ts";
import type { NeedWorkload } from "./need.ts";
import { longContextMultiples, type PriceFacts, priceFacts } from "./prices.ts";

/** Lines of a request's bill, in the order they are shown. */
export const COST_ITEMS = [
  "text-input",
  "cached-input",
  "images",
  "web-search-calls",
  "web-search-content",
  "file-search-calls",
  "output",
] as const;
export type CostItem = (typeof COST_ITEMS)[number];

export interface CostLine {
  item: CostItem;
  /** Per request. */
  quantity: number;
  unit: "tokens" | "calls";
  /** USD per million tokens or per thousand calls, after the long-input multiple. */
  price: number;
  /** USD per request. */
  usd: number;
  fact: NumericFact;
}

export interface CostEstimate {
  lines: CostLine[];
  images: BilledImages[];
  usdPerRequest: number;
  usdPerMonth: number;
  /** Training of a fine-tuned model: once, not a month's bill. */
  usdOnce: number;
  trainingPrice: NumericFact | null;
  prices: PriceFacts;
  /** What the figures rest on that the user should know. */
  notes: string[];
}

/** A price or a count nobody states: the model is unpriced, never free. */
export interface Unpriced {
  missing: string[];
  prices: PriceFacts;
}

export function isPriced(estimate: CostEstimate | Unpriced): estimate is CostEstimate {
  return "lines" in estimate;
}

export interface CostOptions {
  /** Billed tokens per visible output token: 1 unless the model also bills hidden reasoning. */
  outputMultiple: number;
  /** How another model counts images, for images known only by its count. */
  ruleOf: (modelId: string) => ImageTokenFacts | null;
}

interface Draft {
  item: CostItem;
  quantity: number;
  unit: CostLine["unit"];
  fact: NumericFact;
  multiple: number;
}

/**
 * The bill of a workload at list prices in force: uncached and cached input, images, tool calls and their
 * content, and output. Cached tokens without a cached price, or below the vendor's minimum prefix, are billed in full.
 */
export function estimateCost(
  sheet: FactSheet,
  workload: NeedWorkload,
  options: CostOptions,
): CostEstimate | Unpriced {
  const prices = priceFacts(sheet, workload.serviceTier, workload.fineTuned);
  const images = billedImages(workload.images, sheet, options.ruleOf);
  const cached = billableCachedTokens(sheet, workload, prices);
  const long = longContextMultiples(sheet, workload.inputTokens.mean);
  const { tools } = sheet.candidate.model;
  const searchCall = sheet.numeric(
    "tools.webSearchUsdPerThousandCalls",
    tools?.webSearchUsdPerThousandCalls,
    "price",
  );
  const searchBlock = sheet.numeric(
    "tools.webSearchInputTokensPerCall",
    tools?.webSearchInputTokensPerCall,
    "price",
  );
  const fileCall = sheet.numeric(
    "tools.fileSearchUsdPerThousandCalls",
    tools?.fileSearchUsdPerThousandCalls,
    "price",
  );
  const training = sheet.numeric(
    "trainingUsdPerMillionTokens",
    sheet.candidate.model.trainingUsdPerMillionTokens,
    "price",
  );
  const imageTokensPerRequest = images.reduce(
    (sum, image) => sum + (image.tokensEach ?? 0) * image.count,
    0,
  );
  const input = (item: CostItem, quantity: number): Draft => ({
    item,
    quantity,
    unit: "tokens",
    fact: prices.input,
    multiple: long.input,
  });
  const drafts: Draft[] = [
    input("text-input", workload.inputTokens.mean - cached.tokens),
    { ...input("cached-input", cached.tokens), fact: prices.cachedInput },
    input("images", imageTokensPerRequest),
    { item: "web-search-calls", quantity: workload.webSearches, unit: "calls", fact: searchCall, multiple: 1 },
    input("web-search-content", workload.webSearches * (searchBlock.value ?? 0)),
    { item: "file-search-calls", quantity: workload.fileSearches, unit: "calls", fact: fileCall, multiple: 1 },
    {
      item: "output",
      quantity: workload.outputTokens.mean * options.outputMultiple,
      unit: "tokens",
      fact: prices.output,
      multiple: long.output,
    },
  ];
  const used = drafts.filter((draft) => draft.quantity > 0);
  const trainingTokens = workload.trainingTokens * workload.epochs;
  const missing = [
    ...used.filter((draft) => draft.fact.value === null).map((draft) => draft.fact.path),
    ...(images.some((image) => image.tokensEach === null) ? ["imageTokens"] : []),
    ...(trainingTokens > 0 && training.value === null ? [training.path] : []),
  ];
  if (missing.length > 0) return { missing: [...new Set(missing)], prices };

  const lines = used.map((draft) => ({ ...draft, amount: amountOf(draft) }));
  const request = total(lines.map((line) => line.amount));
  return {
    lines: lines.map(({ amount, multiple, ...line }) => ({
      ...line,
      price: (line.fact.value ?? 0) * multiple,
      usd: usd(amount),
    })),
    images,
    usdPerRequest: usd(request),
    usdPerMonth: usd(times(request, workload.requestsPerMonth)),
    usdOnce: trainingTokens > 0 ? usd(perMillion(trainingTokens, training.value ?? 0)) : 0,
    trainingPrice: trainingTokens > 0 ? training : null,
    prices,
    notes: cached.note === null ? [] : [cached.note],
  };
}

function amountOf(draft: Draft): Money {
  const price = draft.fact.value ?? 0;
  const list =
    draft.unit === "tokens" ? perMillion(draft.quantity, price) : perThousand(draft.quantity, price);
  return times(list, draft.multiple);
}

function billableCachedTokens(
  sheet: FactSheet,
  workload: NeedWorkload,
  prices: PriceFacts,
): { tokens: number; note: string | null } {
  const asked = workload.cachedInputTokens;
  if (asked === 0) return { tokens: 0, note: null };
  const minimum = sheet.numeric(
    "limits.promptCacheMinimumTokens",
    sheet.candidate.model.limits?.promptCacheMinimumTokens,
    "limit",
  ).value;
  if (minimum !== null && asked < minimum) {
    return {
      tokens: 0,
      note: `${sheet.candidate.name}: ${asked} cached tokens are below the ${minimum} the cache starts at; billed in full`,
    };
  }
  if (prices.cachedInput.value === null) {
    return {
      tokens: 0,
      note: `${sheet.candidate.name}: no price for cached input is listed here; cached tokens are billed in full`,
    };
  }
  return { tokens: asked, note: null };
}
