/** The bills as rows: one a line of each bill, then its sum, then the sums of the other tiers where asked for. */
import type { BillLine, CostResult, ModelBill, TierPrice } from "../schema.ts";
import type { Grid } from "../../../format/presentation.ts";

const COLUMNS = [
  "model",
  "snapshot",
  "service_tier",
  "status",
  "item",
  "quantity",
  "unit",
  "usd_per_units",
  "units",
  "usd_per_request",
  "usd_per_month",
  "usd_until_shutdown",
  "usd_total",
] as const;

type Amounts = Pick<ModelBill, "usdPerRequest" | "usdPerMonth" | "usdUntilShutdown" | "usdTotal">;

export function costGrid({ bills, tiers }: CostResult): Grid {
  return {
    columns: COLUMNS,
    rows: bills.flatMap((bill) => [
      ...bill.lines.map((line) => lineRow(bill, line)),
      sumRow(bill, bill.serviceTier, bill),
      ...(tiers?.find(({ model }) => model === bill.model)?.tiers ?? [])
        .filter(({ serviceTier }) => serviceTier !== bill.serviceTier)
        .map((tier) => sumRow(bill, tier.serviceTier, tier)),
    ]),
  };
}

function lineRow(bill: ModelBill, line: BillLine) {
  const { item, quantity, unit, price, perUnits } = line;
  const { model, snapshot, serviceTier, status } = bill;
  return [
    model,
    snapshot,
    serviceTier,
    status,
    item,
    quantity,
    unit,
    price,
    perUnits,
    ...amountsOf(line),
  ];
}

function sumRow(
  { model, snapshot }: ModelBill,
  serviceTier: string,
  sum: Amounts & Pick<TierPrice, "status">,
) {
  return [
    model,
    snapshot,
    serviceTier,
    sum.status,
    "sum",
    null,
    null,
    null,
    null,
    ...amountsOf(sum),
  ];
}

function amountsOf({ usdPerRequest, usdPerMonth, usdUntilShutdown, usdTotal }: Amounts) {
  return [usdPerRequest, usdPerMonth, usdUntilShutdown, usdTotal];
}
