/** The cost of a workload for every format: the screen, the JSON, the spreadsheet rows and the one sentence. */
import { gridOf, type GridColumns } from "../../format/columns.ts";
import { type Block, type Document, type ScreenFit, strong } from "../../format/document.ts";
import type { Presentation, Grid } from "../../format/presentation.ts";
import { counted } from "../../words/figures.ts";
import type { CostResult, BillLine, ModelBill, TierPrice } from "./schema.ts";
import { alertsOf } from "./screen/alerts.ts";
import { billTable, billsTable, isBeside, sumsTable } from "./screen/bill-table.ts";
import { notesOf } from "./screen/notes.ts";
import { errorTable, tierTable, imageNotes, imageTable } from "./screen/side-tables.ts";
import { SPARE } from "./screen/spare.ts";

/** With the command and the prompt, two thirds of a terminal; images or training need two more. */
const LINES = 16;
const LINES_WITH_MORE = 18;

/** The cost screen: which model is cheaper first, then what to know, the bills, and where the answer turns. */
export function costScreen(result: CostResult): Document {
  const beside = isBeside(result);
  const tables = [
    beside ? billsTable(result) : sumsTable(result),
    ...(beside ? [] : [...result.bills.map((bill) => billTable(bill, result)), imageTable(result)]),
    tierTable(result),
    errorTable(result),
  ].filter((table) => table !== null);
  const details = [...new Set(result.bills.flatMap((bill) => bill.notes))];
  const hasMore = result.bills.some(
    ({ images, lines }) => images.length > 0 || lines.some(({ item }) => item === "training"),
  );
  const blocks: Block[] = [
    { kind: "headline", left: [strong(result.summary)] },
    ...alertsOf(result),
    ...tables,
    { kind: "notes", rows: [...(beside ? imageNotes(result) : []), ...notesOf(result)] },
    ...(details.length === 0
      ? []
      : [{ kind: "list", items: details, spare: SPARE.details } as const]),
  ];
  return {
    title: result.summary,
    blocks,
    screen: fitOf(hasMore ? LINES_WITH_MORE : LINES, beside),
  };
}

function fitOf(lines: number, beside: boolean): ScreenFit {
  return {
    lines,
    last: (leftOut) =>
      leftOut === 0
        ? "More, same options: pick-model compare, explain; every figure: --json"
        : `${beside ? counted(leftOut, "note") : `${leftOut} bills and notes`} more: --format markdown. Every figure: --json`,
  };
}

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

/** The bills as rows of a CSV: one a line of each bill, then its sum, then the sums of the other tiers where asked for. */
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

export function presentCost(result: CostResult): Presentation {
  return {
    data: () => result,
    document: () => costScreen(result),
    grid: () => costGrid(result),
    summary: () => result.summary,
    quiet: () => (result.cheapest === null ? [] : [result.cheapest]),
  };
}
