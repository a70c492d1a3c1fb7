/** The same workload in every service tier, side by side. */
import { count, dollars } from "../../../words/figures.ts";
import type { CostResult, TierPrice } from "../schema.ts";
import { SERVICE_TIERS } from "../../../schema/vocabulary.ts";
import type { Block } from "../../../format/document.ts";
import { STATUS_WORDS } from "./words.ts";

export function tierTable({ tiers, totalRequests }: CostResult): Block | null {
  if (tiers === null) return null;
  const period = totalRequests === null ? "a month" : `for ${count(totalRequests)} requests`;
  return {
    kind: "table",
    caption: `Every service tier, ${period}`,
    columns: [
      { header: "model", align: "left" },
      ...SERVICE_TIERS.map((header) => ({ header, align: "right" }) as const),
    ],
    rows: tiers.map(({ name, tiers: prices }) => [name, ...prices.map(cellOf)]),
  };
}

function cellOf({ status, usdTotal, usdPerMonth }: TierPrice): string {
  if (status !== "priced") return STATUS_WORDS[status];
  return dollars(usdTotal ?? usdPerMonth ?? 0);
}
