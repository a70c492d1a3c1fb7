/** The terminal answer: the pick first, alerts, the figures, why, what would change it, and the way on. */
import { unconfirmed } from "../../../decision/screening.ts";
import type { Block, Document, ScreenFit } from "../../../format/document.ts";
import { counted } from "../../../words/figures.ts";
import { unconfirmedNeeds } from "../../../words/findings.ts";
import { requirementAsked } from "../../../words/requirement-sentences.ts";
import { sentence } from "../../../words/sentences.ts";
import type { Answer } from "../recommend.ts";
import type { WarningCode } from "../vocabulary.ts";
import { warningsTold } from "../warnings/told.ts";
import {
  assumedNote,
  factsNote,
  firstQuestions,
  footnote,
  isNothingStated,
} from "./assumed-and-dated.ts";
import { changesNote } from "./changes.ts";
import { headlineOf } from "./headline.ts";
import { hintBlocks } from "./hints.ts";
import { nobodyBlocks } from "./nobody.ts";
import { rankingTable } from "./ranking-table.ts";
import { exclusionNotes, whyNote } from "./reasons.ts";
import { endingAlert } from "./shutdowns.ts";
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

/** Of a terminal of 24, with the command and the prompt. */
const LINES = 22;

function fitOf({ result, decision }: Answer): ScreenFit {
  // Who stated nothing is best asked.
  const ask = isNothingStated(decision.need) ? ["ask"] : [];
  const others = ["compare", "cost", "report --open"];
  // An explanation is about one model: where none is picked, it does not tell why the others are out.
  const isAboutAll = result.recommendation === null;
  const whole = isAboutAll ? "--format markdown" : "pick-model explain";
  const also = [...ask, ...(isAboutAll ? ["explain"] : []), ...others].join(", ");
  return {
    lines: LINES,
    fillsTerminal: true,
    lastInBrief: (leftOut) => `${counted(leftOut, "note")} more: ${whole}`,
    last: (leftOut) =>
      leftOut === 0
        ? `More, same options: pick-model ${[...ask, "explain", ...others].join(", ")}`
        : `${counted(leftOut, "note")} more: ${whole}. Also: ${also}`,
  };
}

export function recommendationScreen(answer: Answer): Document {
  const { result } = answer;
  const pick = result.recommendation;
  const blocks =
    pick === null
      ? nobodyBlocks(answer)
      : [headlineOf(answer), ...alertsOf(answer), ...answerBlocks(answer)];
  return {
    title: pick?.summary ?? "No model qualifies",
    blocks,
    screen: fitOf(answer),
  };
}

function answerBlocks(answer: Answer): Block[] {
  const { result, decision } = answer;
  const table = rankingTable(decision);
  const isBare = isNothingStated(decision.need);
  const notes = [
    whyNote(answer),
    ...exclusionNotes(result),
    changesNote(answer),
    factsNote(answer),
    isBare ? null : assumedNote(answer),
  ].filter((note) => note !== null);
  const foot = footnote(answer);
  return [
    ...(table === null ? [] : [table]),
    { kind: "notes", rows: notes },
    ...(isBare ? [firstQuestions(answer)] : hintBlocks(answer)),
    ...(foot === null ? [] : [foot]),
  ];
}
