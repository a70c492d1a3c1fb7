/** What a reader must know before the reasons: endings, surprises in cost, limits left open, disputed facts. */
import type { Answer } from "../recommend.ts";
import { sentence } from "../../../words/sentences.ts";
import type { WarningCode } from "../vocabulary.ts";
import { endingAlert } from "./endings.ts";

/** Warnings shown on the screen; the others stand in `explain` and in the JSON. */
const SHOWN: readonly WarningCode[] = [
  "over-budget",
  "image-cost",
  "assumed-workload",
  "wait-straddles-limit",
  "tight-context",
  "fine-tuning-closing",
  "article-claim-contradicted",
  "thin-evidence",
  "stale-catalog",
];

/** Said of every model, because each one's figure is news, or because what is not known of one decides for the other. */
const OF_EVERY_MODEL: readonly WarningCode[] = ["image-cost", "assumed-workload", "thin-evidence"];

export function alertsOf({ result }: Answer): string[] {
  const pick = result.recommendation?.model;
  const warnings = result.warnings.filter(
    (warning) =>
      SHOWN.includes(warning.code) &&
      (warning.model === undefined ||
        warning.model === pick ||
        OF_EVERY_MODEL.includes(warning.code)),
  );
  const disputed = result.hingesOn.find((hinge) => hinge.disputed);
  return [
    endingAlert(result),
    disputed === undefined ? null : `This answer hinges on a disputed fact. ${disputed.message}.`,
    ...new Set(warnings.map((warning) => warning.message)),
  ]
    .filter((text) => text !== null)
    .map(sentence);
}
