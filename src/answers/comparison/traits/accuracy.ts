/** Benchmarks that at least two of the models took, with the lead and whether it is more than noise. */
import { normalQuantile } from "../../../decision/robustness/normal.ts";
import type { NumericFact } from "../../../facts/claims.ts";
import { benchmarkScale } from "../../../facts/fact-rows.ts";
import { resultStandardError } from "../../../facts/logits.ts";
import type { Benchmark } from "../../../schema/descriptions.ts";
import type { Levels } from "../../../schema/levels.ts";
import { measured } from "../../../words/figures.ts";
import { factCell } from "../cells.ts";
import { byLead } from "../differences.ts";
import {
  row,
  type Cell,
  type Compared,
  type TraitContext,
  type TraitGroup,
  type TraitRow,
} from "../trait.ts";
import { tally } from "./tally.ts";

/** Longer names do not fit beside two models on a terminal of 80 columns. */
const LONGEST_LABEL = 31;

/** Two-sided; the customary 95 %. */
const NOISE_DEVIATIONS = normalQuantile(0.975);

export const accuracy: TraitGroup = {
  id: "accuracy",
  title: "Accuracy",
  alsoCalled: ["quality", "benchmarks"],
  rows: (context) => {
    const results = context.sheets.catalog.benchmarks
      .filter((benchmark) => isShared(context, benchmark))
      .map((benchmark) => benchmarkRow(context, benchmark));
    return [...tally(context, results), ...results, ...otherResults(context)];
  },
};

/** One model alone: everything it took. */
function isShared({ compared }: TraitContext, benchmark: Benchmark): boolean {
  const takers = compared.filter(({ sheet }) => sheet.benchmark(benchmark).value !== null);
  return takers.length >= Math.min(2, compared.length);
}

function benchmarkRow(context: TraitContext, benchmark: Benchmark): TraitRow {
  const { quality } = context.sheets.catalog.levels;
  const facts = context.compared.map(({ sheet }) => sheet.benchmark(benchmark));
  return row(context, {
    trait: `accuracy.${benchmark.id}`,
    label: benchmark.name.length <= LONGEST_LABEL ? benchmark.name : benchmark.id,
    unit: benchmarkScale(benchmark).unit,
    notes: benchmark.scale === "elo" ? [RATED] : [],
    differ: byLead(benchmarkScale(benchmark).better, noiseOf(facts, benchmark, quality)),
    cell: ({ sheet }) => datedCell(sheet.benchmark(benchmark)),
  });
}

const RATED = "Figures above a thousand are Elo ratings of an arena, not shares.";

/** The lead that chance alone makes one time in twenty, over the two least certain; null for an unknown test length. */
function noiseOf(
  facts: readonly NumericFact[],
  benchmark: Benchmark,
  constants: Levels["quality"],
): number | null {
  const results = facts.flatMap(({ value, chosen }) =>
    value === null ? [] : [{ value, items: chosen?.claim.items ?? benchmark.items }],
  );
  const isRated = benchmark.scale === "elo" && benchmark.eloStandardError !== undefined;
  if (!isRated && results.some(({ items }) => items === undefined)) return null;
  const errors = results
    .map(({ value, items }) =>
      resultStandardError(value, benchmark, constants, isRated ? undefined : items),
    )
    .toSorted((a, b) => b - a);
  return NOISE_DEVIATIONS * Math.hypot(errors[0] ?? 0, errors[1] ?? 0);
}

function datedCell(fact: NumericFact): Cell {
  const year = fact.chosen?.claim.observed.slice(0, "2024".length) ?? "";
  return factCell(fact, { text: (value) => `${measured(value)} ${year}` });
}

const NOT_USED =
  "Composite indexes, retired question sets and tests outside the task table are shown and never used to decide.";

/** Composite indexes and retired tests: shown, never used to decide. */
function otherResults(context: TraitContext): TraitRow[] {
  const { compared } = context;
  const ids = new Set(
    compared.flatMap(({ candidate }) => Object.keys(candidate.model.otherResults ?? {})),
  );
  const factOf = ({ sheet }: Compared, id: string) =>
    sheet.numeric(`otherResults.${id}`, { anyEffort: true });
  return [...ids]
    .toSorted()
    .filter(
      (id) =>
        compared.filter((each) => factOf(each, id).value !== null).length >=
        Math.min(2, compared.length),
    )
    .map((id) =>
      row(context, {
        trait: `accuracy.${id}`,
        label: id,
        differ: byLead("higher", null),
        notes: [NOT_USED],
        cell: (each) => datedCell(factOf(each, id)),
      }),
    );
}
