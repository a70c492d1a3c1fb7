/** The cost of a workload for every format: the screen, the JSON, the spreadsheet rows and the one sentence. */
import { type Block, type Document, type ScreenFit, strong } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import { counted } from "../../words/figures.ts";
import type { CostResult } from "./schema.ts";
import { alertsOf } from "./screen/alerts.ts";
import { billTable, costGrid } from "./screen/bill-lines.ts";
import { billsTable, isBeside, sumsTable } from "./screen/bill-table.ts";
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

export function presentCost(result: CostResult): Presentation {
  return {
    data: () => result,
    document: () => costScreen(result),
    grid: () => costGrid(result),
    summary: () => result.summary,
    quiet: () => (result.cheapest === null ? [] : [result.cheapest]),
  };
}
