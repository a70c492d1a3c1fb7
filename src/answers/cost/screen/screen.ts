/** The cost screen: which model is cheaper first, then what to know, the bills, and where the answer turns. */
import type { CostResult } from "../schema.ts";
import { type Block, type Document, strong } from "../../../format/document.ts";
import { alertsOf } from "./alerts.ts";
import { billTable } from "./bill-table.ts";
import { billsTable, isBeside } from "./bills-table.ts";
import { errorTable } from "./error-table.ts";
import { imageNotes, imageTable } from "./image-table.ts";
import { notesOf } from "./notes.ts";
import { tierTable } from "./tier-table.ts";

/** With the command and the prompt, two thirds of a terminal; images need two more. */
const LINES = 16;
const LINES_WITH_IMAGES = 18;

export function costScreen(result: CostResult): Document {
  const beside = isBeside(result);
  const tables = [
    ...(beside ? [billsTable(result)] : result.bills.map((bill) => billTable(bill, result))),
    beside ? null : imageTable(result),
    tierTable(result),
    errorTable(result),
  ].filter((table) => table !== null);
  const details = [...new Set(result.bills.flatMap((bill) => bill.notes))];
  const hasImages = result.bills.some(({ images }) => images.length > 0);
  const blocks: Block[] = [
    { kind: "headline", left: [strong(result.summary)] },
    ...alertsOf(result).map((text): Block => ({ kind: "alert", text })),
    ...tables,
    { kind: "notes", rows: [...(beside ? imageNotes(result) : []), ...notesOf(result)] },
    ...(details.length === 0 ? [] : [{ kind: "list", items: details, spare: 1 } as const]),
  ];
  return {
    title: result.summary,
    blocks,
    ...(beside ? { screen: fitOf(hasImages ? LINES_WITH_IMAGES : LINES) } : {}),
  };
}

function fitOf(lines: number): NonNullable<Document["screen"]> {
  return {
    lines,
    last: (leftOut) =>
      leftOut === 0
        ? "More, same options: pick-model compare, explain; every figure: --json"
        : `${leftOut} ${leftOut === 1 ? "note" : "notes"} more: --format markdown. Every figure: --json`,
  };
}
