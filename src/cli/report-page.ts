/** From a question and its answer to the page that shows it. */
import type { Answer } from "../answers/recommendation/recommend.ts";
import { reportHtml, viewOf } from "../report/index.ts";
import { pageCatalog, type StatedLayer } from "../report/page-data.ts";
import { type Layer, mergeLayers } from "../question/index.ts";
import { leavesOf } from "../question/merge.ts";
import { takeawayOf } from "../question/takeaway.ts";
import { comparisonOf } from "./commands/compare.run.ts";
import { pageScript } from "./page-script.ts";
import { candidatesOf } from "../decision/decision.ts";
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
  // Where a successor stands in for nobody, it is compared too.
  const standIn = viewOf(answer).standsIn ? (answer.result.successor?.model ?? null) : null;
  const asked = candidatesOf(need, question.sheets).map(({ id }) => id);
  const compared =
    standIn === null ? need : { ...need, models: [...new Set([...asked, standIn])], exclude: [] };
  return reportHtml({
    answer,
    comparison: comparisonOf({ ...question, need: compared, isStated: true }, [], {
      evidence: true,
    }),
    takeaway: takeawayOf(stated, sampling, catalog),
    live: isStatic
      ? null
      : {
          data: {
            catalog: pageCatalog(catalog),
            asOf: need.asOf,
            layers: layers.map(statedLayer),
            sampling,
          },
          script: await pageScript(),
        },
  });
}

function statedLayer(layer: Layer): StatedLayer {
  const { from, document } = layer;
  const origins = leavesOf(document).map(([path]) => [path.join("."), layer.originOf(path)]);
  return { from, document, origins: Object.fromEntries(origins) };
}
