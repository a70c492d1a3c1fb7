/** Few own tests: used all the same, with the number of tests that would settle them. */
import { standardError } from "../facts/logits.ts";
import type { Decision, RankedModel } from "./decision.ts";
import { pairOf } from "./flip-points.ts";
import { abilityFlip } from "./flips.ts";
import type { OwnResult as OwnTestsResult } from "./own-results.ts";
import { CENTRAL_90_DEVIATIONS } from "./robustness/normal.ts";

export interface OwnResult {
  model: string;
  /** A benchmark, or the task that the own tests are of. */
  benchmark: string;
  tests: number;
  /** With so many tests, and the same rate, 90 % of what the result could be leaves the pick as it is. */
  settledBy: number;
}

/** Own results that count towards an ability and rest on fewer tests than a rate needs. */
export function ownResultsOfFewTests(model: RankedModel, decision: Decision): OwnResult[] {
  const { quality } = decision.sheets.catalog.levels;
  const { estimate, facts, own } = model.assessment.quality;
  const ofWork = own === null ? [] : fewTestsOfWork(own, model, decision);
  const ownResults = facts.filter(({ result }) => result.chosen?.class === "own");
  const ofBenchmarks = ownResults.flatMap(({ id, benchmark, result }): OwnResult[] => {
    const { chosen, value } = result;
    const tests = chosen?.claim.items;
    if (tests === undefined || value === null) return [];
    const share = estimate?.used.find(({ benchmarkId }) => benchmarkId === id)?.share ?? 0;
    if (share === 0 || tests >= quality.ownTestsAtLeast) return [];
    const distance = distanceToFlip(model, decision) / share;
    const errorOfOne = standardError(value, benchmark, quality, 1);
    const needed = Math.ceil(((CENTRAL_90_DEVIATIONS * errorOfOne) / distance) ** 2);
    return [
      {
        model: model.id,
        benchmark: id,
        tests,
        settledBy: Math.max(quality.ownTestsAtLeast, needed),
      },
    ];
  });
  return [...ofWork, ...ofBenchmarks];
}

/** The user's own tests of the very work: their error falls with their number, the drift of the work stays. */
function fewTestsOfWork(
  { value, task }: OwnTestsResult,
  model: RankedModel,
  decision: Decision,
): OwnResult[] {
  const { ownTestsAtLeast, ownDriftSd } = decision.sheets.catalog.levels.quality;
  if (value.tests >= ownTestsAtLeast) return [];
  const errorAllowed = (distanceToFlip(model, decision) / CENTRAL_90_DEVIATIONS) ** 2;
  const ofTests = errorAllowed - ownDriftSd ** 2;
  const needed =
    ofTests > 0 ? Math.ceil((value.tests * value.standardError ** 2) / ofTests) : Infinity;
  return [
    {
      model: model.id,
      benchmark: task,
      tests: value.tests,
      settledBy: Math.max(ownTestsAtLeast, needed),
    },
  ];
}

/** How far the ability, in logits, lies from where it would change the pick; infinite where it cannot. */
function distanceToFlip(model: RankedModel, decision: Decision): number {
  const [winner, runnerUp] = decision.eligible;
  const rival = model.id === winner?.id ? runnerUp : model;
  if (winner === undefined || rival === undefined) return Infinity;
  const side = model.id === winner.id ? "winner" : "rival";
  const flip = abilityFlip(pairOf(decision, winner, rival), side);
  return flip === null ? Infinity : Math.abs(flip.at - model.attributes.quality.point);
}
