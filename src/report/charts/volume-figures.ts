/** What the chart of volume shows: every model's bill, and who is picked at which volume. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { requestsFor } from "../../decision/cost.ts";
import { decide } from "../../decision/decision.ts";
import { withVolume } from "../../decision/supposition.ts";

/** Looks at the pick along the axis, and halvings between two that differ. */
const LOOKS = 48;
const HALVINGS = 24;

export interface Bill {
  id: string;
  name: string;
  usdPerRequest: number;
  usdPerMonth: number;
  /** Requests a month at which the budget is spent; null without a budget. */
  budgetSpentAt: number | null;
}

/** Who is picked from one volume to another. */
export interface Zone {
  from: number;
  to: number;
  pick: string | null;
}

/** Who is picked along the axis, decided again at many volumes, and where it changes, halved down to the pixel. */
export function zonesOf({ decision }: Answer, [from, to]: readonly [number, number]): Zone[] {
  const pickAt = (requestsPerMonth: number) =>
    decide(withVolume(decision.need, requestsPerMonth), decision.sheets).ranking[0]?.id ?? null;
  const zones: Zone[] = [];
  let start = from;
  let last = from;
  let pick = pickAt(from);
  for (let look = 1; look <= LOOKS; look += 1) {
    const here = from * (to / from) ** (look / LOOKS);
    const next = pickAt(here);
    if (next !== pick) {
      const edge = between(last, here, pick, pickAt);
      zones.push({ from: start, to: edge, pick });
      start = edge;
      pick = next;
    }
    last = here;
  }
  return [...zones, { from: start, to, pick }];
}

function between(
  low: number,
  high: number,
  pick: string | null,
  pickAt: (volume: number) => string | null,
): number {
  let [below, above] = [low, high];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = Math.sqrt(below * above);
    if (pickAt(middle) === pick) below = middle;
    else above = middle;
  }
  return above;
}

export function today({ decision }: Answer): { requests: number; budget: number | null } {
  const { workload, budget } = decision.need;
  const { usdPerMonth } = budget;
  return {
    requests: workload.requestsPerMonth,
    budget: Number.isFinite(usdPerMonth) ? usdPerMonth : null,
  };
}

export function billsOf(answer: Answer): Bill[] {
  const { budget } = today(answer);
  return answer.decision.ranking.map(({ id, assessment, cost }) => ({
    id,
    name: assessment.candidate.name,
    usdPerRequest: cost.usdPerRequest,
    usdPerMonth: cost.usdPerMonth,
    budgetSpentAt: budget === null ? null : requestsFor(budget, cost),
  }));
}
