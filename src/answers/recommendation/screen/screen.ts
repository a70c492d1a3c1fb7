/** The terminal answer: the pick first, what to know, the figures, why, what would change it, and the way on. */
import type { Answer } from "../recommend.ts";
import type { Block, Document, ScreenFit } from "../../../format/document.ts";
import { counted } from "../../../words/figures.ts";
import { alertsOf } from "./alerts.ts";
import { changesNote } from "./changes.ts";
import {
  assumedNote,
  factsNote,
  firstQuestions,
  footnote,
  isNothingStated,
} from "./foundations.ts";
import { headlineOf } from "./headline.ts";
import { hintBlocks } from "./hints.ts";
import { nobodyBlocks } from "./nobody.ts";
import { rankingTable } from "./ranking-table.ts";
import { exclusionNotes, whyNote } from "./reasons.ts";

/** Of a terminal of 24, with the command and the prompt. */
const LINES = 22;

/** @param isBare who stated nothing is best asked */
function fitOf(isBare: boolean): ScreenFit {
  const more = isBare ? "ask, explain, compare" : "explain, compare";
  return {
    lines: LINES,
    last: (leftOut) =>
      leftOut === 0
        ? `More, same options: pick-model ${more}, cost, report --open`
        : `${counted(leftOut, "note")} more: pick-model explain. Also: ${isBare ? "ask, " : ""}compare, cost, report --open`,
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
    screen: fitOf(isNothingStated(answer.decision.need)),
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
    ...(foot === null ? [] : [{ kind: "paragraph", text: foot, isFootnote: true } as const]),
  ];
}
