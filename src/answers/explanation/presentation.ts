/** The account of one model for every format: the document, the JSON, one spreadsheet row a fact, one sentence. */
import type { Document } from "../../format/document.ts";
import type { Presentation } from "../../format/presentation.ts";
import { signedPoints } from "../../words/figures.ts";
import { isShort, shortened } from "../../words/sentences.ts";
import type { Answer } from "../recommendation/recommend.ts";
import type { Explanation } from "./schema.ts";
import { alertsOf, answerBlocks, headlineOf } from "./screen/answer.ts";
import { changeBlocks } from "./screen/changes.ts";
import { costBlocks } from "./screen/cost.ts";
import { evidenceBlocks } from "./screen/evidence.ts";
import { explanationOverview } from "./screen/overview.ts";
import { qualityBlocks } from "./screen/quality.ts";
import { requirementBlocks } from "./screen/requirements.ts";
import { explanationGrid } from "./screen/rests-on.ts";
import { scoreBlocks } from "./screen/score.ts";
import { waitBlocks } from "./screen/wait.ts";

/** @param answer for the account on one screen and the decision record; null for the whole account */
export function presentExplanation(
  explanation: Explanation,
  answer: Answer | null = null,
): Presentation {
  return {
    data: () => explanation,
    document: () =>
      answer === null ? documentOf(explanation) : explanationOverview(explanation, answer),
    grid: () => explanationGrid(explanation),
    summary: () => explanationSummary(explanation),
    // Nobody asked for the closest of those that do not qualify by name: as an answer it is nobody.
    quiet: () => (explanation.subject === "closest" ? [] : [explanation.model]),
  };
}

function documentOf(explanation: Explanation): Document {
  return {
    title: `${explanation.name} explained`,
    blocks: [
      headlineOf(explanation),
      ...alertsOf(explanation),
      ...answerBlocks(explanation),
      ...requirementBlocks(explanation),
      ...costBlocks(explanation),
      ...waitBlocks(explanation),
      ...qualityBlocks(explanation),
      ...scoreBlocks(explanation),
      ...changeBlocks(explanation),
      ...evidenceBlocks(explanation),
    ],
  };
}

/** The account in one sentence of at most 200 characters. */
export function explanationSummary({ standing, score }: Explanation): string {
  const place = standing.message;
  const parts =
    score?.versus && standing.status !== "excluded" && standing.status !== "not-considered"
      ? `: ${score.versus.criteria
          .map(
            ({ criterion, difference }) =>
              `${criterion === "latency" ? "wait" : criterion} ${signedPoints(difference)}`,
          )
          .join(", ")}`
      : "";
  const change = standing.closestChange === null ? "" : `. To let it in: ${standing.closestChange}`;
  const whole = `${place}${parts}${change}.`;
  return isShort(whole) ? whole : shortened(`${place}.`);
}
