/** Context and drivers of the decision record: the work, the question, criteria and hard requirements. */
import {
  asStated,
  count,
  duration,
  exactMoney,
  list,
  money,
  percent,
} from "../../../words/figures.ts";
import { lowered } from "../../../words/sentences.ts";
import { assumedValue } from "../../../words/workload.ts";
import type { Need } from "../../../decision/need.ts";
import type { Answer } from "../../recommendation/recommend.ts";
import type { Explanation } from "../schema.ts";
import { line, paragraph } from "./markup.ts";

/** The kinds of work by name. */
export function workOf({ decision: { need, sheets } }: Answer): string {
  const { tasks } = sheets.catalog;
  const names = need.tasks.map(({ id }) => tasks.find((task) => task.id === id)?.name ?? id);
  return list(names.map(lowered));
}

export function context(answer: Answer): string[] {
  const { decision, result } = answer;
  const { need } = decision;
  const assumed = result.assumptions.map(assumedValue);
  const work = `The project needs a language model for this work: ${workOf(answer)}, of ${need.complexity} difficulty. It sends ${count(need.workload.requestsPerMonth)} requests a month, ${requestOf(need)}.`;
  const question = `Which of ${result.ranking.length + result.excluded.length} models should it call, as seen on ${result.asOf}?`;
  const stated =
    assumed.length === 0
      ? "All of this was stated."
      : `Nobody stated, so these were assumed: ${list(assumed)}.`;
  return [paragraph(`${work} ${question}`), paragraph(stated)];
}

function requestOf({ workload }: Need): string {
  const { inputTokens, outputTokens, images, serviceTier } = workload;
  const pictures = images.reduce((sum, image) => sum + image.count, 0);
  const parts = [
    `${asStated(inputTokens.mean)} input tokens`,
    `${asStated(outputTokens.mean)} output tokens`,
    ...(pictures === 0 ? [] : [`${asStated(pictures)} ${pictures === 1 ? "image" : "images"}`]),
  ];
  const tier = serviceTier === "standard" ? "" : ` in the ${serviceTier} tier`;
  return `each with ${list(parts)}${tier}`;
}

/** The criteria by what they count, then every hard requirement that somebody stated. */
export function drivers({ decision: { need } }: Answer, { tested }: Explanation): string[] {
  const { budget, latency, quality, weighting } = need;
  const { weights } = weighting;
  const unlimited = budget.usdPerMonth === Infinity;
  const measure = latency.measure === "full-answer" ? "complete answer" : "first sentence";
  const criteria = [
    `Cost: ${unlimited ? "no budget" : `a budget of ${money(budget.usdPerMonth)} a month`}; ${percent(weights.cost)} of the weight`,
    `Wait: ${latency.targetSeconds === Infinity ? "nobody waits" : `${duration(latency.targetSeconds)} to the ${measure}`}; ${percent(weights.latency)} of the weight`,
    `Quality: ${quality.word}; ${percent(weights.quality)} of the weight`,
  ];
  const hard = tested
    .filter((test) => ["flag", "file", "stdin", "use-case"].includes(test.originKind))
    .filter((test) => !test.constraint.startsWith("workload."))
    .map(({ tests, required, unit, origin }) => {
      const value =
        typeof required !== "number"
          ? required === true || required === null
            ? ""
            : ` ${String(required)}`
          : unit === "USD"
            ? ` ${exactMoney(required)}`
            : ` ${asStated(required)}${unit === null ? "" : ` ${unit}`}`;
      return `Required: ${tests}${value} (${origin})`;
    });
  return [...criteria, ...hard].map(line);
}
