/** Fact sheets of a whole catalog on one day, each made once; and facts asked for by name: prices, efforts, lifecycle dates. */
import type { Catalog } from "../schema/catalog.ts";
import type { Benchmark, Source } from "../schema/descriptions.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { byName } from "../schema/texts.ts";
import { type ServiceTier, TOKEN_PRICES, type TokenPrice } from "../schema/vocabulary.ts";
import { type Candidate, findCandidate } from "./candidate.ts";
import type { Fact, NumericFact } from "./claims.ts";
import { createFactSheet, emptyShelf, type FactSheet } from "./fact-sheet.ts";
import type { SheetContext } from "./statements.ts";

export interface FactSheets {
  catalog: Catalog;
  asOf: IsoDate;
  benchmarks: ReadonlyMap<string, Benchmark>;
  sources: ReadonlyMap<string, Source>;
  /**
   * @param effort the reasoning effort asked for; where the model does not offer it, or none is asked for, the one it
   * is judged at
   */
  of(candidate: Candidate, effort?: string | null): FactSheet;
  /** By model or snapshot id, at the effort it is judged at; null for an id the catalog does not have. */
  find(id: string): FactSheet | null;
}

export function openFactSheets(catalog: Catalog, asOf: IsoDate): FactSheets {
  const benchmarks = new Map(catalog.benchmarks.map((each) => [each.id, each]));
  const sources = new Map(
    [...catalog.sources, ...catalog.models.flatMap((model) => model.sources ?? [])].map((each) => [
      each.id,
      each,
    ]),
  );
  const context: Omit<SheetContext, "effort"> = {
    asOf,
    levels: catalog.levels,
    // Catalogs are checked on loading: an unknown source never gets here.
    classOf: (id) => sources.get(id)?.class ?? "secondary",
    measurerOf: (id) => sources.get(id)?.measurer ?? id,
  };
  const unheard = emptyShelf();
  const sheets = new Map<string, FactSheet>();
  const made = (candidate: Candidate, effort: string | null): FactSheet => {
    const key = effort === null ? candidate.id : `${candidate.id} ${effort}`;
    const seen = sheets.get(key);
    if (seen !== undefined) return seen;
    const sheet = createFactSheet(candidate, { ...context, effort }, unheard);
    sheets.set(key, sheet);
    return sheet;
  };
  const of = (candidate: Candidate, asked: string | null = null): FactSheet => {
    const sheet = made(candidate, null);
    const effort = judgedEffort(sheet, asked);
    return effort === null ? sheet : made(candidate, effort);
  };
  return {
    catalog,
    asOf,
    benchmarks,
    sources,
    of,
    find: (id) => {
      const candidate = findCandidate(catalog, id, asOf);
      return candidate === null ? null : of(candidate);
    },
  };
}

// Facts that several questions ask for by name: price list, reasoning efforts, lifecycle dates.

/** The effort a reasoning model is judged at unless told: the one without hidden tokens, where it has one. */
export const WITHOUT_REASONING = "none";

/** The efforts a request may name; null where nobody says. */
export function offeredEfforts(sheet: FactSheet): Fact<string[]> {
  return sheet.plain("reasoning.efforts");
}

/** The effort of a request that names none. */
export function defaultEffort(sheet: FactSheet): Fact<string> {
  return sheet.plain("reasoning.defaultEffort");
}

/** The effort asked for if it is offered, else none, else the model's default; null without a list of efforts. */
export function judgedEffort(sheet: FactSheet, asked: string | null): string | null {
  const offered = offeredEfforts(sheet).value;
  if (offered === null) return null;
  if (asked !== null && offered.includes(asked)) return asked;
  if (offered.includes(WITHOUT_REASONING)) return WITHOUT_REASONING;
  return defaultEffort(sheet).value ?? offered[0] ?? null;
}

/** Writing a prefix to the cache is missing where the vendor charges nothing for it. */
export interface PriceFacts extends Record<TokenPrice, NumericFact> {
  /** False: the vendor says it does not sell this; null: nobody says. */
  offered: Fact<boolean>;
}

/** Prices in USD per million tokens for a tier, of the base model or of a fine-tuned version of it. */
export function priceFacts(sheet: FactSheet, tier: ServiceTier, fineTuned: boolean): PriceFacts {
  const path = `${fineTuned ? "fineTunedPrices" : "prices"}.${tier}` as const;
  return sheet.group(path, () => ({
    ...byName(TOKEN_PRICES, (price) => sheet.numeric(`${path}.${price}`)),
    offered: sheet.plain(`${path}.offered`),
  }));
}

export interface LongContextMultiples {
  input: number;
  output: number;
  /** Inputs above this many tokens are billed at the multiples; null without such a step. */
  aboveInputTokens: number | null;
}

/** From which length on a long input costs more; null for a model without such a step. */
export function longContextStep(sheet: FactSheet) {
  return sheet.plain("longContext").value;
}

/** Multiples of the list price: 1 up to the vendor's threshold of input tokens, more for the whole request above. */
export function longContextMultiples(
  sheet: FactSheet,
  inputTokens: () => number,
): LongContextMultiples {
  const step = longContextStep(sheet);
  if (step === null) return { input: 1, output: 1, aboveInputTokens: null };
  const { aboveInputTokens } = step;
  return inputTokens() > aboveInputTokens
    ? { input: step.inputMultiple, output: step.outputMultiple, aboveInputTokens }
    : { input: 1, output: 1, aboveInputTokens };
}

export interface ToolFacts {
  searchCall: NumericFact;
  searchBlock: NumericFact;
  fileCall: NumericFact;
}

/** What a vendor's tools cost a use. */
export function toolFacts(sheet: FactSheet): ToolFacts {
  return sheet.group("tools", () => ({
    searchCall: sheet.numeric("tools.webSearchUsdPerThousandCalls"),
    searchBlock: sheet.numeric("tools.webSearchInputTokensPerCall"),
    fileCall: sheet.numeric("tools.fileSearchUsdPerThousandCalls"),
  }));
}

export interface LifecycleFacts {
  /** Last day of service in the vendor's own API. */
  shutdown: Fact<string>;
  replacement: Fact<string>;
  fineTuningCloses: Fact<string>;
  fineTuningClosedToNewCustomers: Fact<string>;
}

export function lifecycleFacts(sheet: FactSheet): LifecycleFacts {
  return sheet.group("lifecycle", () => ({
    shutdown: sheet.plain("lifecycle.shutdown"),
    replacement: sheet.plain("lifecycle.replacement"),
    fineTuningCloses: sheet.plain("lifecycle.fineTuningCloses"),
    fineTuningClosedToNewCustomers: sheet.plain("lifecycle.fineTuningClosedToNewCustomers"),
  }));
}
