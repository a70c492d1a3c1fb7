/** Dominance on the raw attributes: cheaper, faster and better, whatever the weights. */
import type { Alternative, PerCriterion } from "./alternative.ts";
import { CRITERIA } from "../schema/vocabulary.ts";

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
