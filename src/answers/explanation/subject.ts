/** The subject of an explanation: one model, with its values even where it is not ranked. */
import {
  type Alternative,
  type PerCriterion,
  perCriterion,
  weightedScore,
  contributionsOf,
} from "../../decision/alternative.ts";
import { assess } from "../../decision/assessment.ts";
import { isPriced } from "../../decision/cost.ts";
import type { Decision, RankedModel } from "../../decision/decision.ts";
import { canBeLetIn, screen, type Screened } from "../../decision/screening.ts";
import { valuedBill } from "../../decision/values.ts";
import { findCandidate } from "../../facts/candidate.ts";

/** Anchors are absolute, so a model that is out of the running has the values it would have in it. */
export interface Valued extends Alternative {
  score: number;
  contributions: PerCriterion<number>;
}

export interface Subject {
  id: string;
  name: string;
  why: "asked" | "pick" | "closest";
  screened: Screened;
  /** Null unless it is in the ranking. */
  ranked: RankedModel | null;
  /** Null when it has no price. */
  valued: Valued | null;
  isExcluded: boolean;
}

/**
 * The model asked for, the pick, or the closest of those that do not qualify.
 * @throws RangeError for an id the catalog does not have, and when there is no model at all
 */
export function subjectOf(decision: Decision, modelId: string | null): Subject {
  const pick = decision.ranking[0] ?? null;
  if (modelId === null && pick === null) {
    const [closest] = decision.excluded.toSorted(byCloseness);
    if (closest === undefined) throw new RangeError("there is no model to explain");
    return subject(decision, closest, "closest");
  }
  const id = modelId ?? pick?.id ?? "";
  const why = modelId === null ? "pick" : "asked";
  const known = [...decision.ranking.map((model) => model.screened), ...decision.excluded].find(
    (each) => each.assessment.candidate.id === id,
  );
  return subject(decision, known ?? screenedApart(decision, id), why);
}

function subject(decision: Decision, screened: Screened, why: Subject["why"]): Subject {
  const { id, name } = screened.assessment.candidate;
  const ranked = decision.ranking.find((model) => model.id === id) ?? null;
  return {
    id,
    name,
    why,
    screened,
    ranked,
    valued: ranked ?? valuedOf(screened, decision),
    isExcluded: decision.excluded.includes(screened),
  };
}

/** A model that was not compared: a successor, or one left out by name. */
function screenedApart({ need, sheets }: Decision, id: string): Screened {
  const candidate = findCandidate(sheets.catalog, id, need.asOf);
  if (candidate === null) throw new RangeError(`unknown model ${id}`);
  return screen(assess(candidate, need, sheets), need);
}

function valuedOf({ assessment }: Screened, decision: Decision): Valued | null {
  const { candidate, cost, wait, quality } = assessment;
  if (!isPriced(cost)) return null;
  const valued = valuedBill(cost, decision.need, decision.sheets.catalog.levels.budget);
  const bill = { point: valued, low: valued, high: valued };
  const attributes = { cost: bill, latency: wait.interval, quality: quality.ability };
  const { weights } = decision.need.weighting;
  const values = perCriterion((criterion) =>
    decision.valueFunctions[criterion](attributes[criterion].point),
  );
  return {
    id: candidate.id,
    attributes,
    values,
    score: weightedScore(values, weights),
    contributions: contributionsOf(values, weights),
  };
}

/** Those that a change could let in come first, then those with the fewest reasons against them. */
function byCloseness(a: Screened, b: Screened): number {
  const isLost = (each: Screened) => (canBeLetIn(each) ? 0 : 1);
  return (
    isLost(a) - isLost(b) ||
    a.failed.length - b.failed.length ||
    overrun(a) - overrun(b) ||
    (a.assessment.candidate.id < b.assessment.candidate.id ? -1 : 1)
  );
}

function overrun({ assessment: { cost } }: Screened): number {
  return isPriced(cost) ? cost.usdPerMonth : Infinity;
}
