/** The cost screen: which model is cheaper first, then what to know, the bills, and where the answer turns. */
import type { CostResult } from "../schema.ts";
import { type Block, type Document, strong } from "../../../format/document.ts";
import { alertsOf } from "./alerts.ts";
import { billTable } from "./bill-table.ts";
import { errorTable } from "./error-table.ts";
import { imageTable } from "./image-table.ts";
import { notesOf } from "./notes.ts";
import { tierTable } from "./tier-table.ts";

export function costScreen(result: CostResult): Document {
  const tables = [
    ...result.bills.map((bill) => billTable(bill, result)),
    imageTable(result),
    tierTable(result),
    errorTable(result),
  ].filter((table) => table !== null);
  const details = [...new Set(result.bills.flatMap((bill) => bill.notes))];
  const blocks: Block[] = [
    { kind: "headline", left: [strong(result.summary)] },
    ...alertsOf(result).map((text): Block => ({ kind: "alert", text })),
    ...tables,
    { kind: "notes", rows: notesOf(result) },
    ...(details.length === 0 ? [] : [{ kind: "list", items: details } as const]),
  ];
  return { title: result.summary, blocks };
}
