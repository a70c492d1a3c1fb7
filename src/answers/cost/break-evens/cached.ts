/** Share of the input that has to come from the cache: for one model to be the cheaper one, or to fit the budget. */
import { cacheMinimum } from "../../../decision/billed-input.ts";
import { times } from "../../../facts/money.ts";
import { dollars, finePercent } from "../../../words/figures.ts";
import { crossings } from "../crossing.ts";
import type { BreakEven } from "../schema.ts";
import { type Billing, isSold, type Subject, type BreakEvenRule, budgetOf } from "../subject.ts";
import { entriesOf, pairsOf, turns } from "./pairs.ts";

const UNIT = "share of the input tokens that is cached";

function sharedBill(subject: Subject, { need }: Billing) {
  const { mean } = need.workload.inputTokens;
  return (share: number) => subject.request({ cachedInputTokens: share * mean });
}

/** Below the shortest prefix the vendor caches, everything is billed in full. */
function stepsOf(subjects: readonly Subject[], { need }: Billing): number[] {
  return subjects.flatMap(({ assessment }) => {
    const minimum = cacheMinimum(assessment.sheet);
    return minimum === null ? [] : [minimum / need.workload.inputTokens.mean];
  });
}

function nowOf({ need }: Billing): number {
  return need.workload.cachedInputTokens / need.workload.inputTokens.mean;
}

export const cachedShare: BreakEvenRule = (billing) => {
  if (billing.need.workload.inputTokens.mean === 0) return [];
  return pairsOf(billing.compared).flatMap((pair) => {
    const { cheaper, dearer } = pair;
    const found = turns(
      cheaper,
      dearer,
      sharedBill(cheaper, billing),
      sharedBill(dearer, billing),
      {
        from: 0,
        to: 1,
        steps: stepsOf([cheaper, dearer], billing),
      },
    );
    return entriesOf(
      found,
      pair,
      { kind: "cached-share", unit: UNIT, now: nowOf(billing) },
      {
        turn: ({ at, below, above }) =>
          `${above.name} is cheaper than ${below.name} once more than ${finePercent(at)} of the input is cached`,
        none: () => `no share of cached input makes ${dearer.name} cheaper than ${cheaper.name}`,
      },
    );
  });
};

export const cachedShareForBudget: BreakEvenRule = (billing) => {
  const budget = budgetOf(billing.need);
  const { requestsPerMonth, inputTokens } = billing.need.workload;
  if (budget === null || inputTokens.mean === 0) return [];
  return billing.subjects
    .filter(({ cost }) => isSold(cost))
    .flatMap((subject) => {
      const request = sharedBill(subject, billing);
      const at = (share: number) => {
        const amount = request(share);
        return amount === null ? null : times(amount, requestsPerMonth).minus(budget);
      };
      return crossings({ at, from: 0, to: 1, steps: stepsOf([subject], billing) }).map(
        (crossing): BreakEven => ({
          kind: "cached-share-for-budget",
          unit: UNIT,
          now: nowOf(billing),
          at: crossing.at,
          below: crossing.below > 0 ? "over" : "within",
          above: crossing.below > 0 ? "within" : "over",
          models: [subject.id],
          message: `${subject.name} fits ${dollars(budget)} a month once ${finePercent(crossing.at)} of the input is cached`,
        }),
      );
    });
};
