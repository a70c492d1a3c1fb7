/** The decision itself: who is in the running, who qualifies, and in which order. */
import { type Alternative, perCriterion, type ValueFunctions } from "./alternative.ts";
import type { Interval } from "../facts/fact.ts";
import { type Assessment, assess } from "./assessment.ts";
import { type Candidate, findCandidate, snapshotOfAlias } from "../facts/candidate.ts";
import type { Moved } from "./constraints/check.ts";
import { type CostEstimate, costOfMonth, isPriced } from "./cost.ts";
import { times } from "../facts/money.ts";
import type { FactSheets } from "../facts/fact-sheets.ts";
import { lifecycleFacts } from "../facts/lifecycle.ts";
import type { Need } from "./need.ts";
import { orderAlternatives, type RankedAlternative, rankAlternatives } from "./rank.ts";
import { screen, screenAgain, type Screened } from "./screening.ts";
import { valuedBill } from "./usual-month.ts";
import { type Anchors, valueFunctions } from "./values.ts";
import { ownEntry } from "../schema/records.ts";

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
export function plausiblePicks({ ranking, eligible }: Decision): RankedModel[] {
  return ranking.filter(
    (model) =>
      eligible.includes(model) ||
      model.screened.open.every((violation) => violation.assumedWorkload === true),
  );
}

/** Hypothetical changes of the evidence or the volume, for asking what would change the answer. */
export interface Hypothesis {
  requestsPerMonth?: number;
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

/** One thing other than it is: what of the need moves, and which figures are supposed. */
interface Supposition {
  moved: Moved | undefined;
  hypothesis?: Hypothesis | undefined;
}

/**
 * The id of the model that would come first among models already screened, were the need and the figures as supposed;
 * null when none qualifies. Only as many are screened again as it takes: the best one that is feasible or, failing that,
 * the best one that is open.
 */
export function pickAmong(
  screened: readonly Screened[],
  need: Need,
  sheets: FactSheets,
  { moved, hypothesis }: Supposition,
): string | null {
  const valueOf = valueFunctions(anchorsOf(need, sheets));
  const priced = screened.flatMap((before) => {
    const assessment =
      hypothesis === undefined ? before.assessment : supposing(before.assessment, hypothesis);
    const { cost } = assessment;
    return isPriced(cost)
      ? [{ ...alternativeOf(assessment, cost, need, sheets, valueOf), before, assessment }]
      : [];
  });
  const { tieEpsilon } = sheets.catalog.levels.decision;
  const ordered = orderAlternatives(priced, need.weighting.weights, tieEpsilon);
  let firstOpen: string | null = null;
  for (const { alternative } of ordered) {
    const verdict = screenAgain(alternative.before, alternative.assessment, need, moved);
    if (verdict === "feasible") return alternative.id;
    if (verdict === "unknown") firstOpen ??= alternative.id;
  }
  return firstOpen;
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

/** The models asked for or, failing that, those a day's question is about. Sorted by id. */
export function candidatesOf(need: Need, sheets: FactSheets): Candidate[] {
  const candidates =
    need.models === null
      ? candidatesOnTheDay(need, sheets)
      : need.models.flatMap((id) => findCandidate(sheets.catalog, id, need.asOf) ?? []);
  return candidates
    .filter(({ id }) => !need.exclude.includes(id))
    .toSorted((one, two) => (one.id < two.id ? -1 : one.id > two.id ? 1 : 0));
}

/**
 * The candidates of the catalog. Once the last of them is shut down, or where successors are asked for, every other
 * model that is served on the day too: a role says what a model was meant as, not whether it can be used.
 */
function candidatesOnTheDay(need: Need, sheets: FactSheets): Candidate[] {
  const all = sheets.catalog.models.map((model): Candidate => {
    const { id, name } = model;
    return { id, name, model, snapshot: snapshotOfAlias(model, need.asOf) };
  });
  const candidates = all.filter(({ model }) => model.role === "candidate");
  const areGone = candidates.every((each) => hasEnded(each, need, sheets));
  return need.includeSuccessors || areGone
    ? all.filter((each) => each.model.role === "candidate" || isServed(each, need, sheets))
    : candidates;
}

/** Shut down before the day of the decision. */
export function hasEnded(candidate: Candidate, { asOf }: Need, sheets: FactSheets): boolean {
  const end = lifecycleFacts(sheets.of(candidate)).shutdown.value;
  return end !== null && end < asOf;
}

/** Released, and not shut down, on the day of the decision. */
export function isServed(candidate: Candidate, need: Need, sheets: FactSheets): boolean {
  return candidate.snapshot !== null && !hasEnded(candidate, need, sheets);
}

function rank(
  screened: readonly Screened[],
  group: Screened["screen"],
  need: Need,
  sheets: FactSheets,
  valueOf: ValueFunctions,
): RankedModel[] {
  const members = new Map<string, { screened: Screened; cost: CostEstimate }>();
  const alternatives = screened.flatMap((each) => {
    const { candidate, cost } = each.assessment;
    if (each.screen !== group || !isPriced(cost)) return [];
    members.set(candidate.id, { screened: each, cost });
    return [alternativeOf(each.assessment, cost, need, sheets, valueOf)];
  });
  const { tieEpsilon } = sheets.catalog.levels.decision;
  return rankAlternatives(alternatives, need.weighting.weights, tieEpsilon).flatMap((ranked) => {
    const member = members.get(ranked.id);
    return member === undefined
      ? []
      : [{ ...ranked, ...member, assessment: member.screened.assessment }];
  });
}

function alternativeOf(
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
  const values = perCriterion((criterion) => valueOf[criterion](attributes[criterion].point));
  return { id: candidate.id, attributes, values };
}

function certain(value: number): Interval {
  return { point: value, low: value, high: value };
}

/** The assessment with hypothetical figures in place of the catalog's and the workload's. */
function supposing(assessment: Assessment, hypothesis: Hypothesis): Assessment {
  const { cost, quality } = assessment;
  const { id } = assessment.candidate;
  const ability = ownEntry(hypothesis.ability, id);
  return {
    ...assessment,
    cost: isPriced(cost) ? supposedCost(cost, id, hypothesis) : cost,
    quality: ability === undefined ? quality : { ...quality, ability: certain(ability) },
  };
}

function supposedCost(
  cost: CostEstimate,
  id: string,
  { requestsPerMonth, costMultiple }: Hypothesis,
): CostEstimate {
  if (requestsPerMonth !== undefined) {
    return { ...cost, usdPerMonth: costOfMonth(cost.exact.request, requestsPerMonth) };
  }
  const multiple = ownEntry(costMultiple, id) ?? 1;
  return {
    ...cost,
    usdPerRequest: cost.usdPerRequest * multiple,
    usdPerMonth: cost.usdPerMonth * multiple,
    exact: { ...cost.exact, request: times(cost.exact.request, multiple) },
  };
}
