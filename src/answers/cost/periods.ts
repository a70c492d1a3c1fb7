/** Periods of a bill: one request, a month, until the model ends, a whole job. */
import { exact, type Money, times, usd } from "../../facts/money.ts";
import { daysBetween } from "../../schema/texts.ts";
import type { ModelBill } from "./schema.ts";
import type { Billing, Subject } from "./subject.ts";

export interface Periods {
  requestsPerMonth: number;
  /** Null without an announced end, or after it. */
  requestsUntilShutdown: Money | null;
  /** Null unless a job was named. */
  requestsInTotal: number | null;
}

/** What is left of a model with an announced end; null without one. */
export function servedUntil(
  { assessment }: Subject,
  { need, sheets }: Billing,
): ModelBill["shutdown"] {
  const date = assessment.lifecycle.shutdown.value;
  if (date === null) return null;
  // Served on the last day too.
  const servedDays = Math.max(0, daysBetween(need.asOf, date) + 1);
  const requests = monthsOf(servedDays, sheets.catalog.levels.lifecycle.daysPerMonth).times(
    need.workload.requestsPerMonth,
  );
  return { date, servedDays, requests: usd(requests) };
}

export function periodsOf(subject: Subject, billing: Billing): Periods {
  const { need, sheets, totalRequests } = billing;
  const served = servedUntil(subject, billing);
  const { requestsPerMonth } = need.workload;
  const { daysPerMonth } = sheets.catalog.levels.lifecycle;
  return {
    requestsPerMonth,
    requestsUntilShutdown:
      served === null || served.servedDays === 0
        ? null
        : monthsOf(served.servedDays, daysPerMonth).times(requestsPerMonth),
    requestsInTotal: totalRequests,
  };
}

/** Months of a stated number of days, a fraction counted. */
export function monthsOf(days: number, daysPerMonth: number): Money {
  return exact(days).div(daysPerMonth);
}

type Amounts = Pick<ModelBill, "usdPerRequest" | "usdPerMonth" | "usdUntilShutdown" | "usdTotal">;

export const NO_AMOUNTS: Amounts = {
  usdPerRequest: null,
  usdPerMonth: null,
  usdUntilShutdown: null,
  usdTotal: null,
};

/** An amount a request, and an amount paid once, over every period. Rounded to doubles here and nowhere before. */
export function amountsOf(request: Money, once: Money, periods: Periods): Amounts {
  const over = (requests: number | Money | null) =>
    requests === null ? null : usd(times(request, requests).plus(once));
  return {
    usdPerRequest: usd(request),
    usdPerMonth: usd(times(request, periods.requestsPerMonth)),
    usdUntilShutdown: over(periods.requestsUntilShutdown),
    usdTotal: over(periods.requestsInTotal),
  };
}
