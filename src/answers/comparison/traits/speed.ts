/** Speed traits: today's belief, what was measured year by year, whole requests, promises. */
import { assess } from "../../../decision/assessment.ts";
import type { NumericFact, Statement } from "../../../facts/claims.ts";
import { lazy } from "../../../facts/memoize.ts";
import type { Claim } from "../../../schema/claim.ts";
import { measured } from "../../../words/figures.ts";
import { derivedCell, factCell, shownClaims, unknownCell } from "../cells.ts";
import { byRatio } from "../differences.ts";
import type { Cell, Compared, RowPlan, TraitContext, TraitGroup } from "../trait.ts";
import { paired, type Pairing, pairings } from "./pairing.ts";

const faster = byRatio("faster", "higher");
const sooner = byRatio("faster", "lower");

export const speed: TraitGroup = {
  id: "speed",
  title: "Speed",
  alsoCalled: ["latency", "wait"],
  plans: (context) => [
    {
      trait: "speed",
      label: "Output speed",
      unit: "tokens per second",
      differ: faster,
      cell: (each) => intervalCell(outputSpeed(each)),
    },
    {
      trait: "speed.first-token",
      label: "First token",
      unit: "seconds",
      differ: sooner,
      cell: ({ sheet }) => intervalCell(sheet.numeric("speed.timeToFirstTokenSeconds")),
    },
    ...workloadWait(context),
    ...history(context),
    ...wholeRequests(context),
    // What the vendor commits to on its fast tier: a promise, not a measurement.
    {
      trait: "speed.fast-mode",
      label: "Fast mode promise",
      unit: "tokens per second",
      knownTo: 1,
      differ: faster,
      cell: (each) =>
        factCell(outputSpeed(each, "fast"), { text: (value) => `>${measured(value)}` }),
    },
  ],
};

function outputSpeed({ sheet }: Compared, tier: "standard" | "fast" = "standard"): NumericFact {
  return sheet.numeric("speed.outputTokensPerSecond", { tier });
}

function intervalCell(fact: NumericFact): Cell {
  const spread = fact.low < fact.high ? ` (${measured(fact.low)}-${measured(fact.high)})` : "";
  return factCell(fact, { text: (value) => `${measured(value)}${spread}` });
}

function workloadWait({ need, sheets }: TraitContext): RowPlan[] {
  if (need === null) return [];
  const measure =
    need.latency.measure === "first-sentence" ? "first sentence of the stream" : "whole answer";
  return [
    {
      trait: "speed.wait",
      label: "Your wait",
      notes: () => [`Your wait is to the ${measure}.`],
      unit: "seconds",
      differ: sooner,
      cell: ({ candidate }) => {
        const { wait } = assess(candidate, need, sheets);
        // A guess stands in for what nobody states: enough to decide cautiously, not to show as a fact.
        if (wait.missing.length > 0) return unknownCell(wait.facts);
        const { point, low, high } = wait.interval;
        return derivedCell(
          wait.facts,
          point,
          () => `${measured(point)} (${measured(low)}-${measured(high)})`,
        );
      },
    },
  ];
}

/** The same trait year by year, each pair from one measurer where there is one: a conflict stays in sight. */
function history(context: TraitContext): RowPlan[] {
  const statements = (each: Compared) => aboutModel(each, outputSpeed(each).statements);
  const years = new Set(
    context.compared.flatMap((each) =>
      statements(each).map(({ claim }) => claim.observed.slice(0, "2024".length)),
    ),
  );
  return [...years].toSorted().map((year) => {
    const ofYear = lazy(
      () =>
        new Map(
          context.compared.map((each) => [
            each.id,
            statements(each).filter(({ claim }) => claim.observed.startsWith(year)),
          ]),
        ),
    );
    const pair = lazy(() => paired(ofYear(), measurerOf(context)));
    return {
      trait: `speed.measured-${year}`,
      label: `Measured in ${year}`,
      unit: "tokens per second",
      differ: faster,
      cell: ({ id }) => pairedCell("speed.outputTokensPerSecond", pair(), id, ofYear(), measured),
    };
  });
}

/** Who measured what a source tells, so that two copies of one measurer compare. */
function measurerOf({ sheets }: TraitContext): (source: string) => string {
  return (source) => sheets.sources.get(source)?.measurer ?? source;
}

const NAMED_ROWS =
  "Rows that carry the name of a run or a leaderboard give the mean time of a whole request there.";

/** Whole requests of one suite, models of one run side by side. */
function wholeRequests(context: TraitContext): RowPlan[] {
  const timings = new Map(
    context.compared.map((each) => {
      const fact = each.sheet.plain("speed.requestSeconds");
      const means = aboutModel(each, fact.statements).flatMap(({ claim, ...rest }) => {
        const { mean, p95 } = claim.value;
        if (mean === undefined) return [];
        const tail = p95 === undefined ? [] : [`95 % within ${measured(p95)} s`];
        const note = [...tail, ...(claim.note === undefined ? [] : [claim.note])].join("; ");
        const timed: Claim<number> = { ...claim, value: mean, ...(note === "" ? {} : { note }) };
        return [{ ...rest, claim: timed }];
      });
      return [each.id, means] as const;
    }),
  );
  return pairings(timings).map((pair) => ({
    trait: `speed.request.${pair.name}`,
    label: pair.name,
    unit: "seconds a request",
    differ: sooner,
    notes: () => [NAMED_ROWS],
    cell: ({ id }) =>
      pairedCell("speed.requestSeconds", pair, id, pair.byModel, (mean) => `${measured(mean)} s`),
  }));
}

/** A plain model id stands for all its snapshots here; a named snapshot for itself. */
function aboutModel<Value>(
  { id, candidate }: Compared,
  statements: readonly Statement<Value>[],
): Statement<Value>[] {
  return statements.filter((statement) => id === candidate.model.id || statement.scope !== "other");
}

function pairedCell(
  path: string,
  pair: Pairing,
  id: string,
  all: ReadonlyMap<string, readonly Statement<number>[]>,
  text: (value: number) => string,
): Cell {
  const chosen = pair.byModel.get(id)?.[0];
  const statements = all.get(id) ?? [];
  if (chosen === undefined) return unknownCell();
  const { value } = chosen.claim;
  const disputed = statements.some(({ claim }) => claim.value !== value);
  return {
    value,
    text: text(value),
    status: disputed ? "disputed" : "fresh", // what was measured on a named day does not age
    fromSibling: false,
    claims: () => shownClaims(path, statements, chosen),
  };
}
