/** Every possible weighing of cost, latency and quality at once, coloured by who would win. */
import * as Plot from "@observablehq/plot";
import type { PerCriterion } from "../../decision/alternative.ts";
import { percent } from "../../words/figures.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import {
  type WeightPolygon,
  weightPolygons,
  weightRegions,
} from "../../decision/robustness/polygon.ts";
import { CRITERIA } from "../../schema/vocabulary.ts";
import type { Chart } from "./chart.ts";
import { modelLegend } from "./legend.ts";
import { HALO, plotted } from "./plot.ts";

/** Height of an equilateral triangle over its side. */
export const RISE = Math.sqrt(3) / 2;
const MOST_WIDTH = 440;
interface Place {
  x: number;
  y: number;
}

export const weightTriangle: Chart = {
  id: "weight-triangle",
  title: "Who wins at which weights",
  says(answer) {
    const shares = sharesOf(answer);
    const weights = answer.decision.need.weighting.weights;
    if (shares.length === 0) return "No model qualifies, so no weights can decide.";
    return `Of all ways to weigh cost, latency and quality, ${shares
      .map(({ name, share }) => `${percent(share)} make ${name} best`)
      .join(
        " and ",
      )}. Yours: ${CRITERIA.map((each) => `${each} ${percent(weights[each])}`).join(", ")}.`;
  },
  figures(answer) {
    return {
      columns: ["Model", "best at", "centre: cost", "latency", "quality"],
      rows: sharesOf(answer).map(({ name, share, centralWeights }) => [
        name,
        `${percent(share)} of all weights`,
        ...CRITERIA.map((each) => (centralWeights === null ? "–" : percent(centralWeights[each]))),
      ]),
    };
  },
  legend: modelLegend,
  draw(answer, canvas) {
    const polygons = drawnRegions(answer);
    if (polygons.length === 0) return null;
    const width = Math.min(canvas.width, MOST_WIDTH);
    const margin = { left: 24, right: 24, top: 28, bottom: 34 };
    const side = width - margin.left - margin.right;
    const corners = polygons.flatMap(({ id, corners: around }) =>
      around.map((weights) => ({ id, ...placeOf(weights) })),
    );
    const own = [placeOf(answer.decision.need.weighting.weights)];
    return plotted(
      { ...canvas, width },
      {
        height: side * RISE + margin.top + margin.bottom,
        options: {
          marginLeft: margin.left,
          marginRight: margin.right,
          marginTop: margin.top,
          marginBottom: margin.bottom,
          x: { domain: [0, 1], axis: null },
          y: { domain: [0, RISE], axis: null },
        },
        marks: [
          Plot.line(corners, {
            x: "x",
            y: "y",
            z: "id",
            curve: "linear-closed",
            fill: (each: { id: string }) => canvas.colourOf(each.id),
            fillOpacity: 0.85,
            stroke: "var(--surface)",
            strokeWidth: 1.5,
          }),
          Plot.text([{ x: 0.5, y: RISE }], {
            x: "x",
            y: "y",
            text: () => "all on quality",
            dy: -14,
          }),
          Plot.text([{ x: 0, y: 0 }], {
            x: "x",
            y: "y",
            text: () => "all on cost",
            dy: 18,
            dx: -12,
            textAnchor: "start",
          }),
          Plot.text([{ x: 1, y: 0 }], {
            x: "x",
            y: "y",
            text: () => "all on latency",
            dy: 18,
            dx: 12,
            textAnchor: "end",
          }),
          Plot.dot(own, {
            x: "x",
            y: "y",
            r: 7,
            fill: "var(--surface)",
            stroke: "var(--text)",
            strokeWidth: 2.5,
          }),
          Plot.text(own, {
            x: "x",
            y: "y",
            dx: 13,
            textAnchor: "start",
            text: () => "you",
            fontWeight: 700,
            fill: "var(--text)",
            ...HALO,
          }),
        ],
      },
    );
  },
};

/** Where weights stand in the triangle: cost at the lower left, latency at the lower right, quality on top. */
export function placeOf({ latency, quality }: PerCriterion<number>): Place {
  return { x: latency + quality / 2, y: quality * RISE };
}

/** The regions that are drawn; none when no model is in the running. */
export function drawnRegions({ decision }: Answer): WeightPolygon[] {
  return decision.eligible.length === 0
    ? []
    : weightPolygons(decision.eligible).filter(({ corners }) => corners.length > 0);
}

function sharesOf({ decision }: Answer) {
  const names = new Map(decision.eligible.map((each) => [each.id, each.assessment.candidate.name]));
  return weightRegions(decision.eligible).map((region) => ({
    ...region,
    name: names.get(region.id) ?? region.id,
  }));
}
