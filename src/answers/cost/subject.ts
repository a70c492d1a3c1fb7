/** The subject of a bill: one model, and its bill under other workloads. */
import { type Assessment, hasEnded } from "../../decision/assessment.ts";
import { imageTokenFacts } from "../../decision/billed-input.ts";
import { type CostEstimate, estimateCost, isPriced, type Unpriced } from "../../decision/cost.ts";
import { type Decision, decide } from "../../decision/decision.ts";
import type { Need, NeedWorkload } from "../../decision/need.ts";
import type { Screened } from "../../decision/screening.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import type { Money } from "../../facts/money.ts";
import type { BreakEven } from "./schema.ts";

/** A bill that can be run up: its prices are known, and nobody says the tier is not sold. */
export function isSold(cost: CostEstimate | Unpriced): cost is CostEstimate {
  return isPriced(cost) && cost.prices.offered.value !== false;
}

export interface Subject {
  id: string;
  name: string;
  screened: Screened;
  assessment: Assessment;
  cost: CostEstimate | Unpriced;
  /** The bill of the same requests with something changed. */
  estimate: (change: Partial<NeedWorkload>) => CostEstimate | Unpriced;
  /** Its exact amount a request; null without a price. */
  request: (change?: Partial<NeedWorkload>) => Money | null;
}

export interface Billing {
  need: Need;
  sheets: FactSheets;
  decision: Decision;
  /** Requests of a one-off job; null when none was named. */
  totalRequests: number | null;
  /** By id. */
  subjects: Subject[];
  /** Those held against each other, pair by pair: of very many the first by rank. By id. */
  compared: Subject[];
}

/** Every model asked for, whether it qualifies or not: its bill is asked for all the same. */
export function openBilling(need: Need, sheets: FactSheets, totalRequests: number | null): Billing {
  const decision = decide(need, sheets);
  const screened = [...decision.ranking.map((model) => model.screened), ...decision.excluded];
  const served = screened.filter(({ assessment }) => !hasEnded(assessment.candidate, sheets));
  // Of models nobody named, those that are gone have no bill any more.
  const byRank = (need.models === null && served.length > 0 ? served : screened).map((each) =>
    subjectOf(each, need, sheets),
  );
  const byId = (some: Subject[]) => some.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const compared = byRank.slice(0, sheets.catalog.levels.sampling.modelsAtMost);
  return {
    need,
    sheets,
    decision,
    totalRequests,
    subjects: byId(byRank),
    compared: byId(compared),
  };
}

function subjectOf(screened: Screened, need: Need, sheets: FactSheets): Subject {
  const { assessment } = screened;
  const { candidate, sheet, reasoning } = assessment;
  const options = {
    outputMultiple: reasoning?.multiple.point ?? 1,
    ruleOf: (id: string) => {
      const other = sheets.find(id);
      return other === null ? null : imageTokenFacts(other);
    },
  };
  const estimate = (change: Partial<NeedWorkload>) =>
    estimateCost(sheet, { ...need.workload, ...change }, options);
  return {
    id: candidate.id,
    name: candidate.name,
    screened,
    assessment,
    cost: assessment.cost,
    estimate,
    request: (change = {}) => {
      const cost = estimate(change);
      return isSold(cost) ? cost.exact.request : null;
    },
  };
}

/** One question about where the answer turns; empty where it does not arise: a price is missing, or nothing varies. */
export type BreakEvenRule = (billing: Billing) => BreakEven[];

/** The hard limit or, without one, the amount the budget word stands for; null when unlimited. */
export function budgetOf(need: Need): number | null {
  const amount = need.limits.usdPerMonth ?? need.budget.usdPerMonth;
  return Number.isFinite(amount) ? amount : null;
}
