/** Words for what stands on a bill. */
import { count, exactMoney, measured } from "../../../words/figures.ts";
import type { BillItem, BillLine, BillStatus } from "../schema.ts";

export const ITEM_WORDS: Record<BillItem, string> = {
  "text-input": "text in",
  "cached-input": "cached in",
  images: "images",
  "web-search-calls": "web searches",
  "web-search-content": "their content",
  "file-search-calls": "file searches",
  output: "text out",
  training: "training once",
};

export const STATUS_WORDS: Record<Exclude<BillStatus, "priced">, string> = {
  "not-sold": "not sold",
  unpriced: "not known",
};

const UNIT_WORDS = { tokens: "M", calls: "k" } as const;

/** `1,000 x $0.15/M`. */
export function arithmeticOf({ quantity: number, unit, price }: BillLine): string {
  const units = unit === "tokens" ? count(number) : measured(number);
  return `${units} x ${exactMoney(price)}/${UNIT_WORDS[unit]}`;
}
