/** Which colour is which model. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { modelColours } from "../palette.ts";

/** The ranked models, best first. */
export function modelLegend({ decision }: Answer): { label: string; colour: string }[] {
  const colourOf = modelColours(decision.sheets.catalog);
  return decision.ranking.map(({ id, assessment }) => ({
    label: assessment.candidate.name,
    colour: colourOf(id),
  }));
}
