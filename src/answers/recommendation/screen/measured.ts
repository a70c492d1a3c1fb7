/** Measured figures: whether anybody measured a model, and whose wish a figure is held against. */
import type { RankedModel } from "../../../decision/decision.ts";
import { isStated, type Need } from "../../../decision/need.ts";
import { isKnown } from "../../../decision/own-results.ts";
import { duration, money } from "../../../words/figures.ts";

/** A quality that no benchmark of this work measures is a cautious guess, and printed as unknown. */
export function isQualityKnown({ assessment: { quality } }: Pick<RankedModel, "assessment">) {
  return isKnown(quality);
}

export function isWaitKnown({ assessment: { wait } }: Pick<RankedModel, "assessment">): boolean {
  return wait.missing.length === 0;
}

/** `your $100 budget`, `the $1,000 budget`. */
export function budgetOf(need: Need): string {
  return `${whose(need, "budget")} ${money(need.budget.usdPerMonth)} budget`;
}

/** `your 1 s`, `10 s`. */
export function targetOf(need: Need): string {
  const target = duration(need.latency.targetSeconds);
  return isStated(need, "latency") ? `your ${target}` : target;
}

function whose(need: Need, field: string): "your" | "the" {
  return isStated(need, field) ? "your" : "the";
}

/** Who says so, before the figure: `you asked: `, `preset: `, `assumed: `. */
export function saidBy(need: Need, field: string): string {
  if (isStated(need, field)) return "you asked:";
  return need.origins[field]?.from === "use-case" ? "preset:" : "assumed:";
}
