/** Measurements of speed: what each measurer saw of each model, and which of them this decision takes. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import type { NumericFact } from "../../facts/claims.ts";
import type { Claim } from "../../schema/claim.ts";
import { dayOf } from "../drawing/ticks.ts";

export const FIELDS = [
  { field: "outputTokensPerSecond", measure: "tokens a second", faster: "more is faster" },
  {
    field: "timeToFirstTokenSeconds",
    measure: "seconds to the first token",
    faster: "less is faster",
  },
] as const;
export type Field = (typeof FIELDS)[number]["field"];

export interface Measurement {
  day: Date;
  value: number;
  observed: string;
  source: string;
  undated: boolean;
  /** Alone or, of a stale speed, in the mean with other measurers' newest. */
  isTaken: boolean;
}

export interface Model {
  id: string;
  name: string;
  facts: readonly NumericFact[];
}

export function factOf({ facts }: Model, field: Field): NumericFact | undefined {
  return facts.find(({ path }) => path === `speed.${field}`);
}

export function modelsOf({ decision }: Answer): Model[] {
  return decision.ranking.map(({ id, assessment }) => ({
    id,
    name: assessment.candidate.name,
    facts: assessment.wait.facts,
  }));
}

/** What can be seen on the day, of the vendor's own service at its usual tier. */
export function measurementsOf({ decision }: Answer, model: Model, field: Field): Measurement[] {
  const { need, sheets, ranking } = decision;
  const candidate = ranking.find(({ id }) => id === model.id)?.assessment.candidate;
  const claims: readonly Claim<number>[] = candidate?.model.speed?.[field] ?? [];
  const fact = factOf(model, field);
  const taken = [fact?.chosen, ...(fact?.pooled ?? [])].map((statement) => statement?.claim);
  return claims
    .filter(
      (claim) =>
        claim.observed <= need.asOf &&
        (claim.platform ?? candidate?.model.provider) === candidate?.model.provider &&
        (claim.serviceTier ?? "standard") === "standard",
    )
    .map((claim) => ({
      day: dayOf(claim.observed),
      value: claim.value,
      observed: claim.observed,
      source: sheets.sources.get(claim.source)?.title ?? claim.source,
      undated: claim.undated === true,
      isTaken: taken.includes(claim),
    }));
}

/** Measurements of one measurer in the order of their days, where there are several. */
export function journeys(own: readonly Measurement[]): Measurement[][] {
  const measurers = [...new Set(own.map(({ source }) => source))];
  return measurers
    .map((source) =>
      own
        .filter((each) => each.source === source && !each.undated)
        .toSorted((one, two) => one.day.getTime() - two.day.getTime()),
    )
    .filter((path) => path.length > 1);
}
