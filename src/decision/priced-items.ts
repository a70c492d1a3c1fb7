/** The priced items of a request: what each is counted in, which price it is billed at, and how much of it one model uses. */
import type { NumericFact } from "../facts/claims.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import {
  type LongContextMultiples,
  longContextMultiples,
  type PriceFacts,
  type ToolFacts,
  toolFacts,
} from "../facts/fact-sheets.ts";
import { exact, isPositive, type Money, NO_MONEY, times, total, usd } from "../facts/money.ts";
import { REQUEST_ITEMS, type RequestItemName } from "../schema/vocabulary.ts";
import {
  billableCachedTokens,
  writtenTokens,
  type BilledImages,
  billedImages,
  type ImageTokenFacts,
} from "./billed-input.ts";
import type { NeedWorkload } from "./need.ts";

/** A price is for so many of a unit. */
export const PER_UNITS = { tokens: 1_000_000, calls: 1000 } as const;

interface PricedItem {
  unit: keyof typeof PER_UNITS;
  price: (prices: PriceFacts, tools: ToolFacts) => NumericFact;
  /** Which multiple of a long input its price is billed at. */
  step: "input" | "output" | null;
  label: string;
  /** Where columns are narrow. */
  brief: string;
}

/** A billed quantity without its row here, or without its quantity in `requestUse`, does not compile. */
export const PRICED_ITEMS = {
  "text-input": {
    unit: "tokens",
    price: ({ input }) => input,
    step: "input",
    label: "input",
    brief: "text in",
  },
  "cached-input": {
    unit: "tokens",
    price: ({ cachedInput }) => cachedInput,
    step: "input",
    label: "cached input",
    brief: "cached in",
  },
  "cache-writes": {
    unit: "tokens",
    price: ({ cacheWrite }) => cacheWrite,
    step: "input",
    label: "written to the cache",
    brief: "cache written",
  },
  images: {
    unit: "tokens",
    price: ({ input }) => input,
    step: "input",
    label: "images",
    brief: "images",
  },
  "web-search-calls": {
    unit: "calls",
    price: (_prices, { searchCall }) => searchCall,
    step: null,
    label: "web searches",
    brief: "web searches",
  },
  "web-search-content": {
    unit: "tokens",
    price: ({ input }) => input,
    step: "input",
    label: "their content",
    brief: "their content",
  },
  "file-search-calls": {
    unit: "calls",
    price: (_prices, { fileCall }) => fileCall,
    step: null,
    label: "file searches",
    brief: "file searches",
  },
  output: {
    unit: "tokens",
    price: ({ output }) => output,
    step: "output",
    label: "output",
    brief: "text out",
  },
} as const satisfies Record<RequestItemName, PricedItem>;

export interface RequestItem {
  item: RequestItemName;
  /** Per request; more than nothing. */
  quantity: Money;
  unit: "tokens" | "calls";
  fact: NumericFact;
  /** What a long input multiplies the price of the fact by; 1 below the vendor's threshold. */
  multiple: number;
}

export interface RequestUse {
  /** In the order of the bill. */
  items: RequestItem[];
  images: BilledImages[];
  cached: ReturnType<typeof billableCachedTokens>;
  long: LongContextMultiples;
  /** Input tokens billed for what a web search finds. */
  searchBlock: NumericFact;
}

export interface CostOptions {
  /** Billed tokens per visible output token: 1 unless the model also bills hidden reasoning. */
  outputMultiple: number;
  /** How another model counts images, for images known only by its count. */
  ruleOf: (modelId: string) => ImageTokenFacts | null;
}

/**
 * Uncached and cached input, what is written to the cache, images, tool calls and their content, and output. Cached tokens without a cached price, or
 * below the vendor's minimum prefix, are billed in full.
 */
export function requestUse(
  sheet: FactSheet,
  workload: NeedWorkload,
  prices: PriceFacts,
  { outputMultiple, ruleOf }: CostOptions,
): RequestUse {
  const images = billedImages(workload.images, sheet, ruleOf);
  const cached = billableCachedTokens(sheet, workload, prices);
  const tools = toolFacts(sheet);
  const text = exact(workload.inputTokens.mean);
  const uncached = cached.tokens === 0 ? text : text.minus(cached.tokens);
  const written = writtenTokens(workload, cached, uncached);
  const imageTokens = total(
    images.map(({ tokensEach, count }) => exact(tokensEach ?? 0).times(count)),
  );
  const content =
    workload.webSearches === 0
      ? NO_MONEY
      : exact(workload.webSearches).times(tools.searchBlock.value ?? 0);
  const long = longContextMultiples(sheet, () => usd(total([text, imageTokens, content])));

  const quantities: Record<RequestItemName, Money> = {
    "text-input": written === NO_MONEY ? uncached : uncached.minus(written),
    "cached-input": exact(cached.tokens),
    "cache-writes": written,
    images: imageTokens,
    "web-search-calls": exact(workload.webSearches),
    "web-search-content": content,
    "file-search-calls": exact(workload.fileSearches),
    output: times(exact(workload.outputTokens.mean), outputMultiple),
  };
  const items = REQUEST_ITEMS.filter((item) => isPositive(quantities[item])).map(
    (item): RequestItem => {
      const { unit, price, step } = PRICED_ITEMS[item];
      const multiple = step === null ? 1 : long[step];
      return { item, quantity: quantities[item], unit, fact: price(prices, tools), multiple };
    },
  );
  return { items, images, cached, long, searchBlock: tools.searchBlock };
}
