/** What a fact is called, and its unit, from its place in the model file. */
import type { Benchmark } from "../../schema/benchmark.ts";

interface Label {
  label: string;
  unit: string | null;
}

const USD_PER_MILLION = "USD per million tokens";

const PRICE_ITEMS: Record<string, string> = {
  input: "input price",
  cachedInput: "cached input price",
  output: "output price",
};

const LABELS: Record<string, Label> = {
  trainingUsdPerMillionTokens: { label: "training price", unit: USD_PER_MILLION },
  "tools.webSearchUsdPerThousandCalls": {
    label: "web search price",
    unit: "USD per thousand calls",
  },
  "tools.webSearchInputTokensPerCall": { label: "tokens of one web search", unit: "tokens" },
  "tools.fileSearchUsdPerThousandCalls": {
    label: "file search price",
    unit: "USD per thousand calls",
  },
  "imageTokens.base": { label: "tokens of an image", unit: "tokens" },
  "imageTokens.perTile": { label: "tokens of an image tile", unit: "tokens" },
  "limits.contextTokens": { label: "context window", unit: "tokens" },
  "limits.maxInputTokens": { label: "longest input", unit: "tokens" },
  "limits.maxOutputTokens": { label: "longest answer", unit: "tokens" },
  "speed.timeToFirstTokenSeconds": { label: "time to first token", unit: "s" },
  "speed.outputTokensPerSecond": { label: "output speed", unit: "tokens per second" },
  "lifecycle.shutdown": { label: "shutdown", unit: null },
  "lifecycle.replacement": { label: "named replacement", unit: null },
  "lifecycle.fineTuningCloses": { label: "end of new fine-tuning jobs", unit: null },
};

const PRICE_LIST = /^(prices|fineTunedPrices)\.(\w+)\.(\w+)$/;
const RATE_LIMIT = /^rateLimits\.(\d)\.(\w+)$/;

const RATES: Record<string, Label> = {
  requestsPerMinute: { label: "requests per minute", unit: "requests" },
  requestsPerDay: { label: "requests per day", unit: "requests" },
  tokensPerMinute: { label: "tokens per minute", unit: "tokens" },
  batchQueueTokens: { label: "batch queue", unit: "tokens" },
};

export function labelOf(path: string, benchmarks: ReadonlyMap<string, Benchmark>): Label {
  const benchmark = path.startsWith("benchmarks.") ? benchmarks.get(path.slice(11)) : undefined;
  if (benchmark !== undefined) {
    return { label: benchmark.name, unit: benchmark.scale === "elo" ? "Elo" : "%" };
  }
  const price = PRICE_LIST.exec(path);
  if (price !== null) return priceLabel(price[1] ?? "", price[2] ?? "", price[3] ?? "");
  const rate = RATE_LIMIT.exec(path);
  const { label, unit } = RATES[rate?.[2] ?? ""] ?? { label: path, unit: null };
  if (rate !== null) return { label: `${label}, usage tier ${rate[1]}`, unit };
  if (path.startsWith("features.")) return { label: `offers ${path.slice(9)}`, unit: null };
  return LABELS[path] ?? { label: path, unit: null };
}

function priceLabel(list: string, tier: string, item: string): Label {
  const what = list === "fineTunedPrices" ? `fine-tuned, ${tier}` : tier;
  const label = PRICE_ITEMS[item];
  return label === undefined
    ? { label: `sold in the ${what} tier`, unit: null }
    : { label: `${label} (${what})`, unit: USD_PER_MILLION };
}
