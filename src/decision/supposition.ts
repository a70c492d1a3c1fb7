/** Suppositions: another volume, price, ability, budget, limit or weight, and the pick under it. */
import type { FactSheets } from "../facts/fact-sheets.ts";
import type { Levels } from "../schema/levels.ts";
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import {
  type Alternative,
  orderAlternatives,
  type PerCriterion,
  type ValueFunctions,
} from "./alternative.ts";
import type { Moved } from "./constraints/check.ts";
import { type CostEstimate, costOfMonth, isPriced } from "./cost.ts";
import { alternativeOf, anchorsOf, certain, type Decision } from "./decision.ts";
import type { Need, Origin } from "./need.ts";
import { screenAgain, type Screened } from "./screening.ts";
import { valuedBill, valueFunctions } from "./values.ts";
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

/** One thing other than it is: something of the need, or a figure of one model. */
export interface Supposition {
  /** As it would read. */
  need: Need;
  /** The bill of one model as a multiple of its own. */
  costMultiple?: OfModel;
  /** The ability of one model, logits. */
  ability?: OfModel;
}

interface OfModel {
  model: string;
  is: number;
}

/** A model that can be ranked, as it is screened and valued before anything is supposed. */
export interface Contender extends Alternative {
  cost: CostEstimate;
  screened: Screened;
}

/** Null for a model whose price nobody knows. */
export function contenderOf(
  screened: Screened,
  { need, sheets, valueFunctions: valueOf }: Decision,
): Contender | null {
  const { assessment } = screened;
  const { cost } = assessment;
  if (!isPriced(cost)) return null;
  return { ...alternativeOf(assessment, cost, need, sheets, valueOf), cost, screened };
}

/**
 * The id of the contender that would come first; null when none qualifies. Only what moves is valued again, and only as
 * many are screened again as it takes: the best one that is feasible or, failing that, the best one that is open.
 *
 * @param moved what hard requirements may rest on; undefined: no verdict of theirs can change
 */
export function pickAmong(
  contenders: readonly Contender[],
  supposition: Supposition,
  moved: Moved | undefined,
  sheets: FactSheets,
): string | null {
  const { need } = supposition;
  const valueOf = valueFunctions(anchorsOf(need, sheets));
  const { budget, decision } = sheets.catalog.levels;
  const alternatives = contenders.map((each) =>
    supposing(each, supposition, moved, valueOf, budget),
  );
  const ordered = orderAlternatives(alternatives, need.weighting.weights, decision.tieEpsilon);
  let firstOpen: string | null = null;
  for (const { alternative } of ordered) {
    const { id, cost, screened } = alternative;
    const { assessment } = screened;
    const supposed = cost === assessment.cost ? assessment : { ...assessment, cost };
    const verdict =
      moved === undefined ? screened.screen : screenAgain(screened, supposed, need, moved);
    if (verdict === "feasible") return id;
    if (verdict === "unknown") firstOpen ??= id;
  }
  return firstOpen;
}

/** The contender with the one attribute that moves; itself where none does. */
function supposing(
  contender: Contender,
  { need, costMultiple, ability }: Supposition,
  moved: Moved | undefined,
  valueOf: ValueFunctions,
  constants: Levels["budget"],
): Contender {
  const { id, cost, attributes } = contender;
  if (ability?.model === id) return valuedAt(contender, "quality", ability.is, valueOf);
  if (costMultiple?.model === id) {
    const { is } = costMultiple;
    const usdPerRequest = cost.usdPerRequest * is;
    const usdPerMonth = cost.usdPerMonth * is;
    const supposed = valuedAt(contender, "cost", attributes.cost.point * is, valueOf);
    return { ...supposed, cost: { ...cost, usdPerRequest, usdPerMonth } };
  }
  if (moved !== "volume" && moved !== "budget") return contender;
  const month = () => costOfMonth(cost.exact.request, need.workload.requestsPerMonth);
  const billed = moved === "volume" ? { ...cost, usdPerMonth: month() } : cost;
  const valued = valuedBill(billed, need, constants);
  return { ...valuedAt(contender, "cost", valued, valueOf), cost: billed };
}

function valuedAt(
  { id, attributes, values, cost, screened }: Contender,
  criterion: Criterion,
  figure: number,
  valueOf: ValueFunctions,
): Contender {
  return {
    id,
    attributes: { ...attributes, [criterion]: certain(figure) },
    values: { ...values, [criterion]: valueOf[criterion](figure) },
    cost,
    screened,
  };
}
