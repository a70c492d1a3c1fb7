/** From a question and its answer to the page that shows it. */
import type { Answer } from "../answers/recommendation/recommend.ts";
import { reportHtml, viewOf } from "../report/index.ts";
import type { StatedLayer } from "../report/page-data.ts";
import { type Layer, mergeLayers } from "../question/index.ts";
import { leavesOf } from "../question/merge.ts";
import { takeawayOf } from "../question/takeaway.ts";
import { comparisonOf } from "./commands/compare.run.ts";
import { pageScript } from "./page-script.ts";
import type { StatedQuestion } from "./question.ts";

/** @param isStatic without any script, for mail and archives */
export async function reportPage(
  question: StatedQuestion,
  answer: Answer,
  isStatic: boolean,
): Promise<string> {
  const { catalog, need, layers, recommendOptions } = question;
  const { sampling } = recommendOptions;
  const stated = { ...mergeLayers(layers).document, asOf: need.asOf };
  // Where successors stand in for nobody, they are compared too.
  const includeSuccessors = need.includeSuccessors || viewOf(answer).standsIn;
  return reportHtml({
    answer,
    comparison: comparisonOf(
      { ...question, need: { ...need, includeSuccessors }, isStated: true },
      [],
      { evidence: true },
    ),
    takeaway: takeawayOf(stated, sampling, catalog),
    live: isStatic
      ? null
      : {
          data: { catalog, asOf: need.asOf, layers: layers.map(statedLayer), sampling },
          script: await pageScript(),
        },
  });
}

function statedLayer(layer: Layer): StatedLayer {
  const { from, document } = layer;
  const origins = leavesOf(document).map(([path]) => [path.join("."), layer.originOf(path)]);
  return { from, document, origins: Object.fromEntries(origins) };
}
