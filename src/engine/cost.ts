/** What a workload costs on one model, line by line, per request and per month. */
import { billableCachedTokens, cacheWriteNote } from "./cached-input.ts";
import { longContextNote, searchContentNote } from "./cost-notes.ts";
import type { NumericFact } from "./fact.ts";
import type { FactSheet } from "./fact-sheet.ts";
import { type BilledImages, billedImages, type ImageTokenFacts } from "./image-cost.ts";
import {
  exact,
  isPositive,
  type Money,
  NO_MONEY,
  perMillion,
  perThousand,
  times,
  total,
  usd,
} from "./money.ts";
import type { NeedWorkload } from "./need.ts";
import { remembered } from "./remembered.ts";
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
  /** What a long input multiplies the price of the fact by; 1 below the vendor's threshold. */
  multiple: number;
  /** USD per request. */
  usd: number;
  /** The same, exact. */
  amount: Money;
  fact: NumericFact;
}

export interface CostEstimate {
  lines: CostLine[];
  images: BilledImages[];
  usdPerRequest: number;
  usdPerMonth: number;
  /** Training of a fine-tuned model: once, not a month's bill. */
  usdOnce: number;
  /** The same amounts, exact. */
  exact: { request: Money; once: Money };
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
  quantity: Money;
  unit: CostLine["unit"];
  fact: NumericFact;
  multiple: number;
}

/**
 * The bill of a workload at the prices in force: uncached and cached input, images, tool calls and their
 * content, and output. Cached tokens without a cached price, or below the vendor's minimum prefix, are billed in full.
 */
export function estimateCost(
  sheet: FactSheet,
  workload: NeedWorkload,
  options: CostOptions,
): CostEstimate | Unpriced {
  const { model } = sheet.candidate;
  const prices = priceFacts(sheet, workload.serviceTier, workload.fineTuned);
  const images = billedImages(workload.images, sheet, options.ruleOf);
  const cached = billableCachedTokens(sheet, workload, prices);
  const tools = toolFacts(sheet);
  const training = sheet.numeric(
    "trainingUsdPerMillionTokens",
    model.trainingUsdPerMillionTokens,
    "price",
  );
  const text = exact(workload.inputTokens.mean);
  const imageTokens = total(
    images.map(({ tokensEach, count }) => exact(tokensEach ?? 0).times(count)),
  );
  const content =
    workload.webSearches === 0
      ? NO_MONEY
      : exact(workload.webSearches).times(tools.searchBlock.value ?? 0);
  const long = longContextMultiples(sheet, () => usd(total([text, imageTokens, content])));

  const input = (item: CostItem, quantity: Money): Draft => ({
    item,
    quantity,
    unit: "tokens",
    fact: prices.input,
    multiple: long.input,
  });
  const calls = (item: CostItem, quantity: number, fact: NumericFact): Draft => ({
    item,
    quantity: exact(quantity),
    unit: "calls",
    fact,
    multiple: 1,
  });
  const drafts: Draft[] = [
    input("text-input", cached.tokens === 0 ? text : text.minus(cached.tokens)),
    { ...input("cached-input", exact(cached.tokens)), fact: prices.cachedInput },
    input("images", imageTokens),
    calls("web-search-calls", workload.webSearches, tools.searchCall),
    input("web-search-content", content),
    calls("file-search-calls", workload.fileSearches, tools.fileCall),
    {
      item: "output",
      quantity: times(exact(workload.outputTokens.mean), options.outputMultiple),
      unit: "tokens",
      fact: prices.output,
      multiple: long.output,
    },
  ];
  const used = drafts.filter((draft) => isPositive(draft.quantity));
  const trainingTokens = times(exact(workload.trainingTokens), workload.epochs);
  const isTrained = isPositive(trainingTokens);
  // A request of nothing costs nothing only where the prices are known: unknown is never free.
  const needed = used.length > 0 ? used.map((draft) => draft.fact) : [prices.input, prices.output];
  const missing = [
    ...needed.filter((fact) => fact.value === null).map((fact) => fact.path),
    ...(images.some((image) => image.tokensEach === null) ? ["imageTokens"] : []),
    ...(isTrained && training.value === null ? [training.path] : []),
  ];
  if (missing.length > 0) return { missing: [...new Set(missing)], prices };

  const lines = used.map(lineOf);
  const request = total(lines.map((line) => line.amount));
  const once = isTrained ? perMillion(trainingTokens, training.value ?? 0) : NO_MONEY;
  return {
    lines,
    images,
    usdPerRequest: usd(request),
    usdPerMonth: costOfMonth(request, workload.requestsPerMonth),
    usdOnce: usd(once),
    exact: { request, once },
    trainingPrice: isTrained ? training : null,
    prices,
    notes: [
      cached.note,
      cacheWriteNote(sheet, cached.tokens, prices),
      searchContentNote(sheet, workload, tools.searchBlock),
      longContextNote(sheet, workload, long),
    ].filter((note) => note !== null),
  };
}

/** USD a month for so many requests at the exact price of one. */
export function costOfMonth(usdPerRequest: Money, requestsPerMonth: number): number {
  return usd(times(usdPerRequest, requestsPerMonth));
}

/** The same month if every visible output token were billed as so many. */
export function monthAtOutputMultiple(
  cost: CostEstimate,
  { outputTokens, requestsPerMonth }: NeedWorkload,
  outputMultiple: number,
): number {
  const output = cost.lines.find(({ item }) => item === "output");
  if (output === undefined) return cost.usdPerMonth;
  const quantity = times(exact(outputTokens.mean), outputMultiple);
  const others = cost.exact.request.minus(output.amount);
  return costOfMonth(others.plus(perMillion(quantity, output.price)), requestsPerMonth);
}

const priceOf = remembered((fact: NumericFact) => exact(fact.value ?? 0));

function lineOf({ item, quantity, unit, fact, multiple }: Draft): CostLine {
  const price = times(priceOf(fact), multiple);
  const amount = unit === "tokens" ? perMillion(quantity, price) : perThousand(quantity, price);
  return {
    item,
    quantity: usd(quantity),
    unit,
    price: usd(price),
    multiple,
    usd: usd(amount),
    amount,
    fact,
  };
}

interface ToolFacts {
  searchCall: NumericFact;
  searchBlock: NumericFact;
  fileCall: NumericFact;
}

function toolFacts(sheet: FactSheet): ToolFacts {
  return sheet.group("tools", () => {
    const { tools } = sheet.candidate.model;
    const fact = (name: keyof NonNullable<typeof tools>) =>
      sheet.numeric(`tools.${name}`, tools?.[name], "price");
    return {
      searchCall: fact("webSearchUsdPerThousandCalls"),
      searchBlock: fact("webSearchInputTokensPerCall"),
      fileCall: fact("fileSearchUsdPerThousandCalls"),
    };
  });
}
