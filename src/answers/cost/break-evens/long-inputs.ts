/** Where the bill of a model bends because its inputs grow long. */
import { isPriced } from "../../../decision/cost.ts";
import { longContextStep } from "../../../facts/prices.ts";
import type { Subject } from "../subject.ts";

/** Tokens of input besides its text: images as this model counts them, and what searches find. */
export function tokensBesideText({ cost }: Subject): number {
  if (!isPriced(cost)) return 0;
  return cost.lines
    .filter(({ item }) => item === "images" || item === "web-search-content")
    .reduce((sum, line) => sum + line.quantity, 0);
}

/** Input tokens above which each of the models bills more a token. */
export function longInputSteps(
  subjects: readonly Subject[],
): { subject: Subject; tokens: number }[] {
  return subjects.flatMap((subject) => {
    const aboveInputTokens = longContextStep(subject.assessment.sheet)?.aboveInputTokens ?? null;
    return aboveInputTokens === null ? [] : [{ subject, tokens: aboveInputTokens }];
  });
}
