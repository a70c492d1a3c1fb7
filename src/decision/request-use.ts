/** What a request uses on one model, item by item, with the price fact each is billed at. */
import { billableCachedTokens } from "./cached-input.ts";
import type { NumericFact } from "../facts/fact.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import { type BilledImages, billedImages, type ImageTokenFacts } from "./image-cost.ts";
import { exact, isPositive, type Money, NO_MONEY, times, total, usd } from "../facts/money.ts";
import type { RequestItemName } from "../schema/vocabulary.ts";
import type { NeedWorkload } from "./need.ts";
import {
  type LongContextMultiples,
  longContextMultiples,
  type PriceFacts,
} from "../facts/prices.ts";

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
 * Uncached and cached input, images, tool calls and their content, and output. Cached tokens without a cached price, or
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
  const imageTokens = total(
    images.map(({ tokensEach, count }) => exact(tokensEach ?? 0).times(count)),
  );
  const content =
    workload.webSearches === 0
      ? NO_MONEY
      : exact(workload.webSearches).times(tools.searchBlock.value ?? 0);
  const long = longContextMultiples(sheet, () => usd(total([text, imageTokens, content])));

  const items: RequestItem[] = [];
  const tokens = (
    item: RequestItemName,
    quantity: Money,
    fact: NumericFact,
    multiple = long.input,
  ) => {
    if (isPositive(quantity)) items.push({ item, quantity, unit: "tokens", fact, multiple });
  };
  const calls = (item: RequestItemName, quantity: number, fact: NumericFact) => {
    if (quantity === 0) return;
    items.push({ item, quantity: exact(quantity), unit: "calls", fact, multiple: 1 });
  };
  tokens("text-input", cached.tokens === 0 ? text : text.minus(cached.tokens), prices.input);
  tokens("cached-input", exact(cached.tokens), prices.cachedInput);
  tokens("images", imageTokens, prices.input);
  calls("web-search-calls", workload.webSearches, tools.searchCall);
  tokens("web-search-content", content, prices.input);
  calls("file-search-calls", workload.fileSearches, tools.fileCall);
  const output = times(exact(workload.outputTokens.mean), outputMultiple);
  tokens("output", output, prices.output, long.output);
  return { items, images, cached, long, searchBlock: tools.searchBlock };
}

interface ToolFacts {
  searchCall: NumericFact;
  searchBlock: NumericFact;
  fileCall: NumericFact;
}

function toolFacts(sheet: FactSheet): ToolFacts {
  return sheet.group("tools", () => ({
    searchCall: sheet.numeric("tools.webSearchUsdPerThousandCalls"),
    searchBlock: sheet.numeric("tools.webSearchInputTokensPerCall"),
    fileCall: sheet.numeric("tools.fileSearchUsdPerThousandCalls"),
  }));
}
