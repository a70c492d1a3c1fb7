/** The decision itself: which models are feasible, open, eligible, excluded, and in which order. */
import type { Interval } from "../facts/claims.ts";
import type { FactSheets } from "../facts/fact-sheets.ts";
import {
  type Alternative,
  type RankedAlternative,
  type ValueFunctions,
  contributionsOf,
  orderAlternatives,
} from "./alternative.ts";
import { type Assessment, assess, candidatesOf } from "./assessment.ts";
import { type CostEstimate, isPriced } from "./cost.ts";
import type { Need } from "./need.ts";
import { screen, type Screened } from "./screening.ts";
import { valuedBill, type Anchors, valueFunctions } from "./values.ts";

interface Priced extends Alternative {
  assessment: Assessment;
  cost: CostEstimate;
  screened: Screened;
}

export type RankedModel = Priced & RankedAlternative;

export interface Decision {
  need: Need;
  sheets: FactSheets;
  anchors: Anchors;
  valueFunctions: ValueFunctions;
  /** The feasible models, best first, and the open ones after them. */
  ranking: RankedModel[];
  /** Those that meet every requirement. */
  feasible: RankedModel[];
  /** Those that miss none, and leave one undecided. */
  open: RankedModel[];
  /** The models among which the pick is made: the feasible ones or, failing those, the open ones. */
  eligible: RankedModel[];
  excluded: Screened[];
}

/**
 * How far the pick is ahead of the next eligible model, and whether that is practically a tie; null without either. A
 * model that is only open may score higher and still not be picked: that is no margin.
 */
export function leadOfPick({
  eligible,
  sheets,
}: Decision): { margin: number; tie: boolean } | null {
  const [pick, rival] = eligible;
  if (pick === undefined || rival === undefined) return null;
  const margin = pick.score - rival.score;
  return { margin, tie: margin < sheets.catalog.levels.decision.nearTieMargin };
}

/**
 * The models the pick's certainty is judged against, the pick first: all that are eligible, and those that nothing but
 * an assumed workload keeps from it. Anything else that is open can never be first.
 */
export function eligibleOnAnyWorkload({ ranking, eligible }: Decision): RankedModel[] {
  const already = new Set(eligible);
  return ranking.filter(
    (model) =>
      already.has(model) ||
      model.screened.open.every((violation) => violation.assumedWorkload === true),
  );
}

/** The ranked models that an answer explains: of very many the first. Of the others it gives the figures alone. */
export function explainedOf({ ranking, sheets }: Decision): RankedModel[] {
  return ranking.slice(0, sheets.catalog.levels.sampling.modelsAtMost);
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
  const ranked = (group: Screened["screen"], ahead: number): RankedModel[] => {
    const members: Priced[] = [];
    for (const each of screened) {
      const { cost } = each.assessment;
      if (each.screen !== group || !isPriced(cost)) continue;
      const alternative = alternativeOf(each.assessment, cost, need, sheets, valueOf);
      const { id, attributes, values } = alternative;
      members.push({ id, attributes, values, assessment: each.assessment, cost, screened: each });
    }
    const { tieEpsilon } = sheets.catalog.levels.decision;
    const { weights } = need.weighting;
    return orderAlternatives(members, weights, tieEpsilon).map(({ alternative, score }, place) => {
      const { id, attributes, values, assessment, cost, screened: screening } = alternative;
      const contributions = contributionsOf(values, weights);
      const rank = ahead + place + 1;
      return {
        id,
        attributes,
        values,
        assessment,
        cost,
        screened: screening,
        rank,
        score,
        contributions,
      };
    });
  };
  const feasible = ranked("feasible", 0);
  const open = ranked("unknown", feasible.length);
  return {
    need,
    sheets,
    anchors,
    valueFunctions: valueOf,
    ranking: [...feasible, ...open],
    feasible,
    open,
    eligible: feasible.length > 0 ? feasible : open,
    excluded: screened.filter((each) => each.screen === "infeasible"),
  };
}

/** Every model that was looked at, ranked or not. */
export function assessmentsOf({ ranking, excluded }: Decision): Assessment[] {
  return [...ranking.map((model) => model.assessment), ...excluded.map((each) => each.assessment)];
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

/** A model as the ranking sees it: its attributes, and what they are worth. */
export function alternativeOf(
  { candidate, wait, quality }: Assessment,
  cost: CostEstimate,
  need: Need,
  sheets: FactSheets,
  valueOf: ValueFunctions,
): Alternative {
  const attributes = {
    cost: certain(valuedBill(cost, need, sheets.catalog.levels.budget)),
    latency: wait.interval,
    quality: quality.ability,
  };
  const values = {
    cost: valueOf.cost(attributes.cost.point),
    latency: valueOf.latency(attributes.latency.point),
    quality: valueOf.quality(attributes.quality.point),
  };
  return { id: candidate.id, attributes, values };
}

export function certain(value: number): Interval {
  return { point: value, low: value, high: value };
}
