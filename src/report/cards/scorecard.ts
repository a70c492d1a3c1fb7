/** The scorecard: every criterion a block, every model a bar in it, what is needed a line across. */
import type { RecommendationResult } from "../../answers/recommendation/schema.ts";
import type { RankedModel } from "../../decision/decision.ts";
import type { Need } from "../../decision/need.ts";
import { qualityIndex } from "../../facts/logits.ts";
import { CRITERIA, type Criterion } from "../../schema/vocabulary.ts";
import {
  list,
  count,
  duration,
  index,
  money,
  percent,
  points,
  ratio,
} from "../../words/figures.ts";
import { capitalised } from "../../words/sentences.ts";
import type { PageElement } from "../dom.ts";
import { doorOf } from "../door.ts";
import { scoreText, nameElement, plainName, shortName } from "../names.ts";
import type { Pen } from "../pen.ts";
import { isQualityMeasured, isWaitMeasured } from "../view.ts";
import { barOf } from "./bar.ts";
import type { Card } from "./card.ts";

/** Models shown at once; the others open on demand. */
const MOST_MODELS = 5;
/** A need further off than this many times the largest value is told, not drawn. */
const NEED_IN_SIGHT = 4;

/** How a criterion is read, drawn and named. */
interface Measure {
  title: string;
  value: (model: RankedModel) => number;
  range: (model: RankedModel) => readonly [number, number] | null;
  isMeasured: (model: RankedModel) => boolean;
  text: (model: RankedModel) => string;
  need: (need: Need) => number;
  /** `budget $1,000`. */
  needText: (need: Need) => string;
  /** The end of the scale; null for as far as the figures go. */
  most: number | null;
}

const MEASURES: Record<Criterion, Measure> = {
  cost: {
    title: "Cost a month",
    value: ({ cost }) => cost.usdPerMonth,
    range: () => null,
    isMeasured: () => true,
    text: ({ cost }) => money(cost.usdPerMonth),
    need: ({ budget }) => budget.usdPerMonth,
    needText: ({ budget }) =>
      Number.isFinite(budget.usdPerMonth) ? `budget ${money(budget.usdPerMonth)}` : "no budget",
    most: null,
  },
  quality: {
    title: "Quality",
    value: ({ attributes }) => qualityIndex(attributes.quality.point),
    range: ({ attributes: { quality } }) => [qualityIndex(quality.low), qualityIndex(quality.high)],
    isMeasured: ({ assessment }) => isQualityMeasured(assessment),
    text: (model) =>
      isQualityMeasured(model.assessment)
        ? index(qualityIndex(model.attributes.quality.point))
        : "unknown",
    need: ({ quality }) => qualityIndex(quality.barLogits),
    needText: ({ quality }) => `needs ${index(qualityIndex(quality.barLogits))} of 100`,
    most: 100,
  },
  latency: {
    title: "Wait",
    value: ({ attributes }) => attributes.latency.point,
    range: ({ attributes: { latency } }) => [latency.low, latency.high],
    isMeasured: ({ assessment }) => isWaitMeasured(assessment),
    text: ({ attributes, assessment }) =>
      `${isWaitMeasured(assessment) ? "" : "about "}${duration(attributes.latency.point)}`,
    need: ({ latency }) => latency.targetSeconds,
    needText: ({ latency }) =>
      Number.isFinite(latency.targetSeconds)
        ? `at most ${duration(latency.targetSeconds)}${latency.measure === "first-sentence" ? " to the first sentence" : ""}`
        : "any time will do",
    most: null,
  },
};

/** In the order of the page. */
const BLOCKS: readonly Criterion[] = ["cost", "quality", "latency"];

export const scorecard: Card = {
  id: "scorecard",
  parts(pen, { shown }) {
    const { decision, result } = shown;
    const { ranking } = decision;
    if (ranking.length === 0) return null;
    const first = ranking.slice(0, MOST_MODELS);
    const rest = ranking.slice(MOST_MODELS);
    const { make } = pen;
    return {
      title: findingOf(ranking, decision.need),
      note: "The line across a bar is what you need; the thin one how sure the figure is, nine times in ten.",
      body: [
        ...BLOCKS.map((criterion) => blockOf(pen, criterion, first, ranking, decision.need)),
        ...(rest.length === 0
          ? []
          : [
              make(
                "details",
                {},
                make("summary", {}, `${count(rest.length)} more models`),
                ...BLOCKS.map((criterion) => blockOf(pen, criterion, rest, ranking, decision.need)),
              ),
            ]),
        pointsOf(pen, first, decision.need, result),
      ],
    };
  },
};

function blockOf(
  pen: Pen,
  criterion: Criterion,
  models: readonly RankedModel[],
  all: readonly RankedModel[],
  need: Need,
): PageElement {
  const { make } = pen;
  const measure = MEASURES[criterion];
  const line = measure.need(need);
  const largest = Math.max(
    ...all.map((model) => Math.max(measure.value(model), measure.range(model)?.[1] ?? 0)),
  );
  const isSeen = Number.isFinite(line) && line <= largest * NEED_IN_SIGHT;
  const most = measure.most ?? (Math.max(largest, isSeen ? line : 0) || 1);
  return make(
    "div",
    { class: "block" },
    make(
      "p",
      { class: "block-head" },
      make("strong", {}, measure.title),
      make(
        "span",
        { class: "dim" },
        `${measure.needText(need)} · counts ${percent(need.weighting.weights[criterion])}`,
      ),
    ),
    ...models.map((model) => {
      const { name } = model.assessment.candidate;
      return make(
        "div",
        { class: `row ${pen.palette.classOf(model.id)}` },
        make("span", { class: "name" }, nameElement(make, shortName(name))),
        barOf(pen, {
          id: model.id,
          value: measure.value(model),
          most,
          range: measure.range(model),
          need: Number.isFinite(line) ? line : null,
          isMeasured: measure.isMeasured(model),
        }),
        doorOf(
          pen,
          criterion,
          model.id,
          `${measure.title} of ${plainName(name)}: ${measure.text(model)}. How that comes about`,
          measure.text(model),
        ),
      );
    }),
  );
}

/** The sum of it: points of 100, criterion by criterion. */
function pointsOf(
  pen: Pen,
  models: readonly RankedModel[],
  need: Need,
  { ranking }: RecommendationResult,
): PageElement {
  const { make } = pen;
  const { weights } = need.weighting;
  return make(
    "div",
    { class: "block" },
    make(
      "p",
      { class: "block-head" },
      make("strong", {}, "Points"),
      make("span", { class: "dim" }, "cost + quality + wait, of 100"),
    ),
    ...models.map((model) => {
      const { name } = model.assessment.candidate;
      const parts = BLOCKS.map((each) => points(weights[each] * model.values[each])).join(" + ");
      const row = ranking.find((each) => each.model === model.id);
      const score = row === undefined ? points(model.score) : scoreText(row);
      const isGuessed = CRITERIA.some((each) => !MEASURES[each].isMeasured(model));
      return make(
        "div",
        { class: `row sum ${pen.palette.classOf(model.id)}` },
        make("span", { class: "name" }, nameElement(make, shortName(name))),
        make("span", { class: "dim" }, `${parts}${isGuessed ? ", partly guessed" : ""}`),
        doorOf(
          pen,
          "score",
          model.id,
          `Points of ${plainName(name)}: ${score}. How they come about`,
          score,
        ),
      );
    }),
  );
}

/** `Cheaper by 17×, short on quality`. */
function findingOf([pick, rival]: readonly RankedModel[], need: Need): string {
  if (pick === undefined) return "";
  const parts = [
    rival === undefined ? null : costFinding(pick.cost.usdPerMonth, rival.cost.usdPerMonth),
    pick.cost.usdPerMonth > need.budget.usdPerMonth ? "over budget" : null,
    qualityFinding(pick, need),
    pick.attributes.latency.point > need.latency.targetSeconds ? "slower than asked" : null,
  ].filter((part) => part !== null);
  const text = parts.length > 2 ? list(parts) : parts.join(", ");
  return capitalised(text);
}

/** Bills closer than this are the same to the eye. */
const SAME_BILL = 1.05;

function costFinding(own: number, other: number): string | null {
  if (own === 0 || other === 0) return null;
  const times = own < other ? other / own : own / other;
  if (times < SAME_BILL) return "the same bill";
  return `${own < other ? "cheaper" : "dearer"} by ${times >= 10 ? ratio(Math.round(times)) : ratio(Number(times.toPrecision(2)))}×`;
}

function qualityFinding(pick: RankedModel, need: Need): string {
  if (!isQualityMeasured(pick.assessment)) return "quality unmeasured";
  return pick.attributes.quality.point >= need.quality.barLogits
    ? "good enough"
    : "short on quality";
}
