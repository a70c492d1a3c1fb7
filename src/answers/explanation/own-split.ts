/** Splitting the work between two models, said only where the user's own measurements give both success rates. */
import type { Explanation } from "./schema.ts";
import type { Decision, RankedModel } from "../../decision/decision.ts";
import type { RecommendationResult } from "../recommendation/schema.ts";
import { cheapestSplit, perfectRouterShare, routedAccuracy } from "../../decision/splitting.ts";

const PERCENT = 100;
/** Shares of the traffic to show the bounds at. */
const SHOWN_SHARES = [0.1, 0.3, 0.5] as const;

/**
 * How well a router would do depends on which requests each model gets right. From the two rates alone only the
 * blind line and the bounds follow; published benchmark rates say nothing about the user's own requests.
 */
export function ownSplitOf(
  splitting: RecommendationResult["splitting"],
  decision: Decision,
): Explanation["ownSplit"] {
  const small = decision.ranking.find((model) => model.id === splitting?.small);
  const large = decision.ranking.find((model) => model.id === splitting?.large);
  if (small === undefined || large === undefined) return null;
  for (const { id, benchmark } of small.assessment.quality.facts) {
    const rates = { small: ownRate(small, id), large: ownRate(large, id) };
    if (benchmark.scale !== "percent" || rates.small === null || rates.large === null) continue;
    const [p, q] = [rates.small, rates.large];
    const [smallUsd, largeUsd] = [small.cost.usdPerRequest, large.cost.usdPerRequest];
    const floor = decision.need.minBenchmarks[id];
    return {
      benchmark: id,
      accuracy: { small: p, large: q },
      faultlessRouterShare: perfectRouterShare(p, q),
      blindShareForFloor:
        floor === undefined
          ? null
          : blindShare(
              [
                { id: small.id, usdPerRequest: smallUsd, accuracy: p },
                { id: large.id, usdPerRequest: largeUsd, accuracy: q },
              ],
              floor / PERCENT,
            ),
      shares: SHOWN_SHARES.map((share) => ({
        share,
        usdPerRequest: share * largeUsd + (1 - share) * smallUsd,
        ...routedAccuracy(p, q, share),
      })),
    };
  }
  return null;
}

function ownRate({ assessment }: RankedModel, id: string): number | null {
  const result = assessment.quality.facts.find((fact) => fact.id === id)?.result;
  return result?.chosen?.class === "own" && result.value !== null ? result.value / PERCENT : null;
}

function blindShare(models: Parameters<typeof cheapestSplit>[0], accuracy: number): number | null {
  const split = cheapestSplit(models, accuracy);
  const large = models.at(-1)?.id;
  return split.isFeasible ? (split.shares.find((part) => part.id === large)?.share ?? 0) : null;
}
