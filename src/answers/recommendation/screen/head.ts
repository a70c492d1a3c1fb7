/** Above the table: the pick and how sure it is, shutdowns and what the vendor names next, other alerts. */
import { unconfirmed } from "../../../decision/screening.ts";
import { WITHOUT_REASONING } from "../../../facts/fact-sheets.ts";
import { type Block, span, strong, type Text, type Tone } from "../../../format/document.ts";
import { daysBetween } from "../../../schema/texts.ts";
import type { ConfidenceLabel } from "../../../schema/vocabulary.ts";
import { shutdown, type SuccessorFigures, successorTerms } from "../../../words/endings.ts";
import { outOfHundred } from "../../../words/figures.ts";
import { mayQualify, unconfirmedNeeds } from "../../../words/findings.ts";
import { requirementAsked } from "../../../words/requirement-sentences.ts";
import { whatIfRuns, sentence } from "../../../words/sentences.ts";
import type { ExcludedModel } from "../ranking-schema.ts";
import type { Answer } from "../recommend.ts";
import { nameIn } from "../record-entries.ts";
import type { RecommendationResult, Successor, Warning } from "../schema.ts";
import { alone } from "../summary.ts";
import type { WarningCode } from "../vocabulary.ts";
import { warningsTold } from "../warnings/index.ts";
import { SPARE } from "./spare.ts";

const TONE_OF: Record<Exclude<ConfidenceLabel, "toss-up">, Tone | null> = {
  high: "good",
  moderate: null,
  low: "warning",
};

export function headlineOf(answer: Answer): Block {
  const { result } = answer;
  const pick = result.recommendation;
  if (pick === null) {
    const gone = result.excluded.length > 0 && result.excluded.every((each) => isShutDown(each));
    const text = gone
      ? "Shut down: no model is left to choose"
      : "No model meets these requirements";
    return { kind: "headline", left: [span("bad", text)] };
  }
  return {
    kind: "headline",
    left: [strong(pick.name)],
    right: sureness(answer, whatIfRuns),
    brief: { text: sureness(answer, outOfHundred), spare: SPARE.runs },
  };
}

/** @param told of how many runs it is first */
function sureness(
  { result, decision }: Answer,
  told: (share: number, draws: number) => string,
): Text {
  const pick = result.recommendation;
  const [first, second] = decision.ranking;
  if (pick === null || first === undefined) return "";
  const { screened } = first;
  const needs = unconfirmed(screened).length;
  if (needs > 0) return [span("warning", mayQualify(needs))];
  if (second === undefined) return alone(decision);
  if (second.screened.screen !== screened.screen) return "the only one known to qualify";
  const { probability, label, draws } = pick.confidence;
  if (pick.tie) {
    return [span("warning", "a tie"), `: either will do (${outOfHundred(probability)})`];
  }
  if (label === "toss-up") {
    return [span("warning", "a toss-up"), `: ${told(probability, draws)}`];
  }
  const tone = TONE_OF[label];
  const word = tone === null ? label : span(tone, label);
  return ["confidence ", word, `: ${told(probability, draws)}`];
}

export function isShutDown(model: ExcludedModel): boolean {
  return model.reasons.some((reason) => reason.constraint === "lifecycle.shutdown");
}

/**
 * The ending of the pick, or of everything that was looked at, and what is named next; null when none is announced.
 * Where the screen is full the ending stands alone.
 */
export function endingAlert(
  result: RecommendationResult,
  successor: Successor | null = result.successor,
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

function successorLine(successor: Successor | null): string | null {
  if (successor === null) return null;
  const { namedBy, model, of } = successor;
  const terms = successorTerms(figuresOf(successor));
  return `${namedBy} names ${model}: ${terms}. More: pick-model migrate ${of}.`;
}

/** On a screen its bill at the default effort is one figure. */
export function figuresOf(successor: Successor): SuccessorFigures {
  const { usdPerMonthAtDefaultEffortPoint: atDefault, reasoningEffort } = successor;
  return {
    ...successor,
    isReasoningOff: reasoningEffort === WITHOUT_REASONING,
    atDefaultEffort: atDefault === null ? null : { usdPerMonth: atDefault, range: null },
  };
}

/** Warnings shown on the screen; the others stand in the table, in `explain` and in the JSON. */
const SHOWN: readonly WarningCode[] = [
  "image-cost",
  "assumed-workload",
  "wait-straddles-limit",
  "tight-context",
  "fine-tuning-closing",
  "thin-evidence",
  "stale-catalog",
];

/** Said of every model, because each one's figure is news, or because what is not known of one decides for the other. */
const OF_EVERY_MODEL: readonly WarningCode[] = ["image-cost", "assumed-workload", "thin-evidence"];

/** What a reader must know before the reasons: endings, needs nobody confirms, surprises in cost, disputed facts. */
export function alertsOf({ result, decision }: Answer): Block[] {
  const pick = result.recommendation?.model;
  const warnings = result.warnings.filter(
    (warning) =>
      SHOWN.includes(warning.code) &&
      (warning.model === undefined ||
        warning.model === pick ||
        OF_EVERY_MODEL.includes(warning.code)),
  );
  const disputed = result.hingesOn.find((hinge) => hinge.disputed);
  const unconfirmedNeed = unconfirmedAlert(decision);
  const texts = warningsTold(warnings);
  const ending = endingAlert(result);
  return [
    ...(ending === null ? [] : [ending]),
    ...unconfirmedNeed.map(alert),
    ...texts.map((text): Block => ({ ...alert(text), spare: SPARE.otherAlert })),
    ...(disputed === undefined
      ? []
      : [
          {
            ...alert(`This answer hinges on a disputed fact. ${disputed.message}`),
            spare: SPARE.otherAlert,
          },
        ]),
  ];
}

/** All of them in one sentence: the record has one a need. */
function unconfirmedAlert({ ranking: [pick], need }: Answer["decision"]): string[] {
  const open = pick === undefined ? [] : unconfirmed(pick.screened);
  if (pick === undefined || open.length === 0) return [];
  const asked = open.map((check) => requirementAsked(check, need));
  return [unconfirmedNeeds(pick.assessment.candidate.name, asked)];
}

function alert(text: string): Block {
  return { kind: "alert", text: sentence(text) };
}
