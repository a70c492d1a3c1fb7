/** Which of the vendor's rate limits this workload meets first, and the highest rate that fits them all. */
import type { RateCheck, RateFit, RateLimitKind } from "./rate-fit-schema.ts";
import type { NumericFact } from "../../facts/fact.ts";
import { exact, type Money, usd } from "../../facts/money.ts";
import { rateMessage, type Traffic } from "./rate-message.ts";
import type { Billing, Subject } from "./subject.ts";

const MINUTES_PER_DAY = 1440;

/** Null without a usage tier. */
export function rateFits(billing: Billing): RateFit[] | null {
  const { usageTier } = billing.need.rateLimits;
  return usageTier === null
    ? null
    : billing.subjects.map((subject) => rateFitOf(subject, usageTier, billing));
}

function rateFitOf(subject: Subject, usageTier: number, billing: Billing): RateFit {
  const { assessment, id, name } = subject;
  const { workload } = billing.need;
  const traffic = trafficOf(subject, billing);
  const limits = assessment.rateLimit(usageTier);
  const checks =
    workload.serviceTier === "batch"
      ? [queueCheck(limits.batchQueueTokens, traffic)]
      : [
          requestCheck(limits.requestsPerMinute, traffic),
          tokenCheck(limits.tokensPerMinute, traffic),
          dayCheck(limits.requestsPerDay, traffic),
        ];
  const known = checks.filter((check) => check !== null);
  const binding = bindingOf(known, limits.tokensPerMinute, traffic);
  const oversized = isOversized(known, traffic);
  const perMinute = known.flatMap((check) => check.requestsPerMinute ?? []);
  const fit = {
    model: id,
    name,
    usageTier,
    tokensPerRequest: traffic.tokens,
    checks: known,
    binding: binding?.kind ?? null,
    fits: known.length === 0 ? null : !oversized && known.every((check) => fitsOf(check)),
    highestRequestsPerMinute: oversized
      ? 0
      : perMinute.length === 0
        ? null
        : Math.min(...perMinute),
    highestRequestsPerMonth: oversized
      ? 0
      : known.length === 0
        ? null
        : Math.min(...known.map((check) => check.requestsPerMonth)),
  };
  return { ...fit, message: rateMessage(fit, binding, oversized, traffic) };
}

function trafficOf({ assessment }: Subject, { need, sheets }: Billing): Traffic {
  const { daysPerMonth } = sheets.catalog.levels.lifecycle;
  const { inputTokens, outputTokens, requestsPerMonth } = need.workload;
  const images = assessment.imageTokensBilled;
  const perDay = exact(requestsPerMonth).div(daysPerMonth);
  const peak = need.rateLimits.peakRequestsPerMinute;
  return {
    perMinute: peak === null ? perDay.div(MINUTES_PER_DAY) : exact(peak),
    perDay,
    inputTokens: inputTokens.mean + images,
    tokens: inputTokens.mean + images + outputTokens.mean,
    largestTokens: inputTokens.max + images + outputTokens.max,
    daysPerMonth,
    isMean: peak === null,
  };
}

function requestCheck(fact: NumericFact, traffic: Traffic): RateCheck | null {
  return checkOf("requests-per-minute", fact, traffic.perMinute, (limit) => ({
    requestsPerMinute: limit,
    requestsPerMonth: limit * MINUTES_PER_DAY * traffic.daysPerMonth,
  }));
}

function tokenCheck(fact: NumericFact, traffic: Traffic): RateCheck | null {
  if (traffic.tokens === 0) return null;
  return checkOf("tokens-per-minute", fact, traffic.perMinute.times(traffic.tokens), (limit) => {
    const perMinute = exact(limit).div(traffic.tokens);
    return {
      requestsPerMinute: usd(perMinute),
      requestsPerMonth: usd(perMinute.times(MINUTES_PER_DAY).times(traffic.daysPerMonth)),
    };
  });
}

function dayCheck(fact: NumericFact, traffic: Traffic): RateCheck | null {
  return checkOf("requests-per-day", fact, traffic.perDay, (limit) => ({
    requestsPerMinute: null,
    requestsPerMonth: limit * traffic.daysPerMonth,
  }));
}

/** A batch may take a day, so what is queued at once is at most a day's work. */
function queueCheck(fact: NumericFact, traffic: Traffic): RateCheck | null {
  if (traffic.inputTokens === 0) return null;
  const day = traffic.perDay.round(0, 3).times(traffic.inputTokens);
  return checkOf("batch-queue-tokens", fact, day, (limit) => ({
    requestsPerMinute: null,
    requestsPerMonth: usd(exact(limit).div(traffic.inputTokens).times(traffic.daysPerMonth)),
  }));
}

function checkOf(
  kind: RateLimitKind,
  fact: NumericFact,
  needed: Money,
  rates: (limit: number) => Pick<RateCheck, "requestsPerMinute" | "requestsPerMonth">,
): RateCheck | null {
  const limit = fact.value;
  return limit === null
    ? null
    : { kind, limit, needed: usd(needed), ...rates(limit), fact: fact.path };
}

function fitsOf({ needed, limit }: RateCheck): boolean {
  return needed <= limit;
}

/** One request is more than a minute's tokens, or than the whole queue. */
function isOversized(checks: readonly RateCheck[], traffic: Traffic): boolean {
  return checks.some(
    ({ kind, limit }) =>
      (kind === "tokens-per-minute" && traffic.largestTokens > limit) ||
      (kind === "batch-queue-tokens" && traffic.inputTokens > limit),
  );
}

/** The limit that traffic growing in proportion reaches first. */
function bindingOf(
  checks: readonly RateCheck[],
  tokensPerMinute: NumericFact,
  traffic: Traffic,
): RateCheck | null {
  if (traffic.largestTokens > (tokensPerMinute.value ?? Infinity)) {
    const tokens = checks.find(({ kind }) => kind === "tokens-per-minute");
    if (tokens !== undefined) return tokens;
  }
  const use = ({ needed, limit }: RateCheck) => needed / limit;
  return checks.toSorted((a, b) => use(b) - use(a))[0] ?? null;
}
