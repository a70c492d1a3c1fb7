/** Context window, output length, and what each usage tier may send. */
import { USAGE_TIERS } from "../../../schema/vocabulary.ts";
import { count } from "../../../words/figures.ts";
import { factCell } from "../cells.ts";
import { byRatio } from "../differences.ts";
import { row, rowIfKnown, type TraitGroup } from "../trait.ts";

const larger = byRatio("larger", "higher");
const higher = byRatio("higher", "higher");

const RATES = [
  {
    id: "requests-per-minute",
    field: "requestsPerMinute",
    label: "requests/min",
    unit: "requests per minute",
  },
  {
    id: "requests-per-day",
    field: "requestsPerDay",
    label: "requests/day",
    unit: "requests per day",
  },
  {
    id: "tokens-per-minute",
    field: "tokensPerMinute",
    label: "tokens/min",
    unit: "tokens per minute",
  },
  { id: "batch-queue-tokens", field: "batchQueueTokens", label: "batch queue", unit: "tokens" },
] as const;

export const limits: TraitGroup = {
  id: "limits",
  title: "Context and limits",
  alsoCalled: ["context", "rate-limits"],
  rows: (context) => [
    row(context, {
      trait: "limits.context",
      label: "Context window",
      unit: "tokens",
      differ: larger,
      cell: ({ sheet, candidate }) =>
        factCell(
          sheet.numeric("limits.contextTokens", candidate.model.limits?.contextTokens, "limit"),
          { text: count },
        ),
    }),
    ...rowIfKnown(context, {
      trait: "limits.input",
      label: "Longest input",
      unit: "tokens",
      differ: larger,
      cell: ({ sheet, candidate }) =>
        factCell(
          sheet.numeric("limits.maxInputTokens", candidate.model.limits?.maxInputTokens, "limit"),
          { text: count },
        ),
    }),
    row(context, {
      trait: "limits.output",
      label: "Longest output",
      unit: "tokens",
      differ: larger,
      cell: ({ sheet, candidate }) =>
        factCell(
          sheet.numeric("limits.maxOutputTokens", candidate.model.limits?.maxOutputTokens, "limit"),
          { text: count },
        ),
    }),
    ...rowIfKnown(context, {
      trait: "limits.cache-minimum",
      label: "Prompt cache starts at",
      unit: "tokens",
      differ: byRatio("lower", "lower"),
      cell: ({ sheet, candidate }) =>
        factCell(
          sheet.numeric(
            "limits.promptCacheMinimumTokens",
            candidate.model.limits?.promptCacheMinimumTokens,
            "limit",
          ),
          { text: count },
        ),
    }),
    ...USAGE_TIERS.flatMap((tier) =>
      RATES.flatMap(({ id, field, label, unit }) =>
        rowIfKnown(context, {
          trait: `limits.tier-${tier}.${id}`,
          label: `Tier ${tier}: ${label}`,
          unit,
          differ: higher,
          cell: ({ sheet, candidate }) =>
            factCell(
              sheet.numeric(
                `rateLimits.${tier}.${field}`,
                candidate.model.rateLimits?.[tier]?.[field],
                "limit",
              ),
              { text: count },
            ),
        }),
      ),
    ),
  ],
};
