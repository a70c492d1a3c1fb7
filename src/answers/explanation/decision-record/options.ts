/** Options of the decision record: each model with what speaks for and against it, in the user's own units. */
import { duration, index, list, money, points } from "../../../words/figures.ts";
import { qualityIndex } from "../../../facts/logits.ts";
import type { Answer } from "../../recommendation/recommend.ts";
import type { RecommendationResult } from "../../recommendation/schema.ts";
import type { Criterion } from "../../../schema/vocabulary.ts";
import { bullets, line } from "./markup.ts";

type Row = RecommendationResult["ranking"][number];

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
