/**
 * Wrong answers: what they add to a bill by success rates the user measured, and what an error has to cost to turn the
 * answer.
 */
import { exact, type Money, times, usd } from "../../facts/money.ts";
import { ownEntry } from "../../schema/texts.ts";
import { exactMoney, percentagePoints, unitMoney } from "../../words/figures.ts";
import { type Pair, pairsOf } from "./break-evens/pairs.ts";
import type { ErrorAccount, BreakEven } from "./schema.ts";
import type { Billing } from "./subject.ts";

export interface ErrorInput {
  /** What one wrong answer costs, USD; null when not stated. */
  usdPerError: number | null;
  /** Shares of requests answered well, 0 to 1, by model id. */
  successRates: Readonly<Record<string, number>>;
}

interface Row {
  id: string;
  name: string;
  successRate: number;
  amount: Money;
  /** Null without an error cost. */
  withErrors: Money | null;
}

/** Null without a success rate: the program never puts a benchmark result in its place. */
export function errorAccount(
  { subjects, need }: Billing,
  { usdPerError, successRates }: ErrorInput,
): ErrorAccount | null {
  if (Object.keys(successRates).length === 0) return null;
  const rows = subjects.flatMap(({ id, name, request }): Row[] => {
    const successRate = ownEntry(successRates, id);
    const amount = request();
    if (successRate === undefined || amount === null) return [];
    const withErrors =
      usdPerError === null ? null : amount.plus(times(exact(1).minus(successRate), usdPerError));
    return [{ id, name, successRate, amount, withErrors }];
  });
  return {
    usdPerError,
    models: rows.map(({ id, name, successRate, amount, withErrors }) => ({
      model: id,
      name,
      successRate,
      usdPerRequest: usd(amount),
      usdPerSuccess: successRate === 0 ? null : usd(amount.div(successRate)),
      usdPerRequestWithErrors: withErrors === null ? null : usd(withErrors),
      usdPerMonthWithErrors:
        withErrors === null ? null : usd(times(withErrors, need.workload.requestsPerMonth)),
    })),
    cheapest: cheapestOf(rows),
  };
}

/** Null without an error cost, and on a tie. */
function cheapestOf(rows: readonly Row[]): string | null {
  const amounts = rows.flatMap(({ id, withErrors }) =>
    withErrors === null ? [] : [{ id, withErrors }],
  );
  const [first, second] = amounts.toSorted((a, b) => a.withErrors.cmp(b.withErrors));
  if (first === undefined || second?.withErrors.eq(first.withErrors) === true) return null;
  return first.id;
}

type Stated = Pick<BreakEven, "kind" | "unit" | "now" | "models">;

/** Success rates must be the user's own: a benchmark says nothing about how often an answer serves here. */
export function errorBreakEvens({ compared }: Billing, input: ErrorInput): BreakEven[] {
  return pairsOf(compared).flatMap((pair) => [
    ...errorCost(pair, input),
    ...successGap(pair, input),
  ]);
}

function errorCost(
  { cheaper, dearer }: Pair,
  { successRates, usdPerError }: ErrorInput,
): BreakEven[] {
  const [low, high] = [ownEntry(successRates, cheaper.id), ownEntry(successRates, dearer.id)];
  const extra = extraOf({ cheaper, dearer });
  if (low === undefined || high === undefined || extra === null) return [];
  const gap = exact(high).minus(low);
  const stated: Stated = {
    kind: "error-cost",
    unit: "USD an error",
    now: usdPerError,
    models: [cheaper.id, dearer.id],
  };
  if (gap.lte(0)) {
    const message = `${dearer.name} is right no more often than ${cheaper.name}: it pays at no cost of an error`;
    return [{ ...stated, at: null, below: null, above: null, message }];
  }
  const at = usd(extra.div(gap));
  const message = `${dearer.name} pays where an error costs more than ${unitMoney(at)}`;
  return [{ ...stated, at, below: cheaper.id, above: dearer.id, message }];
}

function successGap(
  { cheaper, dearer }: Pair,
  { successRates, usdPerError }: ErrorInput,
): BreakEven[] {
  const extra = extraOf({ cheaper, dearer });
  if (usdPerError === null || usdPerError === 0 || extra === null) return [];
  const [low, high] = [ownEntry(successRates, cheaper.id), ownEntry(successRates, dearer.id)];
  const at = usd(extra.div(usdPerError));
  const stated: Stated = {
    kind: "success-gap",
    unit: "difference of the success rates",
    now: low === undefined || high === undefined ? null : usd(exact(high).minus(low)),
    models: [cheaper.id, dearer.id],
  };
  const errors = `where an error costs ${exactMoney(usdPerError)}`;
  if (at > 1) {
    const message = `${errors} ${dearer.name} never pays, however often it is right`;
    return [{ ...stated, at: null, below: null, above: null, message }];
  }
  const message = `${errors} ${dearer.name} pays if it is right at least ${percentagePoints(at)} more often than ${cheaper.name}`;
  return [{ ...stated, at, below: cheaper.id, above: dearer.id, message }];
}

function extraOf({ cheaper, dearer }: Pair) {
  const [low, high] = [cheaper.request(), dearer.request()];
  return low === null || high === null ? null : high.minus(low);
}
