/**
 * Context and options of the decision record: the work, the question, what decides, and what speaks for and against
 * each model.
 */
import type { Need } from "../../../decision/need.ts";
import { qualityIndex } from "../../../facts/logits.ts";
import type { Criterion } from "../../../schema/vocabulary.ts";
import {
  asStated,
  count,
  duration,
  exactMoney,
  list,
  money,
  percent,
  index,
  points,
} from "../../../words/figures.ts";
import { lowered } from "../../../words/sentences.ts";
import { assumedValue } from "../../../words/workload.ts";
import type { Answer } from "../../recommendation/recommend.ts";
import type { RecommendationResult } from "../../recommendation/schema.ts";
import type { Explanation } from "../schema.ts";
import { line, paragraph, bullets } from "./markup.ts";

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

type Row = RecommendationResult["ranking"][number];

/** Options of the decision record: each model with what speaks for and against it, in the user's own units. */
export function optionSections(answer: Answer): string[] {
  const { ranking, excluded } = answer.result;
  return [
    ...ranking.flatMap((row) => [
      `### ${line(row.name)}`,
      bullets(argumentsOf(row, answer).map(line)),
    ]),
    ...excluded.flatMap(({ name, reasons, closestChange }) => [
      `### ${line(name)}`,
      bullets(
        [
          ...reasons.map((reason) => `Bad, because it ${reason.message} (${reason.origin})`),
          closestChange === null
            ? "Neutral, because nothing that can be changed here lets it in"
            : `Neutral, because one could let it in: ${closestChange}`,
        ].map(line),
      ),
    ]),
  ];
}

function argumentsOf(row: Row, { result, decision: { need } }: Answer): string[] {
  const other = result.ranking.find((each) => each.model !== row.model);
  const { cost, latency, quality } = row.criteria;
  const bar = index(qualityIndex(need.quality.barLogits));
  const isAhead = other !== undefined && verdict(row, other, "quality") === "Good";
  const short = `short of the ${bar} asked for`;
  const standing = row.meetsBar
    ? `enough for the ${bar} asked for`
    : isAhead
      ? `more than ${other.name}, if ${short}`
      : short;
  const reach = latency.metric === "full-answer" ? "the complete answer" : "the first sentence";
  return [
    `${verdict(row, other, "cost")}, because it costs ${money(cost.value)} a month`,
    `${verdict(row, other, "latency")}, because ${reach} is there after ${duration(latency.value)} (${duration(latency.low)} to ${duration(latency.high)})`,
    quality.evidence.length === 0
      ? "Neutral, because no source measures its quality at this work"
      : `${verdict(row, other, "quality")}, because its estimated quality is ${index(quality.index)} of 100, ${standing}`,
    ...(row.dominatedBy.length === 0
      ? []
      : [`Bad, because ${list(row.dominatedBy)} is at least as good in everything`]),
    ...row.open.map((each) => `Bad, because it ${each.message}`),
  ];
}

/** By the points a criterion puts between the two; without a rival by whether it is what was asked for. */
function verdict(row: Row, other: Row | undefined, criterion: Criterion): string {
  if (other === undefined) return isReached(row, criterion) ? "Good" : "Bad";
  const lead = row.criteria[criterion].contribution - other.criteria[criterion].contribution;
  // Points are told to one decimal: a smaller lead would print as none.
  if (Number(points(Math.abs(lead))) === 0) return "Neutral";
  return lead > 0 ? "Good" : "Bad";
}

function isReached({ withinBudget, meetsLatency, meetsBar }: Row, criterion: Criterion): boolean {
  return { cost: withinBudget, latency: meetsLatency, quality: meetsBar }[criterion];
}
