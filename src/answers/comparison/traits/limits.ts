/** Context window, output length, and what each usage tier may send. */
import { USAGE_TIERS } from "../../../schema/vocabulary.ts";
import { count } from "../../../words/figures.ts";
import { figureAt } from "../cells.ts";
import { byRatio } from "../differences.ts";
import type { TraitGroup } from "../trait.ts";

const larger = byRatio("larger", "higher");
const higher = byRatio("higher", "higher");

const RATES = [
  { id: "requests-per-minute", field: "requestsPerMinute", label: "requests/min" },
  { id: "requests-per-day", field: "requestsPerDay", label: "requests/day" },
  { id: "tokens-per-minute", field: "tokensPerMinute", label: "tokens/min" },
  { id: "batch-queue-tokens", field: "batchQueueTokens", label: "batch queue" },
] as const;

export const limits: TraitGroup = {
  id: "limits",
  title: "Context and limits",
  alsoCalled: ["context", "rate-limits"],
  plans: () => [
    {
      trait: "limits.context",
      label: "Context window",
      differ: larger,
      ...figureAt("limits.contextTokens", count),
    },
    {
      trait: "limits.input",
      label: "Longest input",
      knownTo: 1,
      differ: larger,
      ...figureAt("limits.maxInputTokens", count),
    },
    {
      trait: "limits.output",
      label: "Longest output",
      differ: larger,
      ...figureAt("limits.maxOutputTokens", count),
    },
    {
      trait: "limits.cache-minimum",
      label: "Prompt cache starts at",
      knownTo: 1,
      differ: byRatio("lower", "lower"),
      ...figureAt("limits.promptCacheMinimumTokens", count),
    },
    ...USAGE_TIERS.flatMap((tier) =>
      RATES.map(({ id, field, label }) => ({
        trait: `limits.tier-${tier}.${id}`,
        label: `Rate limit, tier ${tier}: ${label}`,
        knownTo: 1,
        differ: higher,
        ...figureAt(`rateLimits.${tier}.${field}`, count),
      })),
    ),
  ],
};
