/** The model to move to, how sure that is, and what would settle what is not known of it. */
import type { Confidence } from "../../decision/confidence.ts";
import { list, money } from "../../words/figures.ts";
import { capReason } from "../../words/sentences.ts";
import type { Migration, Target, OldModel } from "./schema.ts";
import { QUALITY } from "./targets.ts";

/** @param open what is not known of the target, by its field */
export function recommendationOf(
  target: Target | undefined,
  open: readonly string[],
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
    settles: settlesOf(target, open, from),
    summary: summaryOf(target, open, from),
  };
}

/** `Move from GPT-4o mini by 2027-01-14 to GPT-6 Luna, if …` */
function summaryOf(
  { name, status, cost, quality }: Target,
  open: readonly string[],
  from: OldModel,
): string {
  const isOver = from.daysLeft !== null && from.daysLeft < 0;
  const end = from.shutdown === null || isOver ? "" : ` before ${from.shutdown}`;
  const before = from.usdPerMonth === null ? "" : ` instead of ${money(from.usdPerMonth)}`;
  const bill = `${money(cost.usdPerMonth)} a month${before}`;
  const head = `Move from ${from.name} to ${name}${end}: ${bill}`;
  if (status === "qualifies") {
    return quality?.meetsBar === false
      ? `${head}; short of the quality asked for.`
      : `${head}; it meets what you require.`;
  }
  return `${head}; it may qualify: ${list(open)} not known.`;
}

function settlesOf({ name }: Target, open: readonly string[], from: OldModel): string[] {
  return open.map((field) =>
    field === QUALITY ? sameQuestions(name, from) : `${field}: state it yourself with --catalog`,
  );
}

/** A model that is gone answers nothing any more: what is left are the answers it gave. */
function sameQuestions(name: string, { shutdown, daysLeft }: OldModel): string {
  if (daysLeft !== null && daysLeft < 0) {
    return `50 to 100 of your prompts on ${name}, beside the old model's recorded answers`;
  }
  const end = shutdown === null ? "" : `, before ${shutdown}`;
  return `the same 50 to 100 of your prompts on both${end}`;
}
