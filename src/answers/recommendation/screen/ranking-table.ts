/** The table of models: what each would cost, how long it takes, how good it is, what it lacks of whose wish. */
import type { Decision, RankedModel } from "../../../decision/decision.ts";
import { isStated, type Need } from "../../../decision/need.ts";
import { isKnown } from "../../../decision/own-results.ts";
import { unconfirmed } from "../../../decision/screening.ts";
import type { NumericFact } from "../../../facts/claims.ts";
import { qualityIndex } from "../../../facts/logits.ts";
import { type Block, type Span, span, type Text, type Tone } from "../../../format/document.ts";
import { counted, duration, indexPair, money } from "../../../words/figures.ts";
import { SPARE } from "./spare.ts";

/** Of more models the first must do. */
const MOST_ROWS = 5;
/** An arrow before the first of a table's names, and as much room before the others: no place to break a line. */
export function marked(name: string, isFirst: boolean): string {
  return `${isFirst ? "→" : "\u00A0"}\u00A0${name}`;
}

export function rankingTable(decision: Decision): Block | null {
  const { ranking, need } = decision;
  if (ranking.length === 0) return null;
  const wait = need.latency.measure === "first-sentence" ? "first words" : "full answer";
  const isStarred = ranking.some((model) => isDoubtful(model));
  const shown = ranking.length > MOST_ROWS ? ranking.slice(0, MOST_ROWS - 1) : ranking;
  const rows = shown.map((model, place) => rowOf(model, place === 0, isStarred, decision));
  const left = ranking.length - shown.length;
  if (left > 0) rows.push([[span("dim", marked(`and ${left} more`, false))], "", "", "", ""]);
  const hasRemarks = rows.some((row) => row.at(-1) !== "");
  return {
    kind: "table",
    isBrief: true,
    spareRows: SPARE.otherModels,
    columns: [
      { header: "", align: "left" },
      { header: "a month", align: "right" },
      { header: `${wait}${isStarred ? STAR_ROOM : ""}`, align: "right" },
      { header: "quality", align: "right" },
      ...(hasRemarks ? [{ header: "", align: "left" } as const] : []),
    ],
    rows: hasRemarks ? rows : rows.map((row) => row.slice(0, -1)),
  };
}

const STAR = "\u00A0*";
const STAR_ROOM = "\u00A0\u00A0";

function rowOf(
  model: RankedModel,
  isPick: boolean,
  isStarred: boolean,
  decision: Decision,
): Text[] {
  const { latency } = decision.need;
  const wait = isWaitKnown(model)
    ? `about\u00A0${duration(model.attributes.latency.point).replaceAll(" ", "\u00A0")}`
    : "unknown";
  const mark = isDoubtful(model) ? STAR : isStarred ? STAR_ROOM : "";
  const isLate = isWaitKnown(model) && model.attributes.latency.point > latency.targetSeconds;
  const tone: Tone = isPick ? "chosen" : "dim";
  const said = (text: string, own: Tone = tone): (string | Span)[] => [span(own, text)];
  return [
    said(marked(model.id, isPick)),
    said(money(model.cost.usdPerMonth)),
    [...said(wait, isLate ? "warning" : tone), mark],
    said(qualityText(model, decision)),
    remarks(model, decision),
  ];
}

/** Old or disputed: of the wait, which others measure and which moves. */
export function doubtfulFacts({ assessment: { wait } }: RankedModel): NumericFact[] {
  return wait.facts.filter((fact) => fact.status === "stale" || fact.disputedBy.length > 0);
}

function isDoubtful(model: RankedModel): boolean {
  return isWaitKnown(model) && doubtfulFacts(model).length > 0;
}

function qualityText(model: RankedModel, { need }: Decision): string {
  if (!isQualityKnown(model)) return "unknown";
  const [own] = indexPair(
    qualityIndex(model.attributes.quality.point),
    qualityIndex(need.quality.barLogits),
  );
  return own;
}

/** What the model lacks of what was asked; empty where it lacks nothing. */
function remarks(model: RankedModel, { need }: Decision): Text {
  const needs = unconfirmed(model.screened).length;
  const assumed = model.screened.open.filter(({ assumedWorkload }) => assumedWorkload === true);
  const isOverLimit = assumed.some(({ name }) => name === "monthlyCost");
  const { word, usdPerMonth } = need.budget;
  const { barLogits } = need.quality;
  const { point } = model.attributes.quality;
  const [, bar] = indexPair(qualityIndex(point), qualityIndex(barLogits));
  const isShort = isQualityKnown(model) && point < barLogits;
  const isOver = word !== null && model.cost.usdPerMonth > usdPerMonth;
  const parts = [
    needs > 0 ? span("warning", `? ${counted(needs, "need")} unconfirmed`) : null,
    isOverLimit ? span("warning", `? over your ${money(need.limits.usdPerMonth ?? 0)}`) : null,
    !isOverLimit && assumed.length > 0 ? span("warning", "? a limit is untested") : null,
    isShort ? span("warning", `wanted: ${bar}`) : null,
    isOver ? span("bad", isShort ? "over budget" : `over ${budgetOf(need)}`) : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return "";
  return parts.flatMap((part, place) => (place === 0 ? [part] : [", ", part]));
}

// Whether anybody measured a model, and whose wish a figure is held against.

/** A quality that no benchmark of this work measures is a cautious guess, and printed as unknown. */
export function isQualityKnown({ assessment: { quality } }: Pick<RankedModel, "assessment">) {
  return isKnown(quality);
}

export function isWaitKnown({ assessment: { wait } }: Pick<RankedModel, "assessment">): boolean {
  return wait.missing.length === 0;
}

/** `your $100 budget`, `the $1,000 budget`. */
export function budgetOf(need: Need): string {
  return `${whose(need, "budget")} ${money(need.budget.usdPerMonth)} budget`;
}

/** `your 1 s`, `10 s`. */
export function targetOf(need: Need): string {
  const target = duration(need.latency.targetSeconds);
  return isStated(need, "latency") ? `your ${target}` : target;
}

function whose(need: Need, field: string): "your" | "the" {
  return isStated(need, field) ? "your" : "the";
}

/** Who says so, before the figure: `you asked: `, `preset: `, `assumed: `. */
export function saidBy(need: Need, field: string): string {
  if (isStated(need, field)) return "you asked:";
  return need.origins[field]?.from === "use-case" ? "preset:" : "assumed:";
}
