/** Rate limits beside a workload: which the traffic meets first, and the highest rate that fits them all. */
import {
  RATE_LIMIT_KINDS,
  type RateDemand,
  rateDemands,
  type RateLimitKind,
  requestsWithin,
} from "../../decision/rate-limits.ts";
import { usd } from "../../facts/money.ts";
import type { AskedTier } from "../../schema/vocabulary.ts";
import { count, measured } from "../../words/figures.ts";
import { RATE_LIMIT_WORDS } from "../../words/workload.ts";
import type { RateCheck, RateFit } from "./rate-fit-schema.ts";
import type { Billing, Subject } from "./subject.ts";

/** Null without a usage tier. */
export function rateFits(billing: Billing): RateFit[] | null {
  const { usageTier } = billing.need.rateLimits;
  return usageTier === null
    ? null
    : billing.subjects.map((subject) => rateFitOf(subject, usageTier, billing));
}

function rateFitOf(
  { assessment, id, name }: Subject,
  usageTier: AskedTier,
  { need }: Billing,
): RateFit {
  const { inputTokens, outputTokens, serviceTier } = need.workload;
  const demands = rateDemands(assessment, need, assessment.rateLimit(usageTier));
  const checks = RATE_LIMIT_KINDS.filter(
    (kind) => serviceTier !== "batch" || kind === "batch-queue-tokens",
  ).flatMap((kind) => demands.filter((demand) => demand.kind === kind).flatMap(checkOf));
  const tooLong = tooLongIn(demands, checks);
  const binding =
    checks.find(({ kind }) => kind === tooLong?.kind) ?? checks.toSorted(byUse)[0] ?? null;
  const least = (rates: readonly number[]) =>
    tooLong !== null ? 0 : rates.length === 0 ? null : Math.min(...rates);
  const fit = {
    model: id,
    name,
    usageTier,
    tokensPerRequest: inputTokens.mean + assessment.imageTokensBilled + outputTokens.mean,
    checks,
    binding: binding?.kind ?? null,
    fits:
      binding === null
        ? null
        : tooLong === null && checks.every(({ needed, limit }) => needed <= limit),
    highestRequestsPerMinute: least(checks.flatMap((check) => check.requestsPerMinute ?? [])),
    highestRequestsPerMonth: least(checks.map((check) => check.requestsPerMonth)),
  };
  const isMean = need.rateLimits.peakRequestsPerMinute === null;
  return { ...fit, message: messageOf(fit, binding, tooLong, isMean) };
}

/** None of a limit nobody states, and of what requests take nothing of; the longest request is no traffic. */
function checkOf(demand: RateDemand): RateCheck[] {
  const { kind, of, limit, needed, perRequest } = demand;
  if (of === "longest-request" || limit.value === null || perRequest === 0) return [];
  const { requests, requestsPerMonth } = requestsWithin(demand, limit.value);
  return [
    {
      kind,
      limit: limit.value,
      needed: usd(needed),
      requestsPerMinute: of === "day" ? null : requests,
      requestsPerMonth,
      fact: limit.path,
    },
  ];
}

/** The limit that traffic growing in proportion reaches first comes first. */
function byUse(a: RateCheck, b: RateCheck): number {
  return b.needed / b.limit - a.needed / a.limit;
}

/** A request of more tokens than a minute allows, or than the whole queue. */
interface TooLong {
  kind: RateLimitKind;
  tokens: number;
}

function tooLongIn(demands: readonly RateDemand[], checks: readonly RateCheck[]): TooLong | null {
  const oversized = demands
    .filter(({ of, kind }) => of === "longest-request" || kind === "batch-queue-tokens")
    .filter(({ limit, perRequest }) => limit.value !== null && perRequest > limit.value)
    .find(({ kind }) => checks.some((check) => check.kind === kind));
  return oversized === undefined ? null : { kind: oversized.kind, tokens: oversized.perRequest };
}

function messageOf(
  fit: Omit<RateFit, "message">,
  binding: RateCheck | null,
  tooLong: TooLong | null,
  isMean: boolean,
): string {
  const { name, usageTier } = fit;
  if (binding === null) {
    return `${name}: no rate limits of usage tier ${usageTier} are known`;
  }
  const limit = `${count(binding.limit)} ${RATE_LIMIT_WORDS[binding.kind]}`;
  if (tooLong !== null) {
    return `${name}: not one request of ${count(tooLong.tokens)} tokens fits the ${limit} of usage tier ${usageTier}`;
  }
  const { highestRequestsPerMinute: perMinute, highestRequestsPerMonth: perMonth } = fit;
  const rates = [
    ...(perMinute === null
      ? []
      : [
          `${perMinute < 1 ? measured(perMinute) : count(Math.floor(perMinute))} requests a minute`,
        ]),
    ...(perMonth === null ? [] : [`${count(Math.floor(perMonth))} a month`]),
  ];
  const share = `${isMean ? "on average " : ""}${count(binding.needed)} of the ${limit}`;
  const verdict = fit.fits === true ? "fits" : "does not fit";
  return `${name} ${verdict} usage tier ${usageTier}: it needs ${share}; at most ${rates.join(", ")} would fit`;
}
