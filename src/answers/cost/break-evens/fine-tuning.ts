/** Volume at which a fine-tuned cheaper model, its training paid off, beats the plain dearer one. */
import { isPriced } from "../../../decision/cost.ts";
import { type Money, usd } from "../../../facts/money.ts";
import { count, dollars, exactMoney } from "../../../words/figures.ts";
import { monthsOf, servedUntil } from "../periods.ts";
import type { BreakEven, BreakEvenKind } from "../schema.ts";
import type { Billing, Subject, BreakEvenRule } from "../subject.ts";

interface Rivals {
  /** Fine-tuned, and cheaper than the other one when neither is. */
  tuned: Subject;
  plain: Subject;
  tunedRequest: Money;
  plainRequest: Money;
  training: Money;
}

function rivalsOf({ subjects, need }: Billing): Rivals[] {
  if (need.workload.trainingTokens === 0) return [];
  return subjects.flatMap((tuned) =>
    subjects.flatMap((plain): Rivals[] => {
      const base = tuned.request({ fineTuned: false });
      const tunedCost = tuned.estimate({ fineTuned: true });
      const tunedRequest = tuned.request({ fineTuned: true });
      const plainRequest = plain.request({ fineTuned: false, trainingTokens: 0 });
      if (tuned === plain || base === null) return [];
      if (plainRequest === null || tunedRequest === null) return [];
      if (!isPriced(tunedCost) || base.gte(plainRequest)) return [];
      return [{ tuned, plain, tunedRequest, plainRequest, training: tunedCost.exact.once }];
    }),
  );
}

/** Training is paid once and forgotten; it is spread over the months until the model ends. */
export const fineTunedRequestsPerMonth: BreakEvenRule = (billing) =>
  rivalsOf(billing).flatMap((rivals) => {
    const served = servedUntil(rivals.tuned, billing);
    if (served === null || served.servedDays === 0) return [];
    const months = monthsOf(
      served.servedDays,
      billing.sheets.catalog.levels.lifecycle.daysPerMonth,
    );
    return entryOf(
      rivals,
      "fine-tuned-requests-per-month",
      "requests a month",
      billing.need.workload.requestsPerMonth,
      months,
      `, with ${dollars(usd(rivals.training))} of training spread over the ${count(served.servedDays)} days until ${served.date}`,
    );
  });

export const fineTunedRequestsInTotal: BreakEvenRule = (billing) =>
  billing.totalRequests === null
    ? []
    : rivalsOf(billing).flatMap((rivals) =>
        entryOf(
          rivals,
          "fine-tuned-requests-in-total",
          "requests in total",
          billing.totalRequests,
          null,
          `, ${dollars(usd(rivals.training))} of training included`,
        ),
      );

function entryOf(
  { tuned, plain, tunedRequest, plainRequest, training }: Rivals,
  kind: BreakEvenKind,
  unit: string,
  now: number | null,
  months: Money | null,
  because: string,
): BreakEven[] {
  const saved = plainRequest.minus(tunedRequest);
  const models = [tuned.id, plain.id];
  const stated = { kind, unit, now, models };
  if (saved.lte(0)) {
    const message = `a fine-tuned ${tuned.name} costs ${exactMoney(usd(tunedRequest))} a request, no less than plain ${plain.name}: no volume pays for the training`;
    return [{ ...stated, at: null, below: null, above: null, message }];
  }
  const at = usd(training.div(months === null ? saved : saved.times(months)));
  return [
    {
      ...stated,
      at,
      below: plain.id,
      above: tuned.id,
      message: `a fine-tuned ${tuned.name} is cheaper than plain ${plain.name} above ${count(at)} ${unit}${because}`,
    },
  ];
}
