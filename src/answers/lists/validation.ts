/** What a checked catalog holds, in numbers, and own prices that are out by orders of magnitude. */
import { newestEvidence, traitsOf } from "../../facts/claims.ts";
import { openFactSheets } from "../../facts/fact-sheets.ts";
import { dim, strong } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { Model } from "../../schema/model.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { SERVICE_TIERS, TOKEN_PRICES, type TokenPrice } from "../../schema/vocabulary.ts";
import { counted, list, count } from "../../words/figures.ts";

/** Agreements reach tenths of a list price, new models tens of times another's: a hundred is a slip of the unit. */
const SUSPICIOUS_MULTIPLE = 100;
const LISTS = ["prices", "fineTunedPrices"] as const;

interface StatedPrice {
  model: string;
  /** `prices.standard.input` */
  place: string;
  kind: TokenPrice;
  usdPerMillionTokens: number;
  isOwn: boolean;
}

/** One sentence for each own price a hundred times above or below what is listed for the same tokens. */
export function priceRemarks(catalog: Catalog): string[] {
  const own = new Set(catalog.sources.filter((each) => each.class === "own").map(({ id }) => id));
  const prices = catalog.models.flatMap((model) => pricesOf(model, own));
  const listed = prices.filter((price) => !price.isOwn && price.usdPerMillionTokens > 0);
  return prices
    .filter((price) => price.isOwn && price.usdPerMillionTokens > 0)
    .flatMap((price) => {
      const sameTokens = listed.filter(({ kind }) => kind === price.kind);
      const sameModel = sameTokens.filter(
        ({ model, place }) => model === price.model && place === price.place,
      );
      const compared = (sameModel.length > 0 ? sameModel : sameTokens).map(
        ({ usdPerMillionTokens }) => usdPerMillionTokens,
      );
      return compared.length === 0 ? [] : remarkOn(price, compared, sameModel.length > 0);
    });
}

function remarkOn(
  { model, place, usdPerMillionTokens: own }: StatedPrice,
  listed: readonly number[],
  isSameModel: boolean,
): string[] {
  const [cheapest, dearest] = [Math.min(...listed), Math.max(...listed)];
  const which = isSameModel ? "its list price" : "any list price";
  const relation =
    own * SUSPICIOUS_MULTIPLE <= cheapest
      ? `${count(Math.round(cheapest / own))} times below ${which}`
      : own >= dearest * SUSPICIOUS_MULTIPLE
        ? `${count(Math.round(own / dearest))} times above ${which}`
        : null;
  if (relation === null) return [];
  return [
    `${model} ${place} is ${relation}: a price is in USD per million tokens, not per token or per thousand`,
  ];
}

function pricesOf(model: Model, own: ReadonlySet<string>): StatedPrice[] {
  return LISTS.flatMap((field) =>
    SERVICE_TIERS.flatMap((tier) =>
      TOKEN_PRICES.flatMap((kind) =>
        (model[field]?.[tier]?.[kind] ?? []).map(({ value, source }) => ({
          model: model.id,
          place: `${field}.${tier}.${kind}`,
          kind,
          usdPerMillionTokens: value,
          isOwn: own.has(source),
        })),
      ),
    ),
  );
}

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
