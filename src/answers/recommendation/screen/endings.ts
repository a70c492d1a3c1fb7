/** Shutdowns in words, with what the vendor names next. */
import { daysBetween } from "../../../facts/calendar.ts";
import { daysAhead, list, money } from "../../../words/figures.ts";
import type { ExcludedModel, RecommendationResult, Warning } from "../schema.ts";

export function isShutDown(model: ExcludedModel): boolean {
  return model.reasons.some((reason) => reason.constraint === "lifecycle.shutdown");
}

/** The ending of the pick, or of everything that was looked at; null when none is announced. */
export function endingAlert(result: RecommendationResult): string | null {
  const shown = result.recommendation?.model;
  const endings = result.warnings.filter(
    (warning) => warning.code === "shutdown-announced" || warning.code === "shut-down",
  );
  const own = endings.find((warning) => warning.model === shown) ?? endings[0];
  const isOwn = shown === undefined || own?.model === shown;
  if (own === undefined || !isOwn) return successorLine(result);
  const shared = endings.filter(
    (warning) => warning.date === own.date && warning.code === own.code,
  );
  return [sentence(own, shared, result), successorLine(result)]
    .filter((part) => part !== null)
    .join(" ");
}

/** Who ends, and when. The pick alone needs no name, two candidates out of two are "both". */
function sentence(
  warning: Warning,
  shared: readonly Warning[],
  result: RecommendationResult,
): string {
  const total = result.ranking.length + result.excluded.length;
  const names = shared.map((each) => nameOf(each.model ?? "", result));
  const subject =
    shared.length < 2 ? null : shared.length === total && total === 2 ? "Both" : list(names);
  const date = warning.date ?? "";
  const days = daysBetween(result.asOf, date);
  if (days < 0) {
    return `${subject === null ? "Was" : `${subject} were`} shut down in OpenAI's API on ${date}, ${-days} days ago.`;
  }
  return `${subject === null ? "Shuts" : `${subject} shut`} down in OpenAI's API on ${date}, ${daysAhead(days)}.`;
}

function nameOf(id: string, { ranking, excluded }: RecommendationResult): string {
  return [...ranking, ...excluded].find((model) => model.model === id)?.name ?? id;
}

function successorLine({ successor }: RecommendationResult): string | null {
  if (successor === null) return null;
  const { usdPerMonth, usdPerMonthAtDefaultEffortPoint: atDefault } = successor;
  const price =
    usdPerMonth === null
      ? "price for this workload unknown"
      : `${money(usdPerMonth)} a month${atDefault === null ? "" : ` with reasoning off, about ${money(atDefault)} at its default effort (unmeasured)`}`;
  const fit = successor.qualifies
    ? "passes your limits"
    : `${successor.screen === "infeasible" ? "would" : "may"} not qualify: it ${successor.blockedBy.join("; it ")}`;
  const end =
    successor.announcedEnd === null
      ? "no end announced, which is no promise"
      : `ends on ${successor.announcedEnd}`;
  return `OpenAI names ${successor.model}: ${price}; ${fit}; ${end}.`;
}
