/** Alerts of a recommendation about shutdowns, with what the vendor names next. */
import { WITHOUT_REASONING } from "../../../facts/reasoning.ts";
import { daysBetween } from "../../../facts/calendar.ts";
import { shutdown, successorTerms } from "../../../words/endings.ts";
import { sentence } from "../../../words/sentences.ts";
import type { ExcludedModel } from "../ranking-schema.ts";
import type { RecommendationResult, Warning } from "../schema.ts";
import { nameIn } from "../names.ts";
import type { Block } from "../../../format/document.ts";
import { SPARE } from "./spare.ts";

export function isShutDown(model: ExcludedModel): boolean {
  return model.reasons.some((reason) => reason.constraint === "lifecycle.shutdown");
}

/**
 * The ending of the pick, or of everything that was looked at, and what is named next; null when none is announced.
 * Where the screen is full the ending stands alone.
 */
export function endingAlert(
  result: RecommendationResult,
  successor: RecommendationResult["successor"] = result.successor,
): Extract<Block, { kind: "alert" }> | null {
  const shown = result.recommendation?.model;
  const endings = result.warnings.filter(
    (warning) => warning.code === "shutdown-announced" || warning.code === "shut-down",
  );
  const own = endings.find((warning) => warning.model === shown) ?? endings[0];
  // Once the models a day's question was about are gone, that comes before what is served instead.
  const isOwn = shown === undefined || own?.model === shown || own?.code === "shut-down";
  const next = successorLine(successor);
  if (own === undefined || !isOwn) return next === null ? null : { kind: "alert", text: next };
  const shared = endings.filter(
    ({ date, code, vendor }) => date === own.date && code === own.code && vendor === own.vendor,
  );
  const ending = shutdownLine(own, shared, result);
  return next === null
    ? { kind: "alert", text: ending }
    : { kind: "alert", text: `${ending} ${next}`, brief: { text: ending, spare: SPARE.successor } };
}

/** Who ends, and when. The pick alone needs no name, two candidates out of two are "both". */
function shutdownLine(
  { date = "", vendor }: Warning,
  shared: readonly Warning[],
  result: RecommendationResult,
): string {
  const models = result.ranking.length + result.excluded.length;
  const called = calledTogether(shared.length, models);
  const pick = result.recommendation?.model;
  const isPickAlone = shared.every(({ model }) => model === pick);
  const text = shutdown({
    names: isPickAlone ? [] : shared.map(({ model = "" }) => nameIn(result, model)),
    ...(called === null ? {} : { called }),
    date,
    days: daysBetween(result.asOf, date),
    vendor: vendor ?? null,
  });
  return sentence(text);
}

/** Two of two are `both models`, and of many the names would fill the screen; null where names do. */
function calledTogether(ending: number, models: number): string | null {
  if (ending < 2 || (ending === 2 && models > 2)) return null;
  if (ending < models) return `${ending} of ${models} models`;
  return models === 2 ? "both models" : `all ${models} models`;
}

function successorLine(successor: RecommendationResult["successor"]): string | null {
  if (successor === null) return null;
  const { usdPerMonthAtDefaultEffortPoint: atDefault, reasoningEffort } = successor;
  const terms = successorTerms({
    ...successor,
    isReasoningOff: reasoningEffort === WITHOUT_REASONING,
    atDefaultEffort: atDefault === null ? null : { usdPerMonth: atDefault, range: null },
  });
  return `${successor.namedBy} names ${successor.model}: ${terms}. More: pick-model migrate ${successor.of}.`;
}
