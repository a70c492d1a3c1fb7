/** What an error has to cost, or how much more often the dearer model has to be right, for it to pay. */
import { exact, usd } from "../../../facts/money.ts";
import { ownEntry } from "../../../schema/records.ts";
import { exactMoney, percentagePoints, unitMoney } from "../../../words/figures.ts";
import type { ErrorInput } from "../errors.ts";
import type { BreakEven } from "../schema.ts";
import type { Billing } from "../subject.ts";
import { type Pair, pairsOf } from "./pairs.ts";

type Stated = Pick<BreakEven, "kind" | "unit" | "now" | "models">;

/** Success rates must be the user's own: a benchmark says nothing about how often an answer serves here. */
export function errorBreakEvens({ subjects }: Billing, input: ErrorInput): BreakEven[] {
  return pairsOf(subjects).flatMap((pair) => [
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
