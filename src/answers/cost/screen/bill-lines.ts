/** The lines of a bill and their sum, from one list of columns: as the table of one, and as the rows of a CSV of all. */
import { type GridColumn, type GridColumns, gridOf, tableOf } from "../../../format/columns.ts";
import { type Block, plainText, strong } from "../../../format/document.ts";
import type { Grid } from "../../../format/presentation.ts";
import { count, dollars, exactMoney, orDash } from "../../../words/figures.ts";
import type { BillLine, CostResult, ModelBill, TierPrice } from "../schema.ts";
import { SPARE } from "./spare.ts";
import { arithmeticOf, itemInBrief } from "./words.ts";

type Amounts = Pick<ModelBill, "usdPerRequest" | "usdPerMonth" | "usdUntilShutdown" | "usdTotal">;

interface BillRow {
  bill: ModelBill;
  tier: Pick<TierPrice, "serviceTier" | "status">;
  /** Null for a sum. */
  line: BillLine | null;
  amounts: Amounts;
}

/** @param header null for what the CSV alone has */
function amount(
  header: string | null,
  of: (amounts: Amounts) => number | null,
  write = dollars,
): GridColumn<BillRow> {
  const text = ({ amounts }: BillRow) => orDash(of(amounts), write);
  return {
    value: ({ amounts }) => of(amounts),
    ...(header === null ? {} : { header, align: "right", text }),
  };
}

/** A table ends in the whole job where one was named, or in what is left of the model. */
function columnsOf(totalRequests: number | null, end: string | null): GridColumns<BillRow> {
  const total = totalRequests === null ? null : `${count(totalRequests)} in all`;
  return {
    model: { value: ({ bill }) => bill.model },
    snapshot: { value: ({ bill }) => bill.snapshot },
    service_tier: { value: ({ tier }) => tier.serviceTier },
    status: { value: ({ tier }) => tier.status },
    item: {
      value: ({ line }) => line?.item ?? "sum",
      header: "line",
      text: ({ line }) => (line === null ? "together" : itemInBrief(line.item)),
    },
    quantity: { value: ({ line }) => line?.quantity ?? null },
    unit: { value: ({ line }) => line?.unit ?? null },
    usd_per_units: {
      value: ({ line }) => line?.price ?? null,
      header: "charge",
      align: "right",
      text: ({ line }) => (line === null ? "" : arithmeticOf(line)),
    },
    units: { value: ({ line }) => line?.perUnits ?? null },
    usd_per_request: amount("a request", ({ usdPerRequest }) => usdPerRequest, exactMoney),
    usd_per_month: amount("a month", ({ usdPerMonth }) => usdPerMonth),
    usd_until_shutdown: amount(
      total === null && end !== null ? `to ${end}` : null,
      ({ usdUntilShutdown }) => usdUntilShutdown,
    ),
    usd_total: amount(total, ({ usdTotal }) => usdTotal),
  };
}

function rowsOf(bill: ModelBill): BillRow[] {
  const rows = bill.lines.map((line) => ({ bill, tier: bill, line, amounts: line }));
  return [...rows, { bill, tier: bill, line: null, amounts: bill }];
}

/** Null for a model without a price. */
export function billTable(bill: ModelBill, { totalRequests }: CostResult): Block | null {
  const { status, shutdown, usdUntilShutdown, lines } = bill;
  if (status !== "priced") return null;
  const end = usdUntilShutdown === null ? null : (shutdown?.date ?? null);
  const table = tableOf(columnsOf(totalRequests, end), rowsOf(bill));
  return {
    ...table,
    spare: SPARE.bills,
    caption: captionOf(bill),
    rows: table.rows.map((row, place) =>
      place < lines.length ? row : row.map((text) => [strong(plainText(text))]),
    ),
  };
}

function captionOf({ model, name, snapshot, serviceTier, fineTuned }: ModelBill): string {
  const parts = [
    ...(snapshot === null || snapshot === model ? [] : [snapshot]),
    `${serviceTier} tier`,
    ...(fineTuned ? ["fine-tuned"] : []),
  ];
  return `${name}: ${parts.join(", ")}`;
}

/** One row a line of each bill, then its sum, then the sums of the other tiers where asked for. */
export function costGrid({ bills, tiers }: CostResult): Grid {
  const rows = bills.flatMap((bill): BillRow[] => [
    ...rowsOf(bill),
    ...(tiers?.find(({ model }) => model === bill.model)?.tiers ?? [])
      .filter(({ serviceTier }) => serviceTier !== bill.serviceTier)
      .map((tier) => ({ bill, tier, line: null, amounts: tier })),
  ]);
  return gridOf(columnsOf(null, null), rows);
}
