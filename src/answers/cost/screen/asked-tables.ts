/** Tables an option asks for: every service tier, and what wrong answers add. */
import type { Block } from "../../../format/document.ts";
import { SERVICE_TIERS } from "../../../schema/vocabulary.ts";
import { count, dollars, exactMoney, finePercent, unitMoney } from "../../../words/figures.ts";
import type { CostResult, TierPrice } from "../schema.ts";
import { STATUS_WORDS } from "./words.ts";

/** Bills with what wrong answers add, from the user's own success rates. */
export function errorTable({ errors }: CostResult): Block | null {
  if (errors === null || errors.models.length === 0) return null;
  const { usdPerError } = errors;
  const caption =
    usdPerError === null
      ? "With your success rates"
      : `With your success rates, at ${exactMoney(usdPerError)} an error`;
  return {
    kind: "table",
    caption,
    columns: [
      { header: "model", align: "left" },
      { header: "right", align: "right" },
      { header: "a right answer", align: "right" },
      ...(usdPerError === null
        ? []
        : ([
            { header: "a request", align: "right" },
            { header: "a month", align: "right" },
          ] as const)),
    ],
    rows: errors.models.map((row) => [
      row.name,
      finePercent(row.successRate),
      row.usdPerSuccess === null ? "–" : unitMoney(row.usdPerSuccess),
      ...(row.usdPerRequestWithErrors === null || row.usdPerMonthWithErrors === null
        ? []
        : [exactMoney(row.usdPerRequestWithErrors), dollars(row.usdPerMonthWithErrors)]),
    ]),
  };
}

/** The same workload in every service tier, side by side. */
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
