/** Which weights make which model best: its exact share of the triangle of all weights, and its centre. */
import { CRITERIA } from "../../schema/vocabulary.ts";
import type { Alternative, PerCriterion } from "../alternative.ts";

type Point = readonly [number, number, number];

/** The corners of the triangle: all the weight on one criterion. */
const TRIANGLE: readonly Point[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** Shares below this are rounding. */
const SMALLEST_SHARE = 1e-14;

export interface WeightRegion {
  id: string;
  /** Part of all weights, 0 to 1, for which the model is best at the points of its attributes. */
  share: number;
  /** Mean of those weights; null when there are none. */
  centralWeights: PerCriterion<number> | null;
}

/** The corners of a model's region in the triangle of weights, in order around it; none when it has no region. */
export interface WeightPolygon {
  id: string;
  corners: PerCriterion<number>[];
}

/**
 * For each model, in the given order, the region of weights where it scores highest (the triangle cut
 * by one half-plane a rival). Of models with equal values the first takes the region.
 * A share of 0 means that no weights make the model best.
 */
export function weightRegions(
  alternatives: readonly Pick<Alternative, "id" | "values">[],
): WeightRegion[] {
  return regions(alternatives).map(({ id, region }) => ({ id, ...measure(region) }));
}

/** The same regions as polygons, to be drawn: convex, and empty where {@link weightRegions} has a share of 0. */
export function weightPolygons(
  alternatives: readonly Pick<Alternative, "id" | "values">[],
): WeightPolygon[] {
  return regions(alternatives).map(({ id, region }) => ({
    id,
    corners:
      measure(region).share === 0
        ? []
        : region.map(([cost, latency, quality]) => ({ cost, latency, quality })),
  }));
}

function regions(
  alternatives: readonly Pick<Alternative, "id" | "values">[],
): { id: string; region: readonly Point[] }[] {
  const corners = alternatives.map(({ values }) => CRITERIA.map((criterion) => values[criterion]));
  return alternatives.map(({ id }, own) => {
    let region: readonly Point[] = TRIANGLE;
    for (const [rival, theirs] of corners.entries()) {
      if (rival === own || region.length === 0) continue;
      const lead = theirs.map((value, index) => (corners[own]?.[index] ?? 0) - value);
      const isClone = lead.every((difference) => difference === 0);
      region = isClone && rival < own ? [] : isClone ? region : clip(region, lead);
    }
    return { id, region };
  });
}

function dot(point: Point, normal: readonly number[]): number {
  return point.reduce((sum, coordinate, index) => sum + coordinate * (normal[index] ?? 0), 0);
}

/** The part of a convex polygon on the side where the normal is not negative (Sutherland-Hodgman). */
function clip(polygon: readonly Point[], normal: readonly number[]): Point[] {
  return polygon.flatMap((corner, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? corner;
    const here = dot(corner, normal);
    const there = dot(next, normal);
    const kept = here >= 0 ? [corner] : [];
    return here >= 0 === there >= 0
      ? kept
      : [...kept, between(corner, next, here / (here - there))];
  });
}

function between(from: Point, to: Point, part: number): Point {
  return [
    from[0] + part * (to[0] - from[0]),
    from[1] + part * (to[1] - from[1]),
    from[2] + part * (to[2] - from[2]),
  ];
}

/** Area and centre of gravity as a fan of triangles; the first two coordinates give areas in halves. */
function measure(polygon: readonly Point[]): Pick<WeightRegion, "share" | "centralWeights"> {
  let share = 0;
  let [cost, latency, quality] = [0, 0, 0];
  const [first, ...others] = polygon;
  for (const [index, third] of others.entries()) {
    const second = others[index - 1];
    if (first === undefined || second === undefined) continue;
    const area = Math.abs(
      (second[0] - first[0]) * (third[1] - first[1]) -
        (third[0] - first[0]) * (second[1] - first[1]),
    );
    share += area;
    cost += (area * (first[0] + second[0] + third[0])) / 3;
    latency += (area * (first[1] + second[1] + third[1])) / 3;
    quality += (area * (first[2] + second[2] + third[2])) / 3;
  }
  if (share < SMALLEST_SHARE) return { share: 0, centralWeights: null };
  const centralWeights = { cost: cost / share, latency: latency / share, quality: quality / share };
  return { share, centralWeights };
}
