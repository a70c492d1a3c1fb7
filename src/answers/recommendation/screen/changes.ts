/** What would change the answer, nearest first, in the user's own units. */
import { list } from "../../../words/figures.ts";
import { flipCondition } from "../../../words/flips.ts";
import { nameIn } from "../names.ts";
import type { Flip, RecommendationResult } from "../schema.ts";
import type { Note } from "./reasons.ts";

const MOST_SHOWN = 4;

/** Changes a user can make or foresee; weights as such and hypothetical prices stand in `explain`. */
const SHOWN = [
  "workload.requestsPerMonth",
  "budget",
  "limits.waitSeconds",
  "importance.cost",
  "importance.latency",
  "importance.quality",
];

export function changesNote(result: RecommendationResult): Note | null {
  const pick = result.recommendation;
  if (pick === null || result.ranking.length < 2) return null;
  const flips = distinct(result.flips.filter((flip) => SHOWN.includes(flip.parameter)));
  if (flips.length === 0) {
    return {
      label: "Changes",
      text: "No volume, budget, wait limit or priority changes this answer; only other hard requirements would.",
    };
  }
  const names = [...new Set(flips.map((flip) => flip.becomes))];
  const clauses = names.map((becomes) => {
    const own = flips.filter((flip) => flip.becomes === becomes);
    const conditions = own.map((flip) => flipCondition(flip, (id) => nameIn(result, id)));
    return `to ${nameIn(result, becomes)} ${list(conditions, "or")}`;
  });
  return { label: "Changes", text: `${clauses.join("; ")}.` };
}

/** Nearest first; of the priorities only the nearest, as turning one up says the same as turning another down. */
function distinct(flips: Flip[]): Flip[] {
  const priority = flips.find((flip) => flip.parameter.startsWith("importance."));
  return flips
    .filter((flip) => flip === priority || !flip.parameter.startsWith("importance."))
    .slice(0, MOST_SHOWN);
}
