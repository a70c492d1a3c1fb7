/** What a reader must know before the reasons: endings, needs nobody confirms, surprises in cost, disputed facts. */
import type { Answer } from "../recommend.ts";
import { unconfirmed } from "../../../decision/screening.ts";
import type { Block } from "../../../format/document.ts";
import { unconfirmedNeeds } from "../../../words/findings.ts";
import { requirementAsked } from "../../../words/requirement-sentences.ts";
import { sentence } from "../../../words/sentences.ts";
import type { WarningCode } from "../vocabulary.ts";
import { warningsTold } from "../warnings/told.ts";
import { endingAlert } from "./endings.ts";
import { SPARE } from "./spare.ts";

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
    ...(ending === null ? [] : [alert(ending)]),
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
