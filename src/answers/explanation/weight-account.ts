/** Where a criterion's weight comes from: the words, amounts or numbers that set its importance. */
import type { Explanation } from "./schema.ts";
import { CRITERIA, type Criterion } from "../../schema/vocabulary.ts";
import { type Need, type Origin } from "../../decision/need.ts";

type Weight = Explanation["latency"]["weight"];

export function weightAccount(need: Need, criterion: Criterion): Weight {
  const { importance, weights } = need.weighting;
  return {
    importance: importance[criterion],
    ofTotal: CRITERIA.reduce((sum, each) => sum + importance[each], 0),
    weight: weights[criterion],
    because: becauseOf(need, criterion),
  };
}

/** The requirement each criterion's importance is read from. */
const FIELDS = { cost: "budget", latency: "latency", quality: "quality" } as const satisfies Record<
  Criterion,
  string
>;

function becauseOf(need: Need, criterion: Criterion): string {
  const { origins, weighting } = need;
  const field = FIELDS[criterion];
  const explicit = origins[`weights.${criterion}`] ?? origins["weights"];
  if (weighting.mode === "priority") return withOrigin("place in the order", origins["priority"]);
  if (weighting.mode === "explicit" && explicit !== undefined) {
    return withOrigin("stated weight", explicit);
  }
  return withOrigin(`${field} ${need[field].word ?? "given as an amount"}`, origins[field]);
}

function withOrigin(what: string, origin: Origin | undefined): string {
  if (origin === undefined || origin.from === "default") return `${what} (assumed)`;
  return `${what} (${origin.text})`;
}
