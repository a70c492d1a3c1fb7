/** More than one model at once: what a split or a cascade costs, and what it can reach without a forecast. */

/** One model of a plan. Accuracy, 0 to 1, must come from the user's own evaluation to mean anything. */
export interface RoutableModel {
  id: string;
  usdPerRequest: number;
  accuracy: number;
}

/** Share of requests, 0 to 1, for each of at most two models, sent without looking at the request. */
export interface BlindSplit {
  /** False when no mix reaches the demand; the mix is then the nearest there is. */
  isFeasible: boolean;
  shares: { id: string; share: number }[];
  usdPerRequest: number;
  accuracy: number;
}

/**
 * The models worth mixing, cheapest first: the lower convex hull of accuracy and cost. A linear
 * programme of one constraint is solved by one or two neighbours on it.
 */
export function mixableModels(models: readonly RoutableModel[]): RoutableModel[] {
  const hull: RoutableModel[] = [];
  const cheapestFirst = models.toSorted(
    (a, b) =>
      a.usdPerRequest - b.usdPerRequest || b.accuracy - a.accuracy || (a.id < b.id ? -1 : 1),
  );
  for (const model of cheapestFirst) {
    const last = hull.at(-1);
    if (last !== undefined && model.accuracy <= last.accuracy) continue;
    while (hull.length >= 2 && isAboveLine(hull.at(-2), hull.at(-1), model)) hull.pop();
    hull.push(model);
  }
  return hull;
}

/** Whether the middle model costs no less than a mix of its neighbours of the same accuracy. */
function isAboveLine(
  left: RoutableModel | undefined,
  middle: RoutableModel | undefined,
  right: RoutableModel,
): boolean {
  if (left === undefined || middle === undefined) return false;
  const rise = (middle.usdPerRequest - left.usdPerRequest) * (right.accuracy - left.accuracy);
  return rise >= (right.usdPerRequest - left.usdPerRequest) * (middle.accuracy - left.accuracy);
}

/**
 * The cheapest blind split whose mean accuracy reaches the target.
 * @throws RangeError when there is no model.
 */
export function cheapestSplit(
  models: readonly RoutableModel[],
  accuracyAtLeast: number,
): BlindSplit {
  const hull = mixableModels(models);
  const [cheapest] = hull;
  const best = hull.at(-1);
  if (cheapest === undefined || best === undefined) {
    throw new RangeError("there is no model to mix");
  }
  if (accuracyAtLeast <= cheapest.accuracy) return mix(cheapest, cheapest, 1, true);
  const right = hull.findIndex(({ accuracy }) => accuracy >= accuracyAtLeast);
  const [lower, upper] = [hull[right - 1], hull[right]];
  if (lower === undefined || upper === undefined) return mix(best, best, 1, false);
  const share = (accuracyAtLeast - lower.accuracy) / (upper.accuracy - lower.accuracy);
  return mix(lower, upper, share, true);
}

function mix(
  small: RoutableModel,
  large: RoutableModel,
  largeShare: number,
  isFeasible: boolean,
): BlindSplit {
  const blend = (a: number, b: number): number => largeShare * b + (1 - largeShare) * a;
  const shares = [
    { id: small.id, share: 1 - largeShare },
    { id: large.id, share: largeShare },
  ];
  return {
    isFeasible,
    shares: shares.filter(({ share }) => share > 0),
    usdPerRequest: blend(small.usdPerRequest, large.usdPerRequest),
    accuracy: blend(small.accuracy, large.accuracy),
  };
}

/** A cascade: the small model answers all, its answer is checked, and some go on to the large one. */
export interface Cascade {
  smallUsdPerRequest: number;
  largeUsdPerRequest: number;
  checkUsdPerRequest: number;
}

/** The escalated share below which the cascade is cheaper than the large model alone; may be negative. */
export function cascadeBreakEvenShare(cascade: Cascade): number {
  const { smallUsdPerRequest, largeUsdPerRequest, checkUsdPerRequest } = cascade;
  return 1 - (smallUsdPerRequest + checkUsdPerRequest) / largeUsdPerRequest;
}

/** Accuracies a router that sends a share of the requests to the large model could have. */
export interface RoutedAccuracy {
  worst: number;
  blind: number;
  best: number;
}

/** What is certain when only the two accuracies are known, not which requests each gets right. */
export function routedAccuracy(
  smallAccuracy: number,
  largeAccuracy: number,
  largeShare: number,
): RoutedAccuracy {
  return {
    worst: smallAccuracy - Math.min(largeShare, smallAccuracy, 1 - largeAccuracy),
    blind: smallAccuracy + largeShare * (largeAccuracy - smallAccuracy),
    best: smallAccuracy + Math.min(largeShare, 1 - smallAccuracy, largeAccuracy),
  };
}

/** Smallest share to the large model with which a perfect router is as accurate as the large one. */
export function perfectRouterShare(smallAccuracy: number, largeAccuracy: number): number {
  return Math.max(0, largeAccuracy - smallAccuracy);
}
