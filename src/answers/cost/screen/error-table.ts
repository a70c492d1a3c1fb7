/** Bills with what wrong answers add, from the user's own success rates. */
import { dollars, exactMoney, finePercent, unitMoney } from "../../../words/figures.ts";
import type { CostResult } from "../schema.ts";
import type { Block } from "../../../format/document.ts";

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
