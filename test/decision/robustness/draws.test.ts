/** Blocks of draws are one stream of numbers, whoever asked for which part of them before. */
import { expect, test } from "vitest";
import { drawsOf } from "../../../src/decision/robustness/draws.ts";
import { drawNormal, mulberry32 } from "../../../src/decision/robustness/random.ts";
import {
  type WeightBelief,
  weightSampler,
} from "../../../src/decision/robustness/weight-belief.ts";
import { rng } from "./scenarios.ts";

const COUNT = 50;
/** Together more numbers than are kept. */
const OTHERS = { blocks: 10, count: 100_000 };
const BELIEFS: WeightBelief[] = [
  { kind: "dirichlet", concentrations: { cost: 4, latency: 0.5, quality: 8 } },
  { kind: "ordinal", priority: ["quality", "cost"] },
];

/** The stream as it is defined: the weights draw by draw, then one column of normals after the other. */
function stream(belief: WeightBelief, seed: number, columns: number) {
  const random = mulberry32(seed);
  const sample = weightSampler(belief, random);
  const drawn = Array.from({ length: COUNT }, () => {
    const weights = new Float64Array(3);
    sample(weights);
    return weights;
  });
  const normals = Array.from({ length: columns }, () =>
    Array.from({ length: COUNT }, () => drawNormal(random)),
  );
  return {
    weights: [0, 1, 2].map((criterion) => drawn.map((weights) => weights[criterion])),
    normals,
    next: random(),
  };
}

function block(belief: WeightBelief, seed: number, columns: number) {
  const draws = drawsOf(belief, seed, COUNT);
  return {
    weights: draws.weights.map((column) => [...column]),
    normals: Array.from({ length: columns }, (_, place) => [...draws.normals(place)]),
    next: mulberry32(draws.nextSeed(columns))(),
  };
}

test.each(BELIEFS)(
  "the same numbers for few and for many attributes, in any order ($kind)",
  (belief) => {
    for (const columns of [0, 2, 5, 1, 5, 0]) {
      expect(block(belief, rng.seed, columns)).toEqual(stream(belief, rng.seed, columns));
    }
  },
);

test.each(BELIEFS)("the same after so many others that none is kept ($kind)", (belief) => {
  const before = drawsOf(belief, rng.seed, COUNT);
  expect(drawsOf(belief, rng.seed, COUNT)).toBe(before);
  for (let other = 1; other <= OTHERS.blocks; other += 1) {
    drawsOf(belief, rng.seed + other, OTHERS.count);
  }
  expect(drawsOf(belief, rng.seed, COUNT)).not.toBe(before);
  expect(block(belief, rng.seed, 3)).toEqual(stream(belief, rng.seed, 3));
});

test("another belief, seed or number of draws is another block", () => {
  const [first, second] = BELIEFS.map((belief) => drawsOf(belief, 1, COUNT).weights);
  expect(first).not.toEqual(second);
  const [belief] = BELIEFS;
  if (belief === undefined) throw new Error("no belief");
  expect(drawsOf(belief, 2, COUNT).weights).not.toEqual(first);
  expect(drawsOf(belief, 1, COUNT + 1).weights[0]).toHaveLength(COUNT + 1);
});
