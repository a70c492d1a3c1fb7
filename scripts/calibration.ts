/** How often a pick was the published choice, by the certainty printed with it: what the certainty words rest on. */
import { labelOf, type LabelThresholds } from "../src/decision/confidence.ts";
import { CONFIDENCE_LABELS, type ConfidenceLabel } from "../src/schema/vocabulary.ts";
import { percentages, tableOf } from "./agreement.ts";
import type { DecidedCase } from "./published-cases.ts";
import { wilsonInterval } from "./wilson.ts";

export type CalibrationBands = Record<ConfidenceLabel, { cases: number; right: number }>;

/** Cases with a pick and one right answer: where nobody qualifies, or either model would do, nothing is at stake. */
export function calibrationCases(cases: readonly DecidedCase[]) {
  return cases.flatMap((each) =>
    each.probability === null || each.expected === "neither" || each.expected === "either"
      ? []
      : [{ probability: each.probability, isRight: each.pick === each.expected }],
  );
}

export function calibrationBands(
  cases: readonly DecidedCase[],
  thresholds: LabelThresholds,
): CalibrationBands {
  const counted = calibrationCases(cases);
  const band = (label: ConfidenceLabel) => {
    const members = counted.filter(({ probability }) => labelOf(probability, thresholds) === label);
    return { cases: members.length, right: members.filter(({ isRight }) => isRight).length };
  };
  const [high, moderate, low, tossUp] = CONFIDENCE_LABELS;
  return {
    [high]: band(high),
    [moderate]: band(moderate),
    [low]: band(low),
    [tossUp]: band(tossUp),
  };
}

export function calibrationMarkdown(
  cases: readonly DecidedCase[],
  thresholds: LabelThresholds,
): string {
  const counted = calibrationCases(cases);
  const rows = Object.entries(calibrationBands(cases, thresholds)).map(([label, band]) => {
    const members = counted.filter(({ probability }) => labelOf(probability, thresholds) === label);
    const printed = members.reduce((sum, { probability }) => sum + probability, 0) / members.length;
    return [
      label,
      rangeOf(label, thresholds),
      members.length === 0 ? "–" : `${Math.round(printed * 100)} %`,
      `${band.right} of ${band.cases}`,
      percentages(wilsonInterval(band.right, band.cases)),
    ];
  });
  const brier =
    counted.reduce(
      (sum, { probability, isRight }) => sum + (probability - (isRight ? 1 : 0)) ** 2,
      0,
    ) / counted.length;
  return [
    ...tableOf(["word", "printed share", "on average", "right", "95 % interval"], rows),
    "",
    `${counted.length} published choices; Brier score ${brier.toFixed(3)} (0 is perfect, 0.25 is a coin).`,
  ].join("\n");
}

function rangeOf(label: string, { high, moderate, low }: LabelThresholds): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  switch (label) {
    case "high":
      return `from ${percent(high)}`;
    case "moderate":
      return `${percent(moderate)} to ${percent(high)}`;
    case "low":
      return `${percent(low)} to ${percent(moderate)}`;
    default:
      return `below ${percent(low)}`;
  }
}
