/** Share of the requests that has to go through Batch: for one model to be the cheaper one, or to fit the budget. */
import { exact, type Money, times } from "../../../facts/money.ts";
import { dollars, finePercent } from "../../../words/figures.ts";
import { crossings } from "../crossing.ts";
import type { BreakEven } from "../schema.ts";
import { type Billing, isSold, type Subject, type BreakEvenRule, budgetOf } from "../subject.ts";
import { entriesOf, pairsOf, turns } from "./pairs.ts";

const UNIT = "share of the requests sent through Batch";

/** A request on average when a share of them goes through Batch; null where that is not sold or not known. */
function mixedBill(subject: Subject): (share: number) => Money | null {
  const now = subject.request();
  const batch = subject.request({ serviceTier: "batch" });
  return (share) =>
    now === null || batch === null
      ? null
      : times(now, exact(1).minus(share)).plus(times(batch, share));
}

function isAlreadyBatch({ need }: Billing): boolean {
  return need.workload.serviceTier === "batch";
}

/** The dearer model moves work to Batch, the cheaper one stays as it is. */
export const batchShare: BreakEvenRule = (billing) => {
  if (isAlreadyBatch(billing)) return [];
  return pairsOf(billing.compared).flatMap((pair) => {
    const { cheaper, dearer } = pair;
    const mixed = mixedBill(dearer);
    if (mixed(0) === null) return [];
    const found = turns(cheaper, dearer, () => cheaper.request(), mixed, {
      from: 0,
      to: 1,
      steps: [],
    });
    return entriesOf(
      found,
      pair,
      { kind: "batch-share", unit: UNIT, now: 0 },
      {
        turn: ({ at }) =>
          `${dearer.name} is cheaper than ${cheaper.name} once more than ${finePercent(at)} of its requests go through Batch`,
        none: () =>
          `not even with every request through Batch is ${dearer.name} cheaper than ${cheaper.name}`,
      },
    );
  });
};

export const batchShareForBudget: BreakEvenRule = (billing) => {
  const budget = budgetOf(billing.need);
  if (budget === null || isAlreadyBatch(billing)) return [];
  const { requestsPerMonth } = billing.need.workload;
  return billing.subjects
    .filter(({ cost }) => isSold(cost))
    .flatMap((subject) => {
      const mixed = mixedBill(subject);
      const at = (share: number) => {
        const amount = mixed(share);
        return amount === null ? null : times(amount, requestsPerMonth).minus(budget);
      };
      return crossings({ at, from: 0, to: 1, steps: [] }).map((crossing): BreakEven => ({
        kind: "batch-share-for-budget",
        unit: UNIT,
        now: 0,
        at: crossing.at,
        below: "over",
        above: "within",
        models: [subject.id],
        message: `${subject.name} fits ${dollars(budget)} a month once ${finePercent(crossing.at)} of the requests go through Batch`,
      }));
    });
};
