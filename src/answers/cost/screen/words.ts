/** Words of a bill: its items, its prices, and why there is none. */
import { PRICED_ITEMS } from "../../../decision/priced-items.ts";
import { count, exactMoney, measured } from "../../../words/figures.ts";
import type { BillItem, BillLine, BillStatus } from "../schema.ts";

export function itemInBrief(item: BillItem): string {
  return item === "training" ? "training once" : PRICED_ITEMS[item].brief;
}

export function itemLabel(item: BillItem): string {
  return item === "training" ? "training" : PRICED_ITEMS[item].label;
}

export const STATUS_WORDS: Record<Exclude<BillStatus, "priced">, string> = {
  "not-sold": "not sold",
  unpriced: "not known",
};

const UNIT_WORDS = { tokens: "M", calls: "k" } as const;

/** `$0.15/M`. */
export function priceInBrief({ unit, price }: Pick<BillLine, "unit" | "price">): string {
  return `${exactMoney(price)}/${UNIT_WORDS[unit]}`;
}

/** `1,000 x $0.15/M`. @param times the sign of the product: a page has type enough for the true one */
export function arithmeticOf(
  { quantity: number, unit, price }: Pick<BillLine, "quantity" | "unit" | "price">,
  times: "x" | "×" = "x",
): string {
  const units = unit === "tokens" ? count(number) : measured(number);
  return `${units} ${times} ${priceInBrief({ unit, price })}`;
}
