/**
 * Dominance on the raw attributes, and the models that nobody dominates whatever the budget, the volume or the
 * weights.
 */
import { CRITERIA } from "../schema/vocabulary.ts";
import type { Alternative, PerCriterion } from "./alternative.ts";
import type { Decision, RankedModel } from "./decision.ts";
import { valuedRequests } from "./usual-month.ts";

/** 1 when more of the attribute is better, -1 when less is. */
const DIRECTIONS: PerCriterion<1 | -1> = { cost: -1, latency: -1, quality: 1 };

/** Whether `a` is at least as good everywhere and better somewhere, at the points. */
export function dominates(a: Alternative, b: Alternative): boolean {
  let isBetter = false;
  for (const criterion of CRITERIA) {
    const lead =
      DIRECTIONS[criterion] * (a.attributes[criterion].point - b.attributes[criterion].point);
    if (lead < 0) return false;
    if (lead > 0) isBetter = true;
  }
  return isBetter;
}

/**
 * The alternatives nobody dominates, cheapest first (then fastest, best, id). Equal ones stay together.
 * In this order nobody is dominated by a later one, so comparing with the kept ones is enough.
 */
export function paretoFront<Each extends Alternative>(alternatives: readonly Each[]): Each[] {
  const front: Each[] = [];
  for (const candidate of alternatives.toSorted(byCheapness)) {
    if (!front.some((kept) => dominates(kept, candidate))) front.push(candidate);
  }
  return front;
}

/** For each alternative, by id, the members of their front that dominate it: none for the front itself. */
export function dominatedBy(
  alternatives: readonly Alternative[],
  front: readonly Alternative[] = paretoFront(alternatives),
): Map<string, string[]> {
  return new Map(
    alternatives.map((own) => [
      own.id,
      front.filter((rival) => dominates(rival, own)).map(({ id }) => id),
    ]),
  );
}

function byCheapness(a: Alternative, b: Alternative): number {
  return (
    a.attributes.cost.point - b.attributes.cost.point ||
    a.attributes.latency.point - b.attributes.latency.point ||
    b.attributes.quality.point - a.attributes.quality.point ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Hard limits on what models compare by: a better model keeps them wherever a worse one does. */
const LIMITS_ON_ATTRIBUTES = ["limits.usdPerMonth", "limits.usdPerRequest", "limits.waitSeconds"];

/**
 * The ranked models that another budget, volume, wait limit or weights could bring to the front. Whoever is dominated
 * stays behind its dominator under any of them, unless something else can exclude the dominator.
 */
export function undominated({ ranking, need, sheets }: Decision): RankedModel[] {
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
