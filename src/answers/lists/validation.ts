/** What a checked catalog holds, in numbers. */
import { counted, list } from "../../words/figures.ts";
import { openFactSheets } from "../../facts/fact-sheets.ts";
import { newestEvidence, traitsOf } from "../../facts/claims.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { dim, strong } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import { priceRemarks } from "./price-remarks.ts";

export interface CatalogSummary {
  digest: string;
  models: number;
  facts: number;
  claims: number;
  sources: number;
  benchmarks: number;
  tasks: number;
  useCases: number;
  /** The newest day anything was observed, as seen from the day given; null for a catalog of later days. */
  newestEvidence: IsoDate | null;
  /** Models with claims of the user's own. */
  overlaid: string[];
  /** What is valid and yet most likely a slip; absent when nothing is. */
  remarks?: string[];
}

export function summariseCatalog(catalog: Catalog, asOf: IsoDate): CatalogSummary {
  const traits = traitsOf(catalog.models);
  const remarks = priceRemarks(catalog);
  const ownSources = catalog.models.flatMap((model) => model.sources ?? []);
  return {
    digest: catalog.digest,
    models: catalog.models.length,
    facts: traits.length,
    claims: traits.reduce((sum, { claims }) => sum + claims.length, 0),
    sources: new Set([...catalog.sources, ...ownSources].map(({ id }) => id)).size,
    benchmarks: catalog.benchmarks.length,
    tasks: catalog.tasks.length,
    useCases: catalog.useCases.length,
    newestEvidence: newestEvidence(openFactSheets(catalog, asOf)),
    overlaid: catalog.overlaid,
    ...(remarks.length === 0 ? {} : { remarks }),
  };
}

/** What files add to a catalog, in words: `adds house-model (8 facts)`, `adds 3 claims to gpt-4o`. */
export function additionsTo(base: Catalog, catalog: Catalog): string[] {
  const claimsIn = (model: unknown) => traitsOf(model).flatMap(({ claims }) => claims).length;
  return catalog.models.flatMap((model) => {
    const before = base.models.find(({ id }) => id === model.id);
    if (before === undefined) {
      return [`adds ${model.id} (${counted(traitsOf(model).length, "fact")})`];
    }
    const more = claimsIn(model) - claimsIn(before);
    if (more > 0) return [`adds ${counted(more, "claim")} to ${model.id}`];
    return catalog.overlaid.includes(model.id) ? [`changes ${model.id}`] : [];
  });
}

/**
 * Only ever of a catalog that is valid: a mistake in one is a Failure long before.
 * @param files those that were checked, as typed; none: the catalog itself
 * @param additions what they add
 */
export function presentValidation(
  summary: CatalogSummary,
  files: readonly string[] = [],
  additions: readonly string[] = [],
): Presentation {
  const newest = summary.newestEvidence ?? "none";
  const named = `${list(files)} ${files.length === 1 ? "is" : "are"} valid`;
  const verdict = files.length === 0 ? "Catalog valid" : named;
  const outcome = additions.length === 0 ? verdict : `${verdict}: ${list(additions)}`;
  return {
    data: () => ({ schemaVersion: 1, valid: true, ...summary }),
    document: () => ({
      title: "Catalog",
      blocks: [
        {
          kind: "headline",
          left: [strong(outcome)],
          right: [dim(`newest evidence ${newest}`)],
        },
        {
          kind: "notes",
          rows: [
            {
              label: "Models",
              text:
                `${counted(summary.models, "model")}, ${counted(summary.facts, "fact")}, ` +
                `${counted(summary.claims, "claim")} of ${counted(summary.sources, "source")}`,
            },
            {
              label: "Around",
              text:
                `${counted(summary.benchmarks, "benchmark")}, ${counted(summary.tasks, "task")}, ` +
                counted(summary.useCases, "use case"),
            },
            ...(summary.overlaid.length === 0
              ? []
              : [{ label: "Overlaid", text: summary.overlaid.join(", ") }]),
            ...(summary.remarks ?? []).map((text) => ({ label: "Doubtful", text })),
            { label: "Digest", text: summary.digest },
          ],
        },
      ],
    }),
    grid: () => ({
      columns: ["what", "value"],
      rows: Object.entries(summary).map(([what, value]) => [
        what,
        Array.isArray(value) ? value.join(" ") : value,
      ]),
    }),
    summary: () =>
      `${outcome}${additions.length === 0 ? ":" : ";"} ${counted(summary.models, "model")}, ${counted(summary.claims, "claim")} of ` +
      `${counted(summary.sources, "source")}, newest evidence ${newest}.`,
    quiet: () => [],
  };
}
