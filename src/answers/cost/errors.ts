/** The cost of errors on a bill, from success rates the user measured. */
import type { ErrorAccount } from "./schema.ts";
import { exact, type Money, times, usd } from "../../facts/money.ts";
import type { Billing } from "./subject.ts";
import { ownEntry } from "../../schema/records.ts";

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
