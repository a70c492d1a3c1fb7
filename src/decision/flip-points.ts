/** What would change the answer: the nearest change of each kind, checked by deciding again on both sides of it. */
import { inverseLogit } from "../facts/logits.ts";
import type { Levels } from "../schema/levels.ts";
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import type { Moved } from "./constraints/check.ts";
import type { Contest, Flip } from "./contest.ts";
import { budgetFlip, priceFlip, volumeFlip } from "./cost-flips.ts";
import { type Decision, type Hypothesis, pickAmong, type RankedModel } from "./decision.ts";
import { abilityFlip, importanceMultiplier, weightFlip } from "./flips.ts";
import type { Need } from "./need.ts";
import { inTheRunning } from "./pareto.ts";
import type { Screened } from "./screening.ts";
import { floorRequests } from "./usual-month.ts";
import { withBudget, withImportance, withVolume, withWaitLimit, withWeight } from "./what-if.ts";

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

/** One thing that could change, and how the decision would read with it changed. */
interface Lever {
  parameter: string;
  /** What hard requirements may rest on; absent: no verdict of theirs can change. */
  moves?: Moved;
  /** The one model whose own figure moves; absent: every model may fare differently. */
  model?: string;
  /** Today's value; null when there is none (an unlimited budget). */
  now: number | null;
  /** Where a closed form says the answer may change. */
  candidate: (contest: Contest, winner: RankedModel, rival: RankedModel) => Flip | null;
  changed: (at: number) => { need: Need; hypothesis?: Hypothesis };
  /** Whether the parameter can have this value at all. */
  isPossible: (at: number) => boolean;
}

/** Distance from a flip, relative, at which the two sides are compared. */
const NEARBY = 1e-6;

/** Verified flips of the pick, nearest first (equally near ones in the order of the levers); at most two a lever. */
export function flipPoints(decision: Decision): FlipPoint[] {
  const [winner] = decision.ranking;
  if (winner === undefined || decision.ranking.length === 1) return [];
  const running = inTheRunning(decision);
  return leversOf(decision, winner)
    .flatMap((lever) => flipsOf(lever, decision, winner, running))
    .toSorted((a, b) => remoteness(a) - remoteness(b));
}

/** The contest of the winner with one rival, as the closed forms want it. */
export function contestOf(decision: Decision, winner: RankedModel, rival: RankedModel): Contest {
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
  running: RankedModel[],
): FlipPoint[] {
  const compared = comparedBy(lever, decision, running);
  const pickAt = (at: number): string | null => {
    const { need, hypothesis } = lever.changed(at);
    return pickAmong(compared, need, decision.sheets, { moved: lever.moves, hypothesis });
  };
  const becomesAt = ({ at, direction }: Flip): string | null => {
    const step = (Math.abs(at) || 1) * NEARBY;
    const outward = direction === "above" ? step : -step;
    const becomes = pickAt(at + outward);
    if (becomes === winner.id) return null;
    return pickAt(at - outward) === winner.id ? becomes : null;
  };
  const rivals =
    lever.model === undefined
      ? running
      : decision.ranking.filter(({ id }) => lever.model === winner.id || lever.model === id);
  const candidates = rivals
    .filter((rival) => rival !== winner)
    .flatMap((rival) => lever.candidate(contestOf(decision, winner, rival), winner, rival) ?? [])
    .filter((flip) => lever.isPossible(flip.at) && isAhead(flip, lever.now));
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
 * changes, it is either first or behind the first of the others.
 */
function comparedBy(
  { model }: Lever,
  decision: Decision,
  running: readonly RankedModel[],
): Screened[] {
  if (model === undefined) {
    return [...running.map(({ screened }) => screened), ...decision.excluded];
  }
  const own = decision.ranking.find(({ id }) => id === model);
  const firstOther = decision.ranking.find(({ id }) => id !== model);
  return [own, firstOther].flatMap((each) => each?.screened ?? []);
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

function leversOf(decision: Decision, winner: RankedModel): Lever[] {
  const { need, sheets, anchors } = decision;
  const { levels } = sheets.catalog;
  const { mode, weights, importance } = need.weighting;
  // A budget stated as an amount counts differently from a budget stated as a word.
  const withAmount = withBudget(need, anchors.budgetUsdPerMonth, levels).weighting.weights;
  const volume: Lever = {
    parameter: "workload.requestsPerMonth",
    moves: "volume",
    now: need.workload.requestsPerMonth,
    candidate: (contest, own, rival) =>
      volumeFlip(
        contest,
        { winner: own.cost.usdPerRequest, rival: rival.cost.usdPerRequest },
        floorRequests(need, levels.budget),
      ),
    changed: (at) => ({ need: withVolume(need, at), hypothesis: { requestsPerMonth: at } }),
    isPossible: isPositive,
  };
  const budget: Lever = {
    parameter: "budget",
    moves: "budget",
    now: Number.isFinite(need.budget.usdPerMonth) ? need.budget.usdPerMonth : null,
    candidate: (contest, own, rival) =>
      budgetFlip(
        { ...contest, weights: withAmount },
        { winner: own.cost.usdPerRequest, rival: rival.cost.usdPerRequest },
        {
          requests: need.workload.requestsPerMonth,
          usualRequests: need.usualRequestsPerMonth,
          usualMonthAnchorUsd: levels.budget.usualMonthAnchorUsd,
        },
      ),
    changed: (at) => ({ need: withBudget(need, at, levels) }),
    isPossible: isPositive,
  };
  const wait: Lever = {
    parameter: "limits.waitSeconds",
    moves: "wait-limit",
    now: need.limits.waitSeconds ?? null,
    // A hard limit flips where the winner stops meeting it while the rival still does.
    candidate: (_contest, own, rival) =>
      rival.attributes.latency.point < own.attributes.latency.point
        ? { at: own.attributes.latency.point, direction: "below", becomes: rival.id }
        : null,
    changed: (at) => ({ need: withWaitLimit(need, at) }),
    isPossible: isPositive,
  };
  return [
    volume,
    ...(need.limits.usdPerMonth !== undefined || mode !== "priority" ? [budget] : []),
    wait,
    ...CRITERIA.flatMap((criterion) => [
      weightLever(need, criterion, weights[criterion]),
      ...(mode === "priority" ? [] : [importanceLever(need, criterion, importance[criterion])]),
    ]),
    ...decision.ranking
      .slice(0, levels.sampling.modelsAtMost)
      .flatMap((model) => [
        priceLever(need, model, winner),
        abilityLever(need, model, winner, levels.quality.accuracyClip),
      ]),
  ];
}

/** Nobody sets a weight finer than this, and beyond it the other weights are all but gone. */
const LEAST_WEIGHT = 1e-3;

function isPositive(at: number): boolean {
  return at > 0;
}

function weightLever(need: Need, criterion: Criterion, now: number): Lever {
  return {
    parameter: `weights.${criterion}`,
    now,
    candidate: (contest) => weightFlip(contest, criterion),
    changed: (at) => ({ need: withWeight(need, criterion, at) }),
    isPossible: (at) => at > LEAST_WEIGHT && at < 1 - LEAST_WEIGHT,
  };
}

function importanceLever(need: Need, criterion: Criterion, now: number): Lever {
  const { importance } = need.weighting;
  return {
    parameter: `importance.${criterion}`,
    now,
    candidate: (contest) => {
      const flip = importanceMultiplier(contest, criterion);
      return flip === null ? null : { ...flip, at: flip.at * now };
    },
    changed: (at) => ({ need: withImportance(need, { ...importance, [criterion]: at }) }),
    isPossible: isPositive,
  };
}

function priceLever(need: Need, model: RankedModel, winner: RankedModel): Lever {
  return {
    parameter: `prices.${model.id}`,
    moves: "price",
    model: model.id,
    now: 1,
    candidate: (contest) => priceFlip(contest, model.id === winner.id ? "winner" : "rival"),
    changed: (at) => ({ need, hypothesis: { costMultiple: { [model.id]: at } } }),
    isPossible: isPositive,
  };
}

function abilityLever(
  need: Need,
  model: RankedModel,
  winner: RankedModel,
  clip: Levels["quality"]["accuracyClip"],
): Lever {
  const now = model.attributes.quality.point;
  return {
    parameter: `quality.${model.id}`,
    model: model.id,
    now,
    candidate: (contest) => abilityFlip(contest, model.id === winner.id ? "winner" : "rival"),
    changed: (at) => ({ need, hypothesis: { ability: { [model.id]: at } } }),
    // Beyond the clip of the log-odds no benchmark result could show it.
    isPossible: (at) => inverseLogit(at) > clip.low && inverseLogit(at) < clip.high,
  };
}
