/** Every possible weighing of cost, wait and quality at once, coloured by who would win; the point in it can be dragged. */
import type { PerCriterion } from "../../decision/alternative.ts";
import { percent } from "../../words/figures.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { weightPolygons, weightRegions } from "../../decision/robustness/polygon.ts";
import type { PageElement } from "../dom.ts";
import { type Label, placedLabels, rounded } from "../drawing/labels.ts";
import { drawingOf } from "../drawing/plane.ts";
import { isolated, plainName, shortName } from "../names.ts";
import type { Pen } from "../pen.ts";

/** Height of an equilateral triangle over its side. */
export const RISE = Math.sqrt(3) / 2;
export const SIDE = 136;
export const MARGIN = { left: 52, right: 52, top: 22, bottom: 22 };
const WIDTH = SIDE + MARGIN.left + MARGIN.right;
const HEIGHT = Math.round(SIDE * RISE) + MARGIN.top + MARGIN.bottom;
/** A region smaller than this share of the triangle has no room for its name. */
const NAMED_FROM = 0.12;

export interface Place {
  x: number;
  y: number;
}

/** Where weights stand: cost at the lower left, the wait at the lower right, quality on top; 0 to 1 along the side. */
export function placeOf({ latency, quality }: PerCriterion<number>): Place {
  return { x: latency + quality / 2, y: quality * RISE };
}

/** The weights at a place; those of the nearest place inside where it lies outside. */
export function weightsAt({ x, y }: Place): PerCriterion<number> {
  const quality = y / RISE;
  const latency = x - quality / 2;
  const parts = { cost: 1 - quality - latency, latency, quality };
  const held = (value: number) => Math.max(0, value);
  const sum = held(parts.cost) + held(latency) + held(quality);
  return {
    cost: held(parts.cost) / sum,
    latency: held(latency) / sum,
    quality: held(quality) / sum,
  };
}

/** In pixels of the drawing. */
function pixelsOf(weights: PerCriterion<number>): Place {
  const { x, y } = placeOf(weights);
  return { x: MARGIN.left + x * SIDE, y: MARGIN.top + (RISE - y) * SIDE };
}

/** Null when there is nobody to choose among. */
export function triangleOf(pen: Pen, { decision }: Answer): PageElement | null {
  const { eligible, need } = decision;
  if (eligible.length < 2) return null;
  const { shape, palette } = pen;
  const polygons = weightPolygons(eligible).filter(({ corners }) => corners.length > 0);
  const names = new Map(eligible.map(({ id, assessment }) => [id, assessment.candidate.name]));
  const own = pixelsOf(need.weighting.weights);
  const corner = (
    text: string,
    weights: PerCriterion<number>,
    side: Label["sides"][number],
  ): Label => ({
    text,
    ...pixelsOf(weights),
    sides: [side],
    gap: 5,
    class: "quiet",
  });
  const regions = weightRegions(eligible).flatMap(({ id, share, centralWeights }): Label[] =>
    centralWeights === null || share < NAMED_FROM
      ? []
      : [
          {
            text: isolated(shortName(names.get(id) ?? id, 10)),
            ...pixelsOf(centralWeights),
            sides: ["below", "above"],
            gap: -7,
            bold: true,
            class: "on-hue",
            isOptional: true,
          },
        ],
  );
  return drawingOf(pen, WIDTH, HEIGHT, [
    ...polygons.map(({ id, corners }) =>
      shape("polygon", {
        class: `region ${palette.classOf(id)}`,
        "data-model": id,
        points: corners
          .map((weights) => pixelsOf(weights))
          .map(({ x, y }) => `${rounded(x)},${rounded(y)}`)
          .join(" "),
      }),
    ),
    ...placedLabels(
      pen,
      [
        corner("quality", { cost: 0, latency: 0, quality: 1 }, "above"),
        corner("cost", { cost: 1, latency: 0, quality: 0 }, "left"),
        corner("wait", { cost: 0, latency: 1, quality: 0 }, "right"),
        ...regions,
      ],
      { left: 0, right: WIDTH, top: 0, bottom: HEIGHT },
      [{ left: own.x - 9, right: own.x + 9, top: own.y - 9, bottom: own.y + 9 }],
    ),
    shape("circle", { class: "handle", cx: rounded(own.x), cy: rounded(own.y), r: 8 }),
  ]);
}

/** `78 % of all ways to weigh them make GPT-4o mini best`. */
export function triangleWords({ decision }: Answer): string {
  const { eligible } = decision;
  const names = new Map(eligible.map(({ id, assessment }) => [id, assessment.candidate.name]));
  const parts = weightRegions(eligible)
    .filter(({ share }) => share > 0)
    .map(({ id, share }) => `${plainName(names.get(id) ?? id)} ${percent(share)}`);
  return parts.length === 0 ? "" : `Of all ways to weigh them: ${parts.join(", ")}.`;
}
