/** The model to move to, how sure that is, and what would settle what is not known of it. */
import type { Confidence } from "../../decision/confidence.ts";
import { capReason } from "../../words/confidence.ts";
import { list, money } from "../../words/figures.ts";
import type { Migration, Target, OldModel } from "./schema.ts";

export function recommendationOf(
  target: Target | undefined,
  from: OldModel,
  confidence: Confidence | null,
  nameOf: (modelId: string) => string,
): Migration["recommendation"] {
  if (target === undefined || confidence === null) return null;
  const { model, name, status } = target;
  return {
    model,
    name,
    status,
    confidence: {
      probability: confidence.probabilityBest[model] ?? 0,
      overWeights: confidence.overWeights,
      label: confidence.label,
      cap: confidence.cap === null ? null : capReason(confidence.cap, nameOf),
      draws: confidence.draws,
      seed: confidence.seed,
    },
    settles: settlesOf(target, from),
    summary: summaryOf(target, from),
  };
}

/** `Move from GPT-4o mini by 2027-01-14 to GPT-6 Luna, if …` */
function summaryOf({ name, status, cost, open, quality }: Target, from: OldModel): string {
  const end = from.shutdown === null ? "" : ` before ${from.shutdown}`;
  const before = from.usdPerMonth === null ? "" : ` instead of ${money(from.usdPerMonth)}`;
  const bill = `${money(cost.usdPerMonth)} a month${before}`;
  const head = `Move from ${from.name} to ${name}${end}: ${bill}`;
  if (status === "qualifies") {
    return quality?.meetsBar === false
      ? `${head}; short of the quality asked for.`
      : `${head}; it meets what you require.`;
  }
  return `${head}; it may qualify: ${list(open.map(({ constraint }) => openWord(constraint)))} not known.`;
}

function openWord(constraint: string): string {
  return constraint.replace(/^.*\./, "");
}

function settlesOf({ open }: Target, from: OldModel): string[] {
  const end = from.shutdown === null ? "" : `, before ${from.shutdown}`;
  return open.map(({ constraint }) =>
    constraint === "quality"
      ? `the same 50 to 100 of your prompts on both${end}`
      : `${openWord(constraint)}: state it yourself with --catalog`,
  );
}
