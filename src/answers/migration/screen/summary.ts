/** A change of model in one plain sentence of at most 200 characters. */
import type { Migration } from "../schema.ts";
import { shortened } from "../../../words/sentences.ts";
import { whyNot } from "./words.ts";

export function migrationSummary({ recommendation, from, notThese }: Migration): string {
  if (recommendation !== null) return shortened(recommendation.summary);
  const [first] = notThese;
  const why = first === undefined ? "" : `: ${whyNot(first)}`;
  return shortened(`Nothing takes over from ${from.name} as asked${why}.`);
}
