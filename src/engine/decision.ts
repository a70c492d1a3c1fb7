/** The decision itself: who is in the running, who qualifies, and in which order. */
import { type Interval, perCriterion, type ValueFunctions } from "./alternative.ts";
import { type Assessment, assess } from "./assessment.ts";
import { type Candidate, findCandidate } from "./candidate.ts";
import { type CostEstimate, isPriced } from "./cost.ts";
import type { FactSheets } from "./fact-sheets.ts";
import type { Need } from "./need.ts";
import { type RankedAlternative, rankAlternatives } from "./rank.ts";
import { screen, type Screened } from "./screening.ts";
import { type Anchors, valueFunctions } from "./values.ts";

export interface RankedModel extends RankedAlternative {
  assessment: Assessment;
  cost: CostEstimate;
  screened: Screened;
}

export interface Decision {
  need: Need;
  sheets: FactSheets;
  anchors: Anchors;
  valueFunctions: ValueFunctions;
  /** Models that meet every requirement, best first; the rest that is only open comes after them. */
  ranking: RankedModel[];
  /** The models among which the pick is made: all feasible ones or, failing those, all open ones. */
  eligible: RankedModel[];
  excluded: Screened[];
}

/** Hypothetical changes of the evidence, for asking what would change the answer. */
export interface Hypothesis {
  /** Multiple of a model's own bill, by model id. */
  costMultiple?: Record<string, number>;
  /** Ability in logits instead of the estimate, by model id. */
  ability?: Record<string, number>;
}

export function decide(need: Need, sheets: FactSheets): Decision {
  const assessments = candidatesOf(need, sheets).map((each) => assess(each, need, sheets));
  return decideAmong(assessments, need, sheets);
}

/** Screens and ranks models already assessed for this workload. */
export function decideAmong(
  assessments: readonly Assessment[],
  need: Need,
  sheets: FactSheets,
): Decision {
  const anchors = anchorsOf(need, sheets);
  const valueOf = valueFunctions(anchors);
  const screened = assessments.map((assessment) => screen(assessment, need));
  const feasible = rank(screened, "feasible", need, sheets, valueOf);
  const open = rank(screened, "unknown", need, sheets, valueOf);
  const ranking = [...feasible, ...open].map((model, index) => ({ ...model, rank: index + 1 }));
  return {
    need,
    sheets,
    anchors,
    valueFunctions: valueOf,
    ranking,
    eligible: ranking.filter((model) => model.screened.screen === ranking[0]?.screened.screen),
    excluded: screened.filter((each) => each.screen === "infeasible"),
  };
}

/** Every model that was looked at, ranked or not. */
export function assessmentsOf({ ranking, excluded }: Decision): Assessment[] {
  return [
    ...ranking.map((model) => model.assessment),
    ...excluded.map((each) => each.assessment),
  ];
}

export function anchorsOf(need: Need, sheets: FactSheets): Anchors {
  const { latency, quality } = sheets.catalog.levels;
  return {
    budgetUsdPerMonth: need.budget.usdPerMonth,
    targetSeconds: need.latency.targetSeconds,
    zeroAtMultiple: latency.zeroAtMultiple,
    barLogits: need.quality.barLogits,
    logitsToZero: quality.logitsToZero,
  };
}

/** The models asked for, or every candidate of the catalog; successors only when asked for. Sorted by id. */
export function candidatesOf(need: Need, sheets: FactSheets): Candidate[] {
  const { models } = sheets.catalog;
  const ids =
    need.models ??
    models
      .filter((model) => model.role === "candidate" || need.includeSuccessors)
      .map((model) => model.id);
  return ids
    .filter((id) => !need.exclude.includes(id))
    .toSorted()
    .flatMap((id) => findCandidate(sheets.catalog, id, need.asOf) ?? []);
}

function rank(
  screened: readonly Screened[],
  group: Screened["screen"],
  need: Need,
  sheets: FactSheets,
  valueOf: ValueFunctions,
): RankedModel[] {
  const members = screened.flatMap((each) => {
    const { cost } = each.assessment;
    return each.screen === group && isPriced(cost) ? [{ screened: each, cost }] : [];
  });
  if (members.length === 0) return [];
  const alternatives = members.map(({ screened: { assessment }, cost }) => {
    const attributes = {
      cost: certain(cost.usdPerMonth),
      latency: assessment.wait.interval,
      quality: assessment.quality.ability,
    };
    const values = perCriterion((criterion) => valueOf[criterion](attributes[criterion].point));
    return { id: assessment.candidate.id, attributes, values };
  });
  const { tieEpsilon } = sheets.catalog.levels.decision;
  return rankAlternatives(alternatives, need.weighting.weights, tieEpsilon).flatMap((ranked) => {
    const member = members.find((each) => each.screened.assessment.candidate.id === ranked.id);
    return member === undefined
      ? []
      : [{ ...ranked, ...member, assessment: member.screened.assessment }];
  });
}

function certain(value: number): Interval {
  return { point: value, low: value, high: value };
}

/** The assessment with hypothetical evidence in place of the catalog's. */
export function supposing(assessment: Assessment, hypothesis: Hypothesis): Assessment {
  const { id } = assessment.candidate;
  const multiple = hypothesis.costMultiple?.[id];
  const ability = hypothesis.ability?.[id];
  const { cost, quality } = assessment;
  return {
    ...assessment,
    cost: multiple === undefined || !isPriced(cost) ? cost : scaled(cost, multiple),
    quality: ability === undefined ? quality : { ...quality, ability: certain(ability) },
  };
}

function scaled(cost: CostEstimate, multiple: number): CostEstimate {
  return {
    ...cost,
    usdPerRequest: cost.usdPerRequest * multiple,
    usdPerMonth: cost.usdPerMonth * multiple,
  };
}
