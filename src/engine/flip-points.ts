/** What would change the answer: the nearest change of each kind, checked by deciding again on both sides of it. */
import type { Levels } from "../schema/levels.ts";
import type { Flip as FlipResult } from "../schema/result.ts";
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import type { Contest, Flip } from "./contest.ts";
import { budgetFlip, priceFlip, volumeFlip } from "./cost-flips.ts";
import {
  assessmentsOf,
  type Decision,
  decide,
  decideAmong,
  type Hypothesis,
  type RankedModel,
  supposing,
} from "./decision.ts";
import { count, decimal, duration, index, money, multiple } from "./figures.ts";
import { abilityFlip, importanceMultiplier, weightFlip } from "./flips.ts";
import { inverseLogit, qualityIndex } from "./logits.ts";
import type { Need } from "./need.ts";
import { withBudget, withImportance, withVolume, withWaitLimit, withWeight } from "./what-if.ts";

/** One thing that could change, and how the decision would read with it changed. */
interface Lever {
  parameter: string;
  /** Today's value; null when there is none (an unlimited budget). */
  now: number | null;
  /** Where a closed form says the answer may change. */
  candidates: (contest: Contest, winner: RankedModel, rival: RankedModel) => (Flip | null)[];
  changed: (at: number) => { need: Need; hypothesis?: Hypothesis };
  /** Whether the parameter can have this value at all. */
  isPossible: (at: number) => boolean;
  describe: (at: number, direction: Flip["direction"], becomes: string) => string;
}

/** Distance from a flip, relative, at which the two sides are compared. */
const NEARBY = 1e-6;

/** Verified flips of the pick, nearest first; at most one below and one above for each lever. */
export function flipPoints(decision: Decision): FlipResult[] {
  const [winner, ...rivals] = decision.ranking;
  if (winner === undefined || rivals.length === 0) return [];
  return leversOf(decision, winner)
    .flatMap((lever) => flipsOf(lever, decision, winner, rivals))
    .toSorted((a, b) => remoteness(a) - remoteness(b) || (a.parameter < b.parameter ? -1 : 1));
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

function flipsOf(
  lever: Lever,
  decision: Decision,
  winner: RankedModel,
  rivals: RankedModel[],
): FlipResult[] {
  const assessed = assessmentsOf(decision);
  const pickAt = (at: number): string | null => {
    const { need, hypothesis } = lever.changed(at);
    // Only another workload asks for new estimates; priorities, limits and suppositions do not.
    const changed =
      need.workload === decision.need.workload
        ? decideAmong(
            hypothesis === undefined ? assessed : assessed.map((each) => supposing(each, hypothesis)),
            need,
            decision.sheets,
          )
        : decide(need, decision.sheets);
    return changed.ranking[0]?.id ?? null;
  };
  const verified = rivals
    .flatMap((rival) => lever.candidates(contestOf(decision, winner, rival), winner, rival))
    .flatMap((flip) => {
      if (flip === null || !lever.isPossible(flip.at)) return [];
      const step = (Math.abs(flip.at) || 1) * NEARBY;
      const outward = flip.direction === "above" ? step : -step;
      const becomes = pickAt(flip.at + outward);
      const stays = pickAt(flip.at - outward) === winner.id;
      return stays && becomes !== null && becomes !== winner.id ? [{ ...flip, becomes }] : [];
    });
  return (["below", "above"] as const).flatMap((direction) => {
    const [nearest] = verified
      .filter((flip) => flip.direction === direction)
      .toSorted((a, b) => (direction === "below" ? b.at - a.at : a.at - b.at));
    if (nearest === undefined) return [];
    const name = decision.ranking.find((model) => model.id === nearest.becomes)?.assessment.candidate.name;
    return [
      {
        parameter: lever.parameter,
        now: lever.now,
        at: nearest.at,
        direction,
        becomes: nearest.becomes,
        message: lever.describe(nearest.at, direction, name ?? nearest.becomes),
      },
    ];
  });
}

/** How far a flip lies from today, as a ratio; differences for abilities, which have no zero. */
function remoteness({ parameter, now, at }: FlipResult): number {
  if (now === null || now === 0) return Infinity;
  return parameter.startsWith("quality.") ? Math.abs(at - now) : Math.abs(Math.log(at / now));
}

function leversOf(decision: Decision, winner: RankedModel): Lever[] {
  const { need, sheets, anchors } = decision;
  const { levels } = sheets.catalog;
  const { mode, weights, importance } = need.weighting;
  const volume: Lever = {
    parameter: "workload.requestsPerMonth",
    now: need.workload.requestsPerMonth,
    candidates: (contest, own, rival) => [
      volumeFlip(contest, { winner: own.cost.usdPerRequest, rival: rival.cost.usdPerRequest }),
    ],
    changed: (at) => ({ need: withVolume(need, at) }),
    isPossible: isPositive,
    describe: (at, direction, becomes) => `${becomes} ${direction} ${count(at)} requests a month`,
  };
  const budget: Lever = {
    parameter: "budget",
    now: Number.isFinite(need.budget.usdPerMonth) ? need.budget.usdPerMonth : null,
    candidates: (contest) => {
      const asStated = withBudget(need, anchors.budgetUsdPerMonth, levels).weighting.weights;
      return [budgetFlip({ ...contest, weights: asStated })];
    },
    changed: (at) => ({ need: withBudget(need, at, levels) }),
    isPossible: isPositive,
    describe: (at, direction, becomes) =>
      `${becomes} with a budget ${direction} ${money(at)} a month`,
  };
  const wait: Lever = {
    parameter: "limits.waitSeconds",
    now: need.limits.waitSeconds ?? null,
    // A hard limit flips where the winner stops meeting it while the rival still does.
    candidates: (_contest, own, rival) =>
      rival.attributes.latency.point < own.attributes.latency.point
        ? [{ at: own.attributes.latency.point, direction: "below", becomes: rival.id }]
        : [],
    changed: (at) => ({ need: withWaitLimit(need, at) }),
    isPossible: isPositive,
    describe: (at, direction, becomes) =>
      `${becomes} if the typical wait must stay ${direction} ${duration(at)}`,
  };
  return [
    volume,
    ...(need.limits.usdPerMonth !== undefined || mode !== "priority" ? [budget] : []),
    wait,
    ...CRITERIA.flatMap((criterion) => [
      weightLever(need, criterion, weights[criterion]),
      ...(mode === "priority" ? [] : [importanceLever(need, criterion, importance[criterion])]),
    ]),
    ...decision.ranking.flatMap((model) => [
      priceLever(need, model, winner),
      abilityLever(need, model, winner, levels.quality.accuracyClip),
    ]),
  ];
}

function isPositive(at: number): boolean {
  return at > 0;
}

function weightLever(need: Need, criterion: Criterion, now: number): Lever {
  return {
    parameter: `weights.${criterion}`,
    now,
    candidates: (contest) => [weightFlip(contest, criterion)],
    changed: (at) => ({ need: withWeight(need, criterion, Math.min(1, Math.max(0, at))) }),
    isPossible: isPositive,
    describe: (at, direction, becomes) =>
      `${becomes} if ${criterion} has ${direction === "above" ? "more" : "less"} than ${multiple(at * 100)} % of the weight`,
  };
}

function importanceLever(need: Need, criterion: Criterion, now: number): Lever {
  const { importance } = need.weighting;
  return {
    parameter: `importance.${criterion}`,
    now,
    candidates: (contest) => {
      const flip = importanceMultiplier(contest, criterion);
      return [flip === null ? null : { ...flip, at: flip.at * now }];
    },
    changed: (at) => ({ need: withImportance(need, { ...importance, [criterion]: at }) }),
    isPossible: isPositive,
    describe: (at, direction, becomes) =>
      direction === "above"
        ? `${becomes} if ${criterion} counts ${multiple(at / now)} times as much`
        : `${becomes} if ${criterion} counts only ${multiple(at / now)} times as much`,
  };
}

function priceLever(need: Need, model: RankedModel, winner: RankedModel): Lever {
  const { name } = model.assessment.candidate;
  return {
    parameter: `prices.${model.id}`,
    now: 1,
    candidates: (contest, _own, rival) => {
      const side = model.id === winner.id ? "winner" : "rival";
      if (side === "rival" && rival.id !== model.id) return [];
      const flip = priceFlip(contest, side);
      return [flip === null ? null : { ...flip, at: flip.multiple }];
    },
    changed: (at) => ({ need, hypothesis: { costMultiple: { [model.id]: at } } }),
    isPossible: isPositive,
    describe: (at, direction, becomes) =>
      direction === "below"
        ? `${becomes} if the price of ${name} fell below ${multiple(at)} times today's`
        : `${becomes} if the price of ${name} rose above ${multiple(at)} times today's`,
  };
}

function abilityLever(
  need: Need,
  model: RankedModel,
  winner: RankedModel,
  clip: Levels["quality"]["accuracyClip"],
): Lever {
  const { name } = model.assessment.candidate;
  const now = model.attributes.quality.point;
  return {
    parameter: `quality.${model.id}`,
    now,
    candidates: (contest, _own, rival) => {
      const side = model.id === winner.id ? "winner" : "rival";
      return side === "rival" && rival.id !== model.id ? [] : [abilityFlip(contest, side)];
    },
    changed: (at) => ({ need, hypothesis: { ability: { [model.id]: at } } }),
    // Beyond the clip of the log-odds no benchmark result could show it.
    isPossible: (at) => inverseLogit(at) > clip.low && inverseLogit(at) < clip.high,
    describe: (at, direction, becomes) =>
      `${becomes} if the quality of ${name} on your task is ${direction} ${index(qualityIndex(at))} of 100 (${decimal(at)} logits; estimated ${index(qualityIndex(now))})`,
  };
}
