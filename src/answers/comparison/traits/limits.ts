/** Context window, output length, and what each usage tier may send. */
import { USAGE_TIERS } from "../../../schema/vocabulary.ts";
import { count } from "../../../words/figures.ts";
import { figureAt } from "../cells.ts";
import { byRatio } from "../differences.ts";
import { row, rowIfKnown, type TraitGroup } from "../trait.ts";

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
  rows: (context) => [
    row(context, {
      trait: "limits.context",
      label: "Context window",
      differ: larger,
      ...figureAt("limits.contextTokens", count),
    }),
    ...rowIfKnown(context, {
      trait: "limits.input",
      label: "Longest input",
      differ: larger,
      ...figureAt("limits.maxInputTokens", count),
    }),
    row(context, {
      trait: "limits.output",
      label: "Longest output",
      differ: larger,
      ...figureAt("limits.maxOutputTokens", count),
    }),
    ...rowIfKnown(context, {
      trait: "limits.cache-minimum",
      label: "Prompt cache starts at",
      differ: byRatio("lower", "lower"),
      ...figureAt("limits.promptCacheMinimumTokens", count),
    }),
    ...USAGE_TIERS.flatMap((tier) =>
      RATES.flatMap(({ id, field, label }) =>
        rowIfKnown(context, {
          trait: `limits.tier-${tier}.${id}`,
          label: `Rate limit, tier ${tier}: ${label}`,
          differ: higher,
          ...figureAt(`rateLimits.${tier}.${field}`, count),
        }),
      ),
    ),
  ],
};
