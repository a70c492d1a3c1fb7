/** The comparison table: rows of the reader's own workload follow it, claims are written out when they are asked for. */
import { compareModels } from "../../answers/comparison/compare.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import { findCandidate } from "../../facts/candidate.ts";
import type { Need } from "../../decision/need.ts";
import type { Comparison } from "../../answers/comparison/schema.ts";
import { claimsOf } from "../sections/claims.ts";
import { comparisonRowOf, rowId } from "../sections/comparison-row.ts";
import { make, nodeOf, replaceChildren } from "./elements.ts";

/** Groups with rows that depend on the workload. */
const OF_THE_WORKLOAD = ["cost", "speed"];

/** Shows the rows that differ from what stands there. */
export function showWorkloadRows(sheets: FactSheets, need: Need, models: readonly string[]): void {
  const comparison = compare(sheets, models, { traits: OF_THE_WORKLOAD, need });
  for (const row of comparison.rows) {
    const shown = document.getElementById(rowId(row.trait));
    const fresh = nodeOf(comparisonRowOf(make, row, comparison)) as HTMLElement;
    if (shown !== null && shown.outerHTML !== fresh.outerHTML) shown.replaceWith(fresh);
  }
}

/** Writes out the claims of a group when it is opened for the first time. */
export function fillClaimsOnDemand(
  sheets: FactSheets,
  need: () => Need,
  models: readonly string[],
): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details.claims")) {
    details.addEventListener(
      "toggle",
      () => {
        const group = details.dataset["group"] ?? "";
        const comparison = compare(sheets, models, { need: need() });
        const rows = comparison.rows.filter((row) => row.group === group);
        const summary = details.querySelector("summary");
        replaceChildren(details, [claimsOf(make, rows, comparison)]);
        if (summary !== null) details.prepend(summary);
      },
      { once: true },
    );
  }
}

function compare(
  sheets: FactSheets,
  models: readonly string[],
  options: { traits?: readonly string[]; need: Need },
): Comparison {
  const candidates = models.flatMap((id) => findCandidate(sheets.catalog, id, sheets.asOf) ?? []);
  return compareModels(sheets, candidates, { evidence: true, ...options });
}
