/** The bills as rows of a CSV: one a line of each bill, then its sum, then the sums of the other tiers where asked for. */
import type { BillLine, CostResult, ModelBill, TierPrice } from "../schema.ts";
import { gridOf, type GridColumns } from "../../../format/columns.ts";
import type { Grid } from "../../../format/presentation.ts";

type Amounts = Pick<ModelBill, "usdPerRequest" | "usdPerMonth" | "usdUntilShutdown" | "usdTotal">;

interface BillRow {
  bill: ModelBill;
  tier: Pick<TierPrice, "serviceTier" | "status">;
  /** Null for a sum. */
  line: BillLine | null;
  amounts: Amounts;
}

const COLUMNS: GridColumns<BillRow> = {
  model: { value: ({ bill }) => bill.model },
  snapshot: { value: ({ bill }) => bill.snapshot },
  service_tier: { value: ({ tier }) => tier.serviceTier },
  status: { value: ({ tier }) => tier.status },
  item: { value: ({ line }) => line?.item ?? "sum" },
  quantity: { value: ({ line }) => line?.quantity ?? null },
  unit: { value: ({ line }) => line?.unit ?? null },
  usd_per_units: { value: ({ line }) => line?.price ?? null },
  units: { value: ({ line }) => line?.perUnits ?? null },
  usd_per_request: { value: ({ amounts }) => amounts.usdPerRequest },
  usd_per_month: { value: ({ amounts }) => amounts.usdPerMonth },
  usd_until_shutdown: { value: ({ amounts }) => amounts.usdUntilShutdown },
  usd_total: { value: ({ amounts }) => amounts.usdTotal },
};

export function costGrid({ bills, tiers }: CostResult): Grid {
  const rows = bills.flatMap((bill): BillRow[] => [
    ...bill.lines.map((line) => ({ bill, tier: bill, line, amounts: line })),
    { bill, tier: bill, line: null, amounts: bill },
    ...(tiers?.find(({ model }) => model === bill.model)?.tiers ?? [])
      .filter(({ serviceTier }) => serviceTier !== bill.serviceTier)
      .map((tier) => ({ bill, tier, line: null, amounts: tier })),
  ]);
  return gridOf(COLUMNS, rows);
}
