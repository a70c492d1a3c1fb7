/** The bill, line by line, and what it is worth against the budget. */
import { asStated, bill, exactMoney } from "../../../words/figures.ts";
import { PRICED_ITEMS } from "../../../decision/priced-items.ts";
import { patchArithmetic, tileArithmetic } from "../../../words/workload.ts";
import type { Explanation } from "../schema.ts";
import type { Block } from "../../../format/document.ts";
import { figure, weightRows } from "./arithmetic.ts";

type CostAccount = NonNullable<Explanation["cost"]>;

const UNITS = { 1_000_000: "million tokens", 1000: "thousand calls" } as const;

export function costBlocks({ cost, unpriced, name }: Explanation): Block[] {
  const heading: Block = { kind: "heading", text: "Cost" };
  if (cost === null) {
    const text = `${name} cannot be priced: no source states ${unpriced.join(", ") || "a price here"}. It counts as unknown, never as free.`;
    return [heading, { kind: "paragraph", text }];
  }
  return [heading, billTable(cost), { kind: "notes", rows: rowsOf(cost) }];
}

function billTable(cost: CostAccount): Block {
  return {
    kind: "table",
    columns: [
      { header: "a request", align: "left" },
      { header: "quantity", align: "right" },
      { header: "price", align: "right" },
      { header: "USD", align: "right" },
    ],
    rows: [
      ...cost.lines.map((line) => [
        PRICED_ITEMS[line.item].label,
        `${asStated(line.quantity)} ${line.unit}`,
        `${exactMoney(line.usd)} a ${UNITS[line.perUnits as keyof typeof UNITS]}`,
        exactMoney(line.usdPerRequest),
      ]),
      ["together", "", "", exactMoney(cost.usdPerRequest)],
    ],
  };
}

function rowsOf(cost: CostAccount): { label: string; text: string }[] {
  const { usdPerRequest, requestsPerMonth, usdPerMonth, training } = cost;
  return [
    ...cost.images.map((image) => ({ label: "images", text: imageText(image) })),
    ...(cost.outputMultiple === 1
      ? []
      : [
          {
            label: "output",
            text: `${asStated(cost.outputMultiple)} billed tokens for each visible one, as it reasons in hidden tokens`,
          },
        ]),
    {
      label: "month",
      text: `${exactMoney(usdPerRequest)} × ${asStated(requestsPerMonth)} requests = ${bill(usdPerMonth)}`,
    },
    ...(training === null
      ? []
      : [
          {
            label: "training",
            text: `${asStated(training.tokens)} tokens × ${asStated(training.epochs)} epochs × ${exactMoney(training.usdPerMillionTokens)} a million = ${bill(training.usdOnce)}, once; not part of the month`,
          },
        ]),
    ...cost.notes.map((text) => ({ label: "note", text })),
    ...(cost.valuedRequestsPerMonth > requestsPerMonth && cost.budgetUsdPerMonth !== null
      ? [{ label: "judged as", text: judgedText(cost) }]
      : []),
    { label: "value", text: valueText(cost) },
    ...weightRows(cost),
  ];
}

function imageText(image: CostAccount["images"][number]): string {
  return `${asStated(image.count)} a request of ${image.image}: ${tokensOfImage(image)} each`;
}

function tokensOfImage(image: CostAccount["images"][number]): string {
  const { tiles, baseTokens: base, tokensPerTile: perTile, tokensEach, patches } = image;
  if (patches !== null && image.tokensPerPatch !== null) {
    return patchArithmetic([patches], image.tokensPerPatch, tokensEach ?? 0);
  }
  return tiles === null || base === null || perTile === null
    ? `${tokensEach === null ? "an unknown number of" : asStated(tokensEach)} tokens`
    : tileArithmetic({ base, perTile, tiles });
}

/** Below the usual month: where the month comes from that the price of an answer is judged as in. */
function judgedText({
  usdPerRequest,
  usualRequestsPerMonth: usual,
  usualMonthAnchorUsd: anchor,
  floorRequestsPerMonth: floor,
  valuedRequestsPerMonth: valued,
  valuedUsdPerMonth,
  budgetUsdPerMonth: budget,
}: CostAccount): string {
  const month =
    floor === usual || anchor === null || budget === null
      ? `${asStated(usual)} requests, the usual month of this work`
      : `${asStated(usual)} × ${asStated(budget)} / ${asStated(anchor)} = ${asStated(floor)} requests: the usual month of this work, in proportion to an amount below ${bill(anchor)}`;
  return `a month of ${month}, because price and errors both grow with the requests: ${exactMoney(usdPerRequest)} × ${asStated(valued)} = ${bill(valuedUsdPerMonth)}. That is no bill`;
}

function valueText({
  valuedUsdPerMonth: usdPerMonth,
  budgetUsdPerMonth: budget,
  value,
}: CostAccount): string {
  if (budget === null) return "1: the budget is unlimited, so every bill is as good as any other";
  const anchors = `a bill of nothing is worth 1, the whole budget of ${bill(budget)} is worth 0`;
  return usdPerMonth <= budget
    ? `1 − ${asStated(usdPerMonth)} / ${asStated(budget)} = ${figure(value)}: ${anchors}`
    : `−ln(${asStated(usdPerMonth)} / ${asStated(budget)}) = ${figure(value)}: beyond the budget; ${anchors}, more falls below 0`;
}
