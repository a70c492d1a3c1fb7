/** Suppositions: another volume, price, ability, budget, limit or weight, and the pick under it. */
import type { FactSheets } from "../facts/fact-sheets.ts";
import { times } from "../facts/money.ts";
import type { Levels } from "../schema/levels.ts";
import { ownEntry } from "../schema/texts.ts";
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import { orderAlternatives, type PerCriterion } from "./alternative.ts";
import type { Assessment } from "./assessment.ts";
import type { Moved } from "./constraints/check.ts";
import { type CostEstimate, costOfMonth, isPriced } from "./cost.ts";
import { alternativeOf, anchorsOf, certain } from "./decision.ts";
import type { Need, Origin } from "./need.ts";
import { screenAgain, type Screened } from "./screening.ts";
import { valueFunctions } from "./values.ts";
import { normaliseWeights } from "./weights.ts";

// The same need with one thing changed, exactly as the program would read that change from its user.

const STATED: Origin = { from: "flag", text: "what if" };

export function withVolume(need: Need, requestsPerMonth: number): Need {
  return {
    ...need,
    workload: { ...need.workload, requestsPerMonth },
    origins: { ...need.origins, "workload.requestsPerMonth": STATED },
  };
}

/** A budget stated as an amount is an anchor and a hard limit, and counts as much as amounts do. */
export function withBudget(need: Need, usdPerMonth: number, levels: Levels): Need {
  const { importance } = need.weighting;
  const byWords = need.weighting.mode === "levels";
  return {
    ...withImportance(
      need,
      byWords ? { ...importance, cost: levels.budget.amountImportance } : importance,
    ),
    budget: { word: null, usdPerMonth },
    limits: { ...need.limits, usdPerMonth: Math.min(usdPerMonth, otherMonthlyLimit(need)) },
  };
}

/** The limit on a month's bill apart from the one that the budget itself sets. */
function otherMonthlyLimit({ limits, origins, budget }: Need): number {
  const isBudgets =
    budget.word === null && origins["limits.usdPerMonth"]?.text === origins["budget"]?.text;
  return isBudgets ? Infinity : (limits.usdPerMonth ?? Infinity);
}

/** A hard limit on the typical wait beside the latency word. */
export function withWaitLimit(need: Need, waitSeconds: number): Need {
  return { ...need, limits: { ...need.limits, waitSeconds } };
}

export function withImportance(need: Need, importance: PerCriterion<number>): Need {
  return {
    ...need,
    weighting: { ...need.weighting, importance, weights: normaliseWeights(importance) },
  };
}

/** One weight set, the others keeping their proportions. */
export function withWeight(need: Need, criterion: Criterion, weight: number): Need {
  const { weights } = need.weighting;
  // Beside a weight that is all but everything the difference is lost in rounding; the sum of the others is not.
  const rest =
    1 - weights[criterion] ||
    CRITERIA.reduce((sum, each) => (each === criterion ? sum : sum + weights[each]), 0);
  const scale = (each: Criterion) =>
    each === criterion ? weight : (weights[each] / rest) * (1 - weight);
  return withImportance(need, {
    cost: scale("cost"),
    latency: scale("latency"),
    quality: scale("quality"),
  });
}

/** Hypothetical changes of the evidence or the volume, for asking what would change the answer. */
export interface Hypothesis {
  requestsPerMonth?: number;
  /** Multiple of a model's own bill, by model id. */
  costMultiple?: Record<string, number>;
  /** Ability in logits instead of the estimate, by model id. */
  ability?: Record<string, number>;
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
