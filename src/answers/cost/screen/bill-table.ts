/** One model's bill: what is charged, how the charge comes about, and what it adds up to. */
import { count, dollars, exactMoney } from "../../../words/figures.ts";
import type { CostResult, ModelBill } from "../schema.ts";
import { type Block, type Column, strong, type Text } from "../../../format/document.ts";
import { arithmeticOf, itemInBrief } from "./words.ts";

type Amounts = Pick<ModelBill, "usdPerRequest" | "usdPerMonth" | "usdUntilShutdown" | "usdTotal">;

/** The last column: the whole job where one was named, or what is left of the model. */
interface LastColumn {
  header: string;
  amount: (amounts: Amounts) => number | null;
}

/** Null for a model without a price. */
export function billTable(bill: ModelBill, result: CostResult): Block | null {
  if (bill.status !== "priced") return null;
  const last = lastColumn(bill, result);
  const columns: Column[] = [
    { header: "line", align: "left" },
    { header: "charge", align: "right" },
    { header: "a request", align: "right" },
    { header: "a month", align: "right" },
    ...(last === null ? [] : [{ header: last.header, align: "right" } as const]),
  ];
  const row = (name: string, charge: string, amounts: Amounts): string[] => [
    name,
    charge,
    shown(amounts.usdPerRequest, exactMoney),
    shown(amounts.usdPerMonth, dollars),
    ...(last === null ? [] : [shown(last.amount(amounts), dollars)]),
  ];
  const sum: Text[] = row("together", "", bill).map((text) => [strong(text)]);
  const rows = bill.lines.map((line) => row(itemInBrief(line.item), arithmeticOf(line), line));
  return { kind: "table", caption: captionOf(bill), columns, rows: [...rows, sum] };
}

function lastColumn(bill: ModelBill, { totalRequests }: CostResult): LastColumn | null {
  if (totalRequests !== null) {
    return { header: `${count(totalRequests)} in all`, amount: ({ usdTotal }) => usdTotal };
  }
  if (bill.shutdown === null || bill.usdUntilShutdown === null) return null;
  return { header: `to ${bill.shutdown.date}`, amount: ({ usdUntilShutdown }) => usdUntilShutdown };
}

function shown(usd: number | null, write: (usd: number) => string): string {
  return usd === null ? "–" : write(usd);
}

function captionOf({ model, name, snapshot, serviceTier, fineTuned }: ModelBill): string {
  const parts = [
    ...(snapshot === null || snapshot === model ? [] : [snapshot]),
    `${serviceTier} tier`,
    ...(fineTuned ? ["fine-tuned"] : []),
  ];
  return `${name}: ${parts.join(", ")}`;
}
