/** Splitting the work between two models: what may be said of it from catalog data alone. */
import type { Decision, RankedModel } from "../../decision/decision.ts";
import { cascadeBreakEvenShare } from "../../decision/splitting.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { shutdowns } from "../../words/endings.ts";
import { exactMoney, outOfHundred } from "../../words/figures.ts";
import type { RecommendationResult } from "./schema.ts";

/**
 * Offered when the first two are close, or when the pick misses the bar while the other meets it over budget. How
 * well a router would do on the user's own traffic needs the user's own outcomes and is never claimed.
 */
export function splittingOf(decision: Decision): RecommendationResult["splitting"] {
  const [pick, rival] = decision.eligible;
  if (pick === undefined || rival === undefined || pick.screened.screen !== "feasible") return null;
  const { routingMargin } = decision.sheets.catalog.levels.decision;
  const { barLogits } = decision.need.quality;
  const close = pick.score - rival.score < routingMargin;
  const split =
    pick.attributes.quality.point < barLogits &&
    rival.attributes.quality.point >= barLogits &&
    rival.cost.usdPerMonth > decision.need.budget.usdPerMonth;
  const [small, large] =
    pick.cost.usdPerRequest <= rival.cost.usdPerRequest ? [pick, rival] : [rival, pick];
  const pointless = small.attributes.quality.point >= large.attributes.quality.point;
  if (pointless || small.cost.usdPerRequest === large.cost.usdPerRequest) return null;
  return close || split ? describe(small, large, decision.need.asOf) : null;
}

function describe(
  small: RankedModel,
  large: RankedModel,
  asOf: IsoDate,
): RecommendationResult["splitting"] {
  const share = cascadeBreakEvenShare({
    smallUsdPerRequest: small.cost.usdPerRequest,
    largeUsdPerRequest: large.cost.usdPerRequest,
    checkUsdPerRequest: 0,
  });
  // A limit on how long a model is served keeps out who ends before it; without one the end is for the reader to weigh.
  const ends = [small, large].flatMap(({ id, assessment }) => {
    const date = assessment.lifecycle.shutdown.value;
    return date === null ? [] : [{ model: id, name: assessment.candidate.name, date }];
  });
  const names = { small: small.assessment.candidate.name, large: large.assessment.candidate.name };
  return {
    small: small.id,
    large: large.id,
    usdPerRequest: { small: small.cost.usdPerRequest, large: large.cost.usdPerRequest },
    breakEvenEscalationRate: share,
    ends: ends.map(({ model, date }) => ({ model, date })),
    message: `${endsFirst(ends, asOf)} both can pay: send every request to ${names.small} (${exactMoney(small.cost.usdPerRequest)}) and only what fails your check on to ${names.large} (${exactMoney(large.cost.usdPerRequest)}). That is cheaper than ${names.large} alone while fewer than ${outOfHundred(share)} go on; measure the share on 200 of your own requests`,
  };
}

/** Told before the advice: who builds a cascade builds it for longer than a model that ends soon. */
function endsFirst(ends: readonly { name: string; date: IsoDate }[], asOf: IsoDate): string {
  const inOrder = ends
    .toSorted((one, two) => (one.date < two.date ? -1 : one.date > two.date ? 1 : 0))
    .map((end) => ({ ...end, vendor: null }));
  const told = shutdowns(inOrder, asOf);
  return told.length === 0 ? "Using" : `${told.join("; ")}. Until then using`;
}
