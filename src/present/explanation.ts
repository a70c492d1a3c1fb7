/** The account of one model for every format: the document, the JSON, one spreadsheet row a fact, one sentence. */
import type { Explanation } from "../schema/explanation.ts";
import type { Document } from "../format/document.ts";
import { alertsOf, answerBlocks, headlineOf } from "./explanation/answer.ts";
import { changeBlocks } from "./explanation/changes.ts";
import { costBlocks } from "./explanation/cost.ts";
import { evidenceBlocks } from "./explanation/evidence.ts";
import { explanationGrid } from "./explanation/grid.ts";
import { qualityBlocks } from "./explanation/quality.ts";
import { requirementBlocks } from "./explanation/requirements.ts";
import { scoreBlocks } from "./explanation/score.ts";
import { explanationSummary } from "./explanation/summary.ts";
import { waitBlocks } from "./explanation/wait.ts";
import type { Presentation } from "../format/presentation.ts";

export function presentExplanation(explanation: Explanation): Presentation {
  return {
    data: () => explanation,
    document: () => documentOf(explanation),
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
