/**
 * Mutants by hand: one line of the decision changed, what nobody would notice, and the tests that must. Boundaries met
 * exactly, signs, dropped conditions: what properties, which draw reals, walk past.
 */

export interface Mutant {
  /** In src. */
  file: string;
  /** Stands in the file once. */
  from: string;
  to: string;
  /** What would go wrong, unnoticed. */
  wrong: string;
  /** Tests that can see it, in test; of long files those of this name alone. */
  seenBy: readonly string[];
  named?: string;
}

/** A change that no input can tell from the program, and why. */
export interface Equivalent extends Pick<Mutant, "file" | "from" | "to"> {
  because: string;
}

const LIMITS = ["cli/remedies.test.ts"];
const BOUNDARIES = ["pipeline/boundaries.test.ts"];
const CLAIMS = ["facts/evidence.test.ts"];
const VALUES = ["decision/values.test.ts"];
const CHECK = ["answers/check-lock.test.ts"];
const GATES = ["cli/remedies.test.ts"];
const WINDOW = "decision/constraints/window.ts";
const LIFECYCLE = "decision/constraints/offer.ts";
const PRICE = "decision/constraints/limits.ts";
const OBSERVATIONS = "answers/check/observations.ts";
const DATED = "answers/check/dated-observations.ts";

export const MUTANTS: readonly Mutant[] = [
  // The day.
  {
    file: LIFECYCLE,
    from: "asOf > end",
    to: "asOf >= end",
    wrong: "nobody is served on the last day itself",
    seenBy: LIMITS,
  },
  {
    file: LIFECYCLE,
    from: "availableUntil > end",
    to: "availableUntil >= end",
    wrong: "a model does not last until its last day",
    seenBy: LIMITS,
  },
  {
    file: LIFECYCLE,
    from: "first <= need.asOf",
    to: "first < need.asOf",
    wrong: "a model is not there on the day it is released",
    seenBy: BOUNDARIES,
  },
  {
    file: LIFECYCLE,
    from: "end === null && isAsked",
    to: "false",
    wrong: "no announced end is taken for a promise",
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/constraints/offer.ts",
    from: 'if (!needs.includes("fine-tuning")) return [];\n    const closes = fineTuningCloses.value;\n    const isClosed = closes !== null && asOf >= closes;',
    to: 'if (!needs.includes("fine-tuning")) return [];\n    const closes = fineTuningCloses.value;\n    const isClosed = closes !== null && asOf > closes;',
    wrong: "fine-tuning is open on the day it closes",
    seenBy: BOUNDARIES,
  },
  // Room.
  {
    file: WINDOW,
    from: "tokens > most",
    to: "tokens >= most",
    wrong: "a request that fills the window exactly is refused",
    seenBy: LIMITS,
  },
  {
    file: WINDOW,
    from: "inputTokens.max + longest + imageTokensInContext",
    to: "inputTokens.max + imageTokensInContext",
    wrong: "a request whose answer does not fit the window passes",
    seenBy: LIMITS,
  },
  {
    file: WINDOW,
    from: "input + statedLongest + images",
    to: "input + images",
    wrong: "a stated answer that overflows the window is taken for an assumed one",
    seenBy: LIMITS,
  },
  {
    file: WINDOW,
    from: "Math.floor(most - besides)",
    to: "Math.floor(most)",
    wrong: "the nearest change forgets the answer, and following it does not help",
    seenBy: LIMITS,
  },
  {
    file: WINDOW,
    from: "Math.max(outputTokens.max, askedAnswer)",
    to: "outputTokens.max",
    wrong: "--max-output is not held against the window",
    seenBy: LIMITS,
  },
  {
    file: WINDOW,
    from: "statedTokens <= most",
    to: "statedTokens < most",
    wrong: "a stated part that fits exactly makes an assumed overflow exclude",
    seenBy: BOUNDARIES,
  },
  {
    file: WINDOW,
    from: "most === null && statedTokens > 0",
    to: "most === null",
    wrong: "an assumed length asks something of a limit nobody knows",
    seenBy: BOUNDARIES,
  },
  // Rates.
  {
    file: "decision/rate-limits.ts",
    from: "needed.gt(limit.value)",
    to: "needed.gte(limit.value)",
    wrong: "a rate exactly met does not fit",
    seenBy: LIMITS,
  },
  {
    file: "decision/rate-limits.ts",
    from: "const ROUND_UP = 3",
    to: "const ROUND_UP = 0",
    wrong: "part of a request is queued in a day of a batch",
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/rate-limits.ts",
    from: "inputTokens.max + imageTokensBilled + outputTokens.max",
    to: "inputTokens.max + outputTokens.max",
    wrong: "images take nothing of a minute's tokens",
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/rate-limits.ts",
    from: "isTooLong && kind",
    to: "kind",
    wrong: "tokens a minute are never held against the limit",
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/rate-limits.ts",
    from: "isKnown && !demands",
    to: "!demands",
    wrong: "a tier that nobody knows suffices",
    seenBy: BOUNDARIES,
  },
  // Money.
  {
    file: PRICE,
    from: "usdPerMonth > limit",
    to: "usdPerMonth >= limit",
    wrong: "a month that costs the limit exactly is refused",
    seenBy: BOUNDARIES,
  },
  {
    file: PRICE,
    from: "usdPerRequest > limit",
    to: "usdPerRequest >= limit",
    wrong: "a request that costs the limit exactly is refused",
    seenBy: BOUNDARIES,
  },
  {
    file: PRICE,
    from: "wholeRequestsFor(limit, cost) ?? 0",
    to: "(wholeRequestsFor(limit, cost) ?? 0) + 1",
    wrong: "the volume said to fit is one request over the limit",
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/billed-input.ts",
    from: "asked < minimum",
    to: "asked <= minimum",
    wrong: "the shortest prefix that is cached is billed in full",
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/dominance.ts",
    from: "if (valuedRequests(need, sheets.catalog.levels.budget) === 0) return ranking;",
    to: "",
    wrong: "without a volume the prices that another volume brings back play no part in flips",
    seenBy: ["pipeline/undominated.test.ts"],
    named: "a model worse in everything",
  },
  {
    file: "decision/dominance.ts",
    from: "if (need.rateLimits.usageTier !== null) return ranking;",
    to: "",
    wrong: "a model that only its rate limit holds back is left out of flips",
    seenBy: ["pipeline/undominated.test.ts"],
    named: "a model worse in everything",
  },
  {
    file: "decision/dominance.ts",
    from: "cost: -1, latency: -1, quality: 1",
    to: "cost: -1, latency: 1, quality: 1",
    wrong: "the slower model dominates",
    seenBy: ["decision/pareto.test.ts"],
  },
  {
    file: "decision/supposition.ts",
    from: "cost.usdPerMonth * is",
    to: "cost.usdPerMonth",
    wrong: "a price that moves moves no limit on money",
    seenBy: BOUNDARIES,
  },
  // Wait.
  {
    file: "decision/constraints/limits.ts",
    from: "point <= limit",
    to: "point < limit",
    wrong: "a wait exactly at the limit is refused",
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/constraints/limits.ts",
    from: "streamed <= limit",
    to: "streamed < limit",
    wrong: "streaming is not offered where it just suffices",
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/wait.ts",
    from: "(outputMultiple - 1)",
    to: "0",
    wrong: "a reasoning model streams as if it did not think",
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/wait.ts",
    from: "firstToken.high + tokens / rate.low",
    to: "firstToken.high + tokens / rate.high",
    wrong: "the slow end of a wait forgets the slow speed",
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/wait.ts",
    from: "1 - CAUTIOUS_QUANTILE",
    to: "CAUTIOUS_QUANTILE",
    wrong: "a missing first token is rewarded",
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/wait.ts",
    from: "own <= standard",
    to: "own > standard",
    wrong: "who pays for a faster tier waits longer",
    seenBy: BOUNDARIES,
  },
  // Images.
  {
    file: "decision/images.ts",
    from: "longest <= FIT_SIDE",
    to: "longest < FIT_SIDE * 0.9",
    wrong: "an image that fits is scaled",
    seenBy: ["decision/images.test.ts"],
  },
  {
    file: "decision/images.ts",
    from: "FIT_SIDE * shortest < SHORTEST_SIDE * longest",
    to: "FIT_SIDE * shortest > SHORTEST_SIDE * longest",
    wrong: "an image is fitted to the looser side",
    seenBy: ["decision/images.test.ts"],
  },
  {
    file: "decision/images.ts",
    from: "whole.patches <= budget",
    to: "whole.patches < budget",
    wrong: "an image of exactly the budget's patches is scaled, and billed for fewer",
    seenBy: ["decision/images.test.ts"],
  },
  // Values, weights, order.
  {
    file: "decision/values.ts",
    from: "usdPerMonth <= budgetUsdPerMonth",
    to: "usdPerMonth < budgetUsdPerMonth * 0.5",
    wrong: "money inside the budget is judged as beyond it",
    seenBy: VALUES,
  },
  {
    file: "decision/values.ts",
    from: "-logRatio(usdPerMonth, budgetUsdPerMonth)",
    to: "logRatio(usdPerMonth, budgetUsdPerMonth)",
    wrong: "a bill beyond the budget is rewarded",
    seenBy: VALUES,
  },
  {
    file: "decision/values.ts",
    from: "Math.min(1, 1 - (barLogits",
    to: "Math.max(1, 1 - (barLogits",
    wrong: "ability below the bar is worth as much as at it",
    seenBy: VALUES,
  },
  {
    file: "decision/weights.ts",
    from: "tail += 1 / rank",
    to: "tail += 1",
    wrong: "an order of priorities becomes even steps",
    seenBy: ["decision/weights.test.ts"],
  },
  {
    file: "decision/weights.ts",
    from: "(weights.quality * Math.abs(valueLead)) / weights.cost",
    to: "(weights.cost * Math.abs(valueLead)) / weights.quality",
    wrong: "what quality is worth in money is upside down",
    seenBy: ["decision/weights.test.ts"],
  },
  {
    file: "decision/alternative.ts",
    from: '["quality", "cost", "latency"]',
    to: '["latency", "cost", "quality"]',
    wrong: "a tie goes to the faster model instead of the better one",
    seenBy: ["decision/rank.test.ts"],
  },
  {
    file: "decision/confidence.ts",
    from: '(label === "high" || label === "moderate")',
    to: '(label === "high")',
    wrong: 'a missing fact no longer lowers "moderate" to "low"',
    seenBy: BOUNDARIES,
  },
  {
    file: "decision/confidence.ts",
    from: "probability >= thresholds.high",
    to: "probability > thresholds.high",
    wrong: "a threshold belongs to the worse word",
    seenBy: ["decision/confidence.test.ts"],
  },
  // Claims.
  {
    file: "facts/claim-order.ts",
    from: "at(claims, index).observed <= asOf",
    to: "at(claims, index).observed < asOf",
    wrong: "what is observed on the day is not seen on it",
    seenBy: CLAIMS,
  },
  {
    file: "facts/claim-order.ts",
    from: "<= constants.freshDays",
    to: "< constants.freshDays",
    wrong: "a claim is stale a day early",
    seenBy: CLAIMS,
  },
  {
    file: "facts/claim-order.ts",
    from: 'claim.class === "own" && NATURE',
    to: "false && NATURE",
    wrong: "one's own contract grows old",
    seenBy: CLAIMS,
  },
  {
    file: "facts/evidence.ts",
    from: "<= constants.speedWindowDays",
    to: "< constants.speedWindowDays",
    wrong: "a speed leaves the window a day early",
    seenBy: CLAIMS,
  },
  {
    file: "facts/evidence.ts",
    from: "relative.price * Math.abs(chosen.value) * (1 + ROUNDING)",
    to: "relative.price * Math.abs(chosen.value)",
    wrong: "2.5 and 2.525 become disputed by rounding",
    seenBy: CLAIMS,
  },
  // Gates.
  {
    file: "answers/check/acceptances.ts",
    from: "day < asOf",
    to: "day <= asOf",
    wrong: "an acceptance lapses on its last day",
    seenBy: CHECK,
  },
  {
    file: DATED,
    from: "days < 0",
    to: "days <= 0",
    wrong: "a model is gone on its last day",
    seenBy: CHECK,
  },
  {
    file: DATED,
    from: "days <= failWithinDays",
    to: "days < failWithinDays",
    wrong: "the gate of a shutdown opens a day late",
    seenBy: GATES,
  },
  {
    file: DATED,
    from: "age <= maxCatalogAgeDays",
    to: "age < maxCatalogAgeDays",
    wrong: "a catalog is stale a day early",
    seenBy: GATES,
  },
  {
    file: DATED,
    from: "age > maxAgeDays",
    to: "age >= maxAgeDays",
    wrong: "a fact is stale a day early",
    seenBy: CHECK,
  },
  {
    file: OBSERVATIONS,
    from: "now <= locked",
    to: "now < locked",
    wrong: "a bill that stayed is said to have risen",
    seenBy: CHECK,
  },
  {
    file: OBSERVATIONS,
    from: "locked * (1 + maxCostRisePercent / 100)",
    to: "locked * (1 + maxCostRisePercent / 10)",
    wrong: "a rise ten times the one allowed passes",
    seenBy: CHECK,
  },
  {
    file: OBSERVATIONS,
    from: "now > locked *",
    to: "now >= locked *",
    wrong: "a rise of exactly what is allowed fails",
    seenBy: CHECK,
  },
  {
    file: OBSERVATIONS,
    from: "probability >= minConfidence",
    to: "probability > minConfidence",
    wrong: "a pick exactly as sure as asked for fails",
    seenBy: CHECK,
  },
  {
    file: DATED,
    from: "ownEnd <= end",
    to: "ownEnd < end",
    wrong: "a team moves to a model that ends on the same day",
    seenBy: CHECK,
  },
];

export const EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "decision/rate-limits.ts",
    from: "ladder.indexOf(above) + 1",
    to: "ladder.indexOf(above)",
    because: "the tier itself is looked at first, and never suffices: something is over its limit",
  },
  {
    file: "decision/values.ts",
    from: "waitSeconds <= targetSeconds",
    to: "waitSeconds < targetSeconds",
    because: "at the target both branches are 1: the logarithm of 1 is 0",
  },
  {
    file: "decision/confidence.ts",
    from: "flipProbability > missingFactFlipProbability",
    to: "flipProbability >= missingFactFlipProbability",
    because: "a chance from a continuous distribution meets no threshold exactly",
  },
];
