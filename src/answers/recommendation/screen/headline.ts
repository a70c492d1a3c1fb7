/** The headline: which model, and how sure that is, in plain words. */
import { unconfirmed } from "../../../decision/screening.ts";
import { type Block, span, strong, type Text, type Tone } from "../../../format/document.ts";
import type { ConfidenceLabel } from "../../../schema/vocabulary.ts";
import { mayQualify } from "../../../words/findings.ts";
import { whatIfRuns } from "../../../words/confidence.ts";
import { outOfHundred } from "../../../words/figures.ts";
import type { Answer } from "../recommend.ts";
import { alone } from "../summary.ts";
import { isShutDown } from "./shutdowns.ts";
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
