/** The score as its contributions, and what each of them puts into the distance to the other model. */
import type { Explanation } from "./schema.ts";
import { CRITERIA } from "../../schema/vocabulary.ts";
import type { Decision, RankedModel } from "../../decision/decision.ts";
import { marginOf } from "../../decision/rank.ts";
import { scoreRange } from "../../decision/robustness/possible.ts";
import type { Subject } from "./subject.ts";

/** Null for a model without a price. */
export function scoreAccount(
  { valued, ...subject }: Subject,
  decision: Decision,
): Explanation["score"] {
  if (valued === null) return null;
  const { weights } = decision.need.weighting;
  const other = opponentOf(subject.id, decision);
  const range = scoreRange(valued, decision.valueFunctions, weights);
  return {
    criteria: CRITERIA.map((criterion) => ({
      criterion,
      value: valued.values[criterion],
      weight: weights[criterion],
      contribution: valued.contributions[criterion],
    })),
    score: valued.score,
    range: [range.low, range.high],
    versus: other === null ? null : versus(valued, other, weights),
  };
}

/** The first of the others: the runner-up for the pick, the pick for everybody else. */
export function opponentOf(id: string, { ranking }: Decision): RankedModel | null {
  return ranking.find((model) => model.id !== id) ?? null;
}

function versus(
  own: NonNullable<Subject["valued"]>,
  other: RankedModel,
  weights: Decision["need"]["weighting"]["weights"],
): NonNullable<NonNullable<Explanation["score"]>["versus"]> {
  const { margin, contributions } = marginOf(own.values, other.values, weights);
  return {
    model: other.id,
    name: other.assessment.candidate.name,
    score: other.score,
    criteria: CRITERIA.map((criterion) => ({
      criterion,
      here: own.values[criterion],
      there: other.values[criterion],
      weight: weights[criterion],
      difference: contributions[criterion],
    })),
    margin,
  };
}
