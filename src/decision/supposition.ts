/** The pick under a supposition: another volume, price or ability than the catalog and the workload say. */
import { times } from "../facts/money.ts";
import type { FactSheets } from "../facts/fact-sheets.ts";
import { ownEntry } from "../schema/records.ts";
import type { Assessment } from "./assessment.ts";
import type { Moved } from "./constraints/check.ts";
import { type CostEstimate, costOfMonth, isPriced } from "./cost.ts";
import { alternativeOf, anchorsOf, certain } from "./decision.ts";
import type { Need } from "./need.ts";
import { orderAlternatives } from "./rank.ts";
import { screenAgain, type Screened } from "./screening.ts";
import { valueFunctions } from "./values.ts";

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
