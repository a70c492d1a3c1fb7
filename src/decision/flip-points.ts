/** Flip points: the nearest change of each kind that moves the pick, checked by deciding again on both sides of it. */
import type { Decision, RankedModel } from "./decision.ts";
import { undominated } from "./dominance.ts";
import type { Pair, Flip } from "./flips.ts";
import { type Lever, leversOf } from "./levers.ts";
import { canBeLetInBy } from "./screening.ts";
import { type Contender, contenderOf, pickAmong } from "./supposition.ts";

/** A change of one parameter that hands the first place to another model. */
export interface FlipPoint {
  /** `workload.requestsPerMonth`, `budget`, `limits.waitSeconds`, `weights.<criterion>`, `importance.<criterion>`,
   * `prices.<model>` (multiple of today's), `quality.<model>` (logits). */
  parameter: string;
  /** Today's value; null when there is none (an unlimited budget). */
  now: number | null;
  at: number;
  direction: Flip["direction"];
  /** Id of the model that is first from there on. */
  becomes: string;
}

/** Distance from a flip, relative, at which the two sides are compared. */
const NEARBY = 1e-6;

/** Verified flips of the pick, nearest first (equally near ones in the order of the levers); at most two a lever. */
export function flipPoints(decision: Decision): FlipPoint[] {
  const [winner] = decision.ranking;
  if (winner === undefined || decision.ranking.length === 1) return [];
  const front = undominated(decision);
  return leversOf(decision, winner)
    .flatMap((lever) => flipsOf(lever, decision, winner, front))
    .toSorted((a, b) => remoteness(a) - remoteness(b));
}

/** The pair of the winner and one rival, as the closed forms want it. */
export function pairOf(decision: Decision, winner: RankedModel, rival: RankedModel): Pair {
  return {
    winner,
    rival,
    weights: decision.need.weighting.weights,
    anchors: decision.anchors,
    tieEpsilon: decision.sheets.catalog.levels.decision.tieEpsilon,
  };
}

/** The nearest candidate on either side that holds when the decision is made again just before and just after it. */
function flipsOf(
  lever: Lever,
  decision: Decision,
  winner: RankedModel,
  front: readonly RankedModel[],
): FlipPoint[] {
  const rivals =
    lever.model === undefined
      ? front
      : decision.ranking.filter(({ id }) => lever.model === winner.id || lever.model === id);
  const candidates: Flip[] = [];
  for (const rival of rivals) {
    if (rival === winner) continue;
    const flip = lever.candidate(pairOf(decision, winner, rival), winner, rival);
    if (flip !== null && lever.isPossible(flip.at) && isAhead(flip, lever.now)) {
      candidates.push(flip);
    }
  }
  if (candidates.length === 0) return [];
  const compared = comparedBy(lever, decision, front);
  const pickAt = (at: number) =>
    pickAmong(compared, lever.changed(at), lever.moves, decision.sheets);
  const becomesAt = ({ at, direction }: Flip): string | null => {
    const step = (Math.abs(at) || 1) * NEARBY;
    const outward = direction === "above" ? step : -step;
    const becomes = pickAt(at + outward);
    if (becomes === winner.id) return null;
    return pickAt(at - outward) === winner.id ? becomes : null;
  };
  return (["below", "above"] as const).flatMap((direction) => {
    const nearestFirst = candidates
      .filter((flip) => flip.direction === direction)
      .toSorted((a, b) => (direction === "below" ? b.at - a.at : a.at - b.at));
    for (const flip of nearestFirst) {
      const becomes = becomesAt(flip);
      if (becomes !== null) {
        const { parameter, now } = lever;
        return [{ parameter, now, at: flip.at, direction, becomes }];
      }
    }
    return [];
  });
}

/**
 * Models among which the first is found when the lever moves. Scores do not depend on each other: where one model alone
 * changes, it is either first or behind the first of the front.
 */
function comparedBy(
  { model, moves }: Lever,
  decision: Decision,
  front: readonly RankedModel[],
): Contender[] {
  const { ranking, excluded } = decision;
  if (model === undefined) {
    const letIn = excluded.filter((each) => canBeLetInBy(each, moves));
    return [...front, ...letIn.flatMap((each) => contenderOf(each, decision) ?? [])];
  }
  const own = ranking.find(({ id }) => id === model);
  const firstOther = ranking.find(({ id }) => id !== model);
  return [own, firstOther].filter((each) => each !== undefined);
}

/** Restating a word as an amount can move a tie to the other side of today: that is no change to wait for. */
function isAhead({ at, direction }: Flip, now: number | null): boolean {
  return now === null || (direction === "above" ? at > now : at < now);
}

/** Places to which flips count as equally far: the same tie reached by two figures differs in the last bits. */
const REMOTENESS_PLACES = 1e9;

/** How far a flip lies from today, as a ratio; differences for abilities, which have no zero. */
function remoteness({ parameter, now, at }: FlipPoint): number {
  if (now === null || now === 0) return Infinity;
  const distance = parameter.startsWith("quality.") ? at - now : Math.log(at / now);
  return Math.round(Math.abs(distance) * REMOTENESS_PLACES);
}
