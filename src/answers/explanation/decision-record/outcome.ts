/** Outcome and consequences of the decision record: what was chosen and why, and what follows from it. */
import { index, money, points, signedPoints } from "../../../words/figures.ts";
import { whatIfRuns, lowered } from "../../../words/sentences.ts";
import type { Answer } from "../../recommendation/recommend.ts";
import type { RecommendationResult, Warning } from "../../recommendation/schema.ts";
import type { Explanation } from "../schema.ts";
import { line, paragraph } from "./markup.ts";

export function outcome({ result, decision }: Answer, { score }: Explanation): string[] {
  const pick = result.recommendation;
  if (pick === null) {
    const reasons = result.excluded.map(
      ({ name, reasons: each }) => `${name} ${each.map((reason) => reason.message).join(" and ")}`,
    );
    const text = `Chosen option: none, because no option meets every requirement: ${reasons.join("; ")}.`;
    return [paragraph(text)];
  }
  const versus = score?.versus ?? null;
  const reason =
    versus === null || pick.runnerUp === null
      ? aloneBecause(decision)
      : `it scores ${points(pick.score)} of 100 against ${points(versus.score)} for ${versus.name} (${versus.criteria
          .map(({ criterion, difference }) => `${wordFor(criterion)} ${signedPoints(difference)}`)
          .join(", ")})`;
  const tie = pick.tie ? " The two are practically tied: either is a sound choice." : "";
  const { confidence } = pick;
  const sure = `It comes first in ${whatIfRuns(confidence.probability, confidence.draws)} (confidence: ${confidence.label}${confidence.cap === null ? "" : `, held down because ${confidence.cap}`}).`;
  return [
    paragraph(`Chosen option: "${pick.name}", because ${reason}.${tie}`),
    ...(versus === null ? [] : [paragraph(sure)]),
  ];
}

/** An open need is no need met. */
function aloneBecause({ ranking: [pick], excluded }: Answer["decision"]): string {
  if (excluded.length === 0) return "it is the only option that was considered";
  return pick?.screened.screen === "feasible"
    ? "it is the only option that meets every requirement"
    : "it is the only option that is not ruled out";
}

export function wordFor(criterion: string): string {
  return criterion === "latency" ? "wait" : criterion;
}

/** Notes on the state of the evidence are no consequences; they stand under the sources. */
const ABOUT_EVIDENCE: readonly Warning["code"][] = [
  "disputed-fact",
  "stale-fact",
  "secondary-source",
  "stale-catalog",
  "article-claim-contradicted",
];

export function consequences({ result }: Answer): string[] {
  const [first, second] = result.ranking;
  const about = result.warnings.filter(
    (warning) =>
      !ABOUT_EVIDENCE.includes(warning.code) &&
      (result.recommendation === null ||
        warning.model === undefined ||
        warning.model === first?.model),
  );
  const bad = about.map((warning) => `Bad, because ${lowered(warning.message)}`);
  if (result.recommendation === null || first === undefined) {
    return [
      "Good, because no requirement is given up without somebody deciding so",
      "Bad, because the project has no model until a requirement changes",
      ...bad,
    ].map(line);
  }
  return [...good(first, second), ...bad].map(line);
}

function good(
  first: RecommendationResult["ranking"][number],
  second: RecommendationResult["ranking"][number] | undefined,
): string[] {
  const { cost, quality } = first.criteria;
  const saved = second === undefined ? 0 : second.criteria.cost.value - cost.value;
  const bill = `${money(cost.value)} a month`;
  const billed =
    second === undefined
      ? `Good, because it costs ${bill}`
      : saved >= 0
        ? `Good, because it costs ${bill} instead of ${money(second.criteria.cost.value)}`
        : `Bad, because it costs ${bill}, ${money(-saved)} more than ${second.name}`;
  return [
    billed,
    ...(first.meetsLatency ? ["Good, because it answers within the target"] : []),
    ...(first.meetsBar && quality.evidence.length > 0
      ? [
          `Good, because its estimated quality of ${index(quality.index)} of 100 reaches what the work asks for`,
        ]
      : []),
  ];
}
