/** A change of model as rows: one a target, then one a model that is none. */
import type { Grid } from "../../../format/presentation.ts";
import type { Migration } from "../schema.ts";

const COLUMNS = [
  "from",
  "to",
  "status",
  "rank",
  "named",
  "effort",
  "usd_per_month_before",
  "usd_per_month",
  "usd_per_month_low",
  "usd_per_month_high",
  "usd_per_month_at_default_effort",
  "wait_seconds",
  "wait_known",
  "quality_index",
  "announced_end",
  "changes_needed",
  "reasons",
] as const;

export function migrationGrid({ from, targets, notThese }: Migration): Grid {
  return {
    columns: COLUMNS,
    rows: [
      ...targets.map((target) => [
        from.model,
        target.model,
        target.status,
        target.rank,
        target.named,
        target.effort,
        from.usdPerMonth,
        target.cost.usdPerMonth,
        target.cost.low,
        target.cost.high,
        target.costAtDefaultEffort?.usdPerMonth ?? null,
        target.wait.seconds,
        target.wait.known,
        target.quality?.index ?? null,
        target.announcedEnd,
        target.changesNeeded,
        target.open.map(({ message }) => message).join("; "),
      ]),
      ...notThese.map(({ model, announcedEnd, reasons }) => [
        from.model,
        model,
        "excluded",
        ...Array.from({ length: COLUMNS.length - 6 }, () => null),
        announcedEnd,
        null,
        reasons.map(({ message }) => message).join("; "),
      ]),
    ],
  };
}
