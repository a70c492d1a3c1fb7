/** Names of the models looked at, by their ids: in a decision, and in its record. */
import type { Decision } from "../../decision/decision.ts";
import type { RecommendationResult } from "./schema.ts";

export function namesOf({ ranking, excluded }: Decision): (id: string) => string {
  return (id) =>
    [...ranking, ...excluded].find(({ assessment }) => assessment.candidate.id === id)?.assessment
      .candidate.name ?? id;
}

export function nameIn(
  { ranking, excluded }: Pick<RecommendationResult, "ranking" | "excluded">,
  id: string,
): string {
  return [...ranking, ...excluded].find(({ model }) => model === id)?.name ?? id;
}
