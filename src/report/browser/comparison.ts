/** The comparison: written when it is looked at, filtered and searched, its workload's rows following the answer. */
import { compareModels } from "../../answers/comparison/compare.ts";
import type { Comparison, ComparisonRow } from "../../answers/comparison/schema.ts";
import { findCandidate } from "../../facts/candidate.ts";
import type { Need } from "../../decision/need.ts";
import type { Pen } from "../pen.ts";
import { comparisonTable, type Filter, FILTERS } from "../sections/comparison.ts";
import type { Asker } from "./asker.ts";
import { byId, inputById, replaceChildren } from "./elements.ts";

export interface ComparisonTable {
  comparison: () => Comparison;
  /** Brings the table in line with another need or other models; nothing before it was looked at. */
  show: (need: Need, models: readonly string[]) => void;
  /** Writes it now, as for paper. */
  fill: () => void;
}

export function openComparison(
  pen: Pen,
  asker: Asker,
  first: { need: Need; models: readonly string[] },
): ComparisonTable {
  let { need, models } = first;
  let made: Comparison | null = null;
  let isSeen = false;
  const frame = byId("comparison-table");
  const search = inputById("comparison-search");
  const comparison = () => (made ??= compare(asker, models, need));
  const write = () => {
    const rows = comparison().rows.filter((row) => isShown(row, search.value));
    replaceChildren(frame, [comparisonTable(pen, comparison(), rows)]);
  };
  const fill = () => {
    if (isSeen) return;
    isSeen = true;
    write();
  };
  for (const radio of document.querySelectorAll('input[name="filter"]')) {
    radio.addEventListener("change", write);
  }
  search.addEventListener("input", write);
  new IntersectionObserver(
    (entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      fill();
    },
    { rootMargin: "800px" },
  ).observe(frame);
  return {
    comparison,
    fill,
    show(nextNeed, nextModels) {
      if (nextNeed === need && nextModels.join() === models.join()) return;
      [need, models, made] = [nextNeed, nextModels, null];
      if (isSeen) write();
    },
  };
}

function isShown(row: ComparisonRow, typed: string): boolean {
  const filter = document.querySelector<HTMLInputElement>('input[name="filter"]:checked')?.value;
  const words = typed.toLowerCase().trim();
  if (words !== "") return textOf(row).toLowerCase().includes(words);
  return FILTERS[(filter ?? "all") as Filter].shows(row);
}

function textOf({ label, trait, difference, article, cells }: ComparisonRow): string {
  const values = Object.values(cells).map(({ text }) => text);
  return [label, trait, difference ?? "", article?.claim ?? "", ...values].join(" ");
}

function compare(
  { sheets, pickForUseCase }: Asker,
  models: readonly string[],
  need: Need,
): Comparison {
  const candidates = models.flatMap((id) => findCandidate(sheets.catalog, id, sheets.asOf) ?? []);
  return compareModels(sheets, candidates, { evidence: true, need, pickFor: pickForUseCase });
}
