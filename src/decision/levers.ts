/** The levers of a decision: volume, budget, wait limit, weights, prices, abilities, each with where it may flip the pick. */
import { inverseLogit } from "../facts/logits.ts";
import type { Levels } from "../schema/levels.ts";
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import type { Moved } from "./constraints/check.ts";
import type { Decision, RankedModel } from "./decision.ts";
import {
  budgetFlip,
  priceFlip,
  volumeFlip,
  abilityFlip,
  importanceMultiplier,
  weightFlip,
  type Pair,
  type Flip,
} from "./flips.ts";
import type { Need } from "./need.ts";
import {
  type Supposition,
  withBudget,
  withImportance,
  withVolume,
  withWaitLimit,
  withWeight,
} from "./supposition.ts";
import { floorRequests } from "./values.ts";

/** One thing that could change, and how the decision would read with it changed. */
export interface Lever {
  parameter: string;
  /** What hard requirements may rest on; absent: no verdict of theirs can change. */
  moves?: Moved;
  /** The one model whose own figure moves; absent: every model may fare differently. */
  model?: string;
  /** Today's value; null when there is none (an unlimited budget). */
  now: number | null;
  /** Where a closed form says the answer may change. */
  candidate: (pair: Pair, winner: RankedModel, rival: RankedModel) => Flip | null;
  changed: (at: number) => Supposition;
  /** Whether the parameter can have this value at all. */
  isPossible: (at: number) => boolean;
}

export function leversOf(decision: Decision, winner: RankedModel): Lever[] {
  const { need, sheets, anchors } = decision;
  const { levels } = sheets.catalog;
  const { mode, weights, importance } = need.weighting;
  // A budget stated as an amount counts differently from a budget stated as a word.
  const withAmount = withBudget(need, anchors.budgetUsdPerMonth, levels).weighting.weights;
  const volume: Lever = {
    parameter: "workload.requestsPerMonth",
    moves: "volume",
    now: need.workload.requestsPerMonth,
    candidate: (pair, own, rival) =>
      volumeFlip(
        pair,
        { winner: own.cost.usdPerRequest, rival: rival.cost.usdPerRequest },
        floorRequests(need, levels.budget),
      ),
    changed: (at) => ({ need: withVolume(need, at) }),
    isPossible: isPositive,
  };
  const budget: Lever = {
    parameter: "budget",
    moves: "budget",
    now: Number.isFinite(need.budget.usdPerMonth) ? need.budget.usdPerMonth : null,
    candidate: (pair, own, rival) =>
      budgetFlip(
        { ...pair, weights: withAmount },
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
    candidate: (_pair, own, rival) =>
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
    candidate: (pair) => weightFlip(pair, criterion),
    changed: (at) => ({ need: withWeight(need, criterion, at) }),
    isPossible: (at) => at > LEAST_WEIGHT && at < 1 - LEAST_WEIGHT,
  };
}

function importanceLever(need: Need, criterion: Criterion, now: number): Lever {
  const { importance } = need.weighting;
  return {
    parameter: `importance.${criterion}`,
    now,
    candidate: (pair) => {
      const flip = importanceMultiplier(pair, criterion);
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
    candidate: (pair) => priceFlip(pair, model.id === winner.id ? "winner" : "rival"),
    changed: (at) => ({ need, costMultiple: { model: model.id, is: at } }),
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
    candidate: (pair) => abilityFlip(pair, model.id === winner.id ? "winner" : "rival"),
    changed: (at) => ({ need, ability: { model: model.id, is: at } }),
    // Beyond the clip of the log-odds no benchmark result could show it.
    isPossible: (at) => inverseLogit(at) > clip.low && inverseLogit(at) < clip.high,
  };
}
