/** Benchmarks that at least two of the models took, with the lead and whether it is more than noise. */
import { normalQuantile } from "../../../decision/robustness/normal.ts";
import type { NumericFact } from "../../../facts/claims.ts";
import { benchmarkScale } from "../../../facts/fact-rows.ts";
import { resultStandardError } from "../../../facts/logits.ts";
import { lazy } from "../../../facts/memoize.ts";
import type { Benchmark } from "../../../schema/descriptions.ts";
import type { Levels } from "../../../schema/levels.ts";
import { measured } from "../../../words/figures.ts";
import { factCell } from "../cells.ts";
import { byLead } from "../differences.ts";
import { type Cell, type RowPlan, sharedBy, type TraitContext, type TraitGroup } from "../trait.ts";
import { tally } from "./tally.ts";

/** Longer names do not fit beside two models on a terminal of 80 columns. */
const LONGEST_LABEL = 31;

/** Two-sided; the customary 95 %. */
const NOISE_DEVIATIONS = normalQuantile(0.975);

export const accuracy: TraitGroup = {
  id: "accuracy",
  title: "Accuracy",
  alsoCalled: ["quality", "benchmarks"],
  plans: (context, rowOf) => {
    const tests = context.sheets.catalog.benchmarks.map((test) => testPlan(context, test));
    const results = lazy(() => tests.flatMap((plan) => rowOf(plan) ?? []));
    return [...tally(context, results), ...tests, ...otherResults(context)];
  },
};

function testPlan(context: TraitContext, benchmark: Benchmark): RowPlan {
  const { quality } = context.sheets.catalog.levels;
  const { unit, better } = benchmarkScale(benchmark);
  return {
    trait: `accuracy.${benchmark.id}`,
    label: benchmark.name.length <= LONGEST_LABEL ? benchmark.name : benchmark.id,
    unit,
    knownTo: sharedBy(context),
    notes: () => (benchmark.scale === "elo" ? [RATED] : []),
    differ: (known) => {
      const facts = context.compared.map(({ sheet }) => sheet.benchmark(benchmark));
      return byLead(better, noiseOf(facts, benchmark, quality))(known);
    },
    cell: ({ sheet }) => datedCell(sheet.benchmark(benchmark)),
  };
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
function otherResults(context: TraitContext): RowPlan[] {
  const ids = new Set(
    context.compared.flatMap(({ candidate }) => Object.keys(candidate.model.otherResults ?? {})),
  );
  return [...ids].toSorted().map((id) => ({
    trait: `accuracy.${id}`,
    label: id,
    knownTo: sharedBy(context),
    differ: byLead("higher", null),
    notes: () => [NOT_USED],
    cell: ({ sheet }) => datedCell(sheet.numeric(`otherResults.${id}`, { anyEffort: true })),
  }));
}
