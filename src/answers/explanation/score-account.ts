/** The score as its contributions, where each weight comes from, and the distance to the other model. */
import { marginOf } from "../../decision/alternative.ts";
import type { Decision, RankedModel } from "../../decision/decision.ts";
import { scoreRange } from "../../decision/dominance.ts";
import type { Need, Origin } from "../../decision/need.ts";
import { CRITERIA, type Criterion } from "../../schema/vocabulary.ts";
import type { Explanation } from "./schema.ts";
import type { Subject } from "./subject.ts";

type Weight = Explanation["latency"]["weight"];

/** Where a criterion's weight comes from: the words, amounts or numbers that set its importance. */
export function weightAccount(need: Need, criterion: Criterion): Weight {
  const { importance, weights } = need.weighting;
  return {
    importance: importance[criterion],
    ofTotal: CRITERIA.reduce((sum, each) => sum + importance[each], 0),
    weight: weights[criterion],
    ...setBy(need, criterion),
  };
}

/** The requirement each criterion's importance is read from. */
const FIELDS = { cost: "budget", latency: "latency", quality: "quality" } as const satisfies Record<
  Criterion,
  string
>;

function setBy(need: Need, criterion: Criterion): Pick<Weight, "because" | "setBy" | "assumed"> {
  const { origins, weighting } = need;
  const field = FIELDS[criterion];
  const explicit = origins[`weights.${criterion}`] ?? origins["weights"];
  if (weighting.mode === "priority") return withOrigin("place in the order", origins["priority"]);
  if (weighting.mode === "explicit" && explicit !== undefined) {
    return withOrigin("stated weight", explicit);
  }
  return withOrigin(`${field} ${need[field].word ?? "given as an amount"}`, origins[field]);
}

function withOrigin(what: string, origin: Origin | undefined) {
  const assumed = origin === undefined || origin.from === "default";
  return { because: `${what} (${assumed ? "assumed" : origin.text})`, setBy: what, assumed };
}

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
