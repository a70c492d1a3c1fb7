/** Which models could come first if the budget, the volume, a limit or the weights were different. */
import type { Decision, RankedModel } from "./decision.ts";
import { paretoFront } from "./pareto.ts";
import { valuedRequests } from "./usual-month.ts";

/** Hard limits on what models compare by: a better model keeps them wherever a worse one does. */
const LIMITS_ON_ATTRIBUTES = ["limits.usdPerMonth", "limits.usdPerRequest", "limits.waitSeconds"];

/**
 * The ranked models that another budget, volume, wait limit or weights could bring to the front. Whoever is dominated
 * stays behind its dominator under any of them, unless something else can exclude the dominator.
 */
export function inTheRunning({ ranking, need, sheets }: Decision): RankedModel[] {
  // Without any volume every bill is the same, and says nothing of the prices that another volume brings back.
  if (valuedRequests(need, sheets.catalog.levels.budget) === 0) return ranking;
  // Rate limits depend on the volume and on the model, however good it is.
  if (need.rateLimits.usageTier !== null) return ranking;
  const front = new Set(paretoFront(ranking.filter(isComparable)));
  return ranking.filter((model) => front.has(model) || !isComparable(model));
}

/** Nothing but its attributes decides whether it qualifies. */
function isComparable({ screened, assessment }: RankedModel): boolean {
  return (
    // Without a known speed a model is left open where a better one is out.
    assessment.wait.missing.length === 0 &&
    screened.open.every(({ constraint }) => LIMITS_ON_ATTRIBUTES.includes(constraint))
  );
}
