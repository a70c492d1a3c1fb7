/** Tables of several bills: two models side by side, many by their sums. */
import { type Block, type Column, strong, type Text } from "../../../format/document.ts";
import { asStated, count, dollars, exactMoney, orDash, ratio } from "../../../words/figures.ts";
import type { BillItem, CostResult, ModelBill } from "../schema.ts";
import { verdictOf } from "../summary.ts";
import { SPARE } from "./spare.ts";
import { itemInBrief, priceInBrief } from "./words.ts";

// The bills of two models in one table: what is charged, at whose price, and what it adds up to.

/** Side by side there is room for so many; of more the sums stand first, then one bill below the other. */
const MOST_BESIDE = 2;

export function isBeside(result: CostResult): boolean {
  return pricedBills(result).length <= MOST_BESIDE;
}

function pricedBills({ bills }: CostResult): ModelBill[] {
  return bills.filter(({ status }) => status === "priced");
}

/** The last day of service, where it is the same for all of them and still ahead. */
export function sharedEnd(result: CostResult): string | null {
  if (result.totalRequests !== null) return null;
  const days = pricedBills(result).map(({ shutdown, usdUntilShutdown }) =>
    usdUntilShutdown === null ? null : (shutdown?.date ?? null),
  );
  const [first = null] = days;
  return days.every((day) => day === first) ? first : null;
}

export function billsTable(result: CostResult): Block | null {
  const bills = pricedBills(result);
  if (bills.length === 0) return null;
  const items = [...new Set(bills.flatMap(({ lines }) => lines.map(({ item }) => item)))];
  const isTokens = bills.every(({ lines }) => lines.every(({ unit }) => unit === "tokens"));
  const columns: Column[] = [
    { header: "", align: "left" },
    { header: isTokens ? "tokens" : "quantity", align: "right" },
    ...bills.flatMap(({ name }): Column[] => [
      { header: name, align: "right" },
      { header: "", align: "right" },
    ]),
  ];
  return {
    kind: "table",
    isBrief: true,
    columns,
    rows: [...items.map((item) => lineRow(item, bills)), ...sumRows(result, bills)],
  };
}

function lineRow(item: BillItem, bills: readonly ModelBill[]): Text[] {
  const lines = bills.map((bill) => bill.lines.find((line) => line.item === item));
  // Images count other tokens on each model.
  const quantities = [...new Set(lines.flatMap((line) => line?.quantity ?? []))];
  return [
    itemInBrief(item),
    quantities.map(asStated).join(" / "),
    ...lines.flatMap((line): Text[] => {
      if (line === undefined) return ["", ""];
      const amount = line.usdPerRequest ?? line.usdTotal ?? line.usdUntilShutdown;
      return [priceInBrief(line), orDash(amount, exactMoney)];
    }),
  ];
}

function sumRows(result: CostResult, bills: readonly ModelBill[]): Text[][] {
  const { requestsPerMonth, totalRequests } = result;
  const row = (
    label: string,
    quantity: string,
    amountOf: (bill: ModelBill) => number | null,
    write: (usd: number) => string,
  ): Text[] => [
    label,
    quantity,
    ...bills.flatMap((bill): Text[] => {
      const amount = amountOf(bill);
      return ["", amount === null ? "–" : [strong(write(amount))]];
    }),
  ];
  const end = sharedEnd(result);
  const [first] = bills;
  const months =
    first?.usdUntilShutdown && first.usdPerMonth && !first.usdOnce
      ? `× ${ratio(first.usdUntilShutdown / first.usdPerMonth)}`
      : "";
  return [
    row("a request", "", ({ usdPerRequest }) => usdPerRequest, exactMoney),
    ...(bills.every(({ usdPerMonth }) => usdPerMonth === null)
      ? []
      : [
          row("a month", `× ${count(requestsPerMonth)}`, ({ usdPerMonth }) => usdPerMonth, dollars),
        ]),
    ...(totalRequests === null
      ? []
      : [row("in all", `× ${count(totalRequests)}`, ({ usdTotal }) => usdTotal, dollars)]),
    ...(end === null
      ? []
      : [row(`to ${end}`, months, ({ usdUntilShutdown }) => usdUntilShutdown, dollars)]),
  ];
}

/** Each request has text. */
const PRICES_SHOWN: readonly BillItem[] = ["text-input", "output"];

/**
 * One row a model, as the answer orders them. Where the screen is full the cheapest ones stay; below them all stands a
 * table that was asked for, which may outgrow the screen and must not cost them their rows.
 */
export function sumsTable(result: CostResult): Block {
  const { totalRequests, tiers, errors } = result;
  const isWhole = totalRequests !== null;
  const { order } = verdictOf(result.bills);
  const isAnyEnding = order.some(({ shutdown }) => shutdown !== null);
  const rows = order.map((bill): Text[] => [
    bill.name,
    ...PRICES_SHOWN.map((item) => {
      const line = bill.lines.find((each) => each.item === item);
      return orDash(line, priceInBrief);
    }),
    orDash(bill.usdPerRequest, exactMoney),
    [strong(orDash(isWhole ? bill.usdTotal : bill.usdPerMonth, dollars))],
    ...(isAnyEnding ? [bill.shutdown?.date ?? ""] : []),
  ]);
  const headers = [
    ...PRICES_SHOWN.map(itemInBrief),
    "a request",
    isWhole ? `${count(totalRequests)} in all` : "a month",
    ...(isAnyEnding ? ["ends"] : []),
  ];
  return {
    kind: "table",
    isBrief: true,
    columns: [
      { header: "", align: "left" },
      ...headers.map((header) => ({ header, align: "right" }) as const),
    ],
    rows,
    ...(tiers === null && errors === null ? { spareRows: SPARE.sums } : {}),
  };
}
