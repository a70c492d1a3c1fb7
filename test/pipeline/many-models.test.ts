/** Decisions among more models than an answer explains: what is told of the first, and what of all. */
import { expect, test } from "vitest";
import { explainModel } from "../../src/answers/explanation/index.ts";
import { ask } from "../../src/ask.ts";
import type { Alternative } from "../../src/decision/alternative.ts";
import { paretoFront, strongestOf } from "../../src/decision/dominance.ts";
import type { Model } from "../../src/schema/model.ts";
import { shutdowns } from "../../src/words/endings.ts";
import { SEED, catalogOf, modelOf, shipped } from "./catalogs.ts";

const DAY = "2026-11-22";
const { modelsAtMost } = shipped.levels.sampling;

/** A shipped model under other names, each a little dearer than the one before. */
function dearerAndDearer(of: string, count: number): Model[] {
  const pattern = modelOf(shipped, of);
  return Array.from({ length: count }, (_, place): Model => {
    const ending = String(place).padStart(3, "0");
    const renamed = pattern.snapshots.reduce(
      (text, { id }) => text.replaceAll(`"${id}"`, `"${id}-${ending}"`),
      JSON.stringify(pattern),
    );
    const copy = JSON.parse(renamed) as Model;
    for (const claim of copy.prices?.standard?.input ?? []) claim.value *= 1 + place / 10;
    return { ...copy, id: `${of}-${ending}`, name: `${of}-${ending}` };
  });
}

const lunas = dearerAndDearer("gpt-6-luna", 60);
const many = catalogOf([...dearerAndDearer("gpt-4o-mini", 60), ...lunas]);
const answer = ask([], { catalog: many, asOf: DAY, draws: 10, seed: SEED });

test("all are ranked with their figures, the first fifty are told about, and ends of all", () => {
  const { ranking, warnings, successors } = answer.result;
  expect(ranking).toHaveLength(60);
  expect(ranking.every(({ criteria }) => criteria.cost.evidence.length > 0)).toBe(true);
  const told = (isEnd: boolean) =>
    new Set(
      warnings
        .filter(
          ({ code, model }) => model !== undefined && (code === "shutdown-announced") === isEnd,
        )
        .map(({ model }) => model),
    );
  expect(told(true).size).toBe(60);
  expect(told(false)).toEqual(new Set(ranking.slice(0, modelsAtMost).map(({ model }) => model)));
  expect(successors).toHaveLength(modelsAtMost);
});

test("a model beyond them is explained with its own warnings", () => {
  const last = answer.result.ranking.at(-1)?.model ?? "";
  const codes = explainModel(answer, last).warnings.flatMap(({ code, model }) =>
    model === last ? [code] : [],
  );
  expect(codes).toContain("shutdown-announced");
  expect(codes).toContain("disputed-fact");
});

test("the fifty told about are the same whatever else is in the catalog behind them", () => {
  const fewer = catalogOf([...dearerAndDearer("gpt-4o-mini", 55), ...lunas]);
  const { ranking } = ask([], { catalog: fewer, asOf: DAY, draws: 10, seed: SEED }).result;
  const scoresOf = (rows: typeof ranking) =>
    rows.slice(0, modelsAtMost).map(({ model, score }) => [model, score]);
  expect(scoresOf(ranking)).toEqual(scoresOf(answer.result.ranking));
});

test("twice as many equal models are at most about twice the figures looked at", () => {
  const lookedAt = (count: number): number => {
    let figures = 0;
    const point = (value: number) => ({
      low: value,
      high: value,
      get point() {
        figures += 1;
        return value;
      },
    });
    const alternatives = Array.from({ length: count }, (_, place): Alternative => ({
      id: `model-${place}`,
      attributes: { cost: point(1), latency: point(1), quality: point(1) },
      values: { cost: 1, latency: 1, quality: 1 },
    }));
    const weights = { cost: 0.4, latency: 0.2, quality: 0.4 };
    const values = { cost: Number, latency: Number, quality: Number };
    expect(paretoFront(alternatives)).toHaveLength(count);
    expect(strongestOf(alternatives, values, weights, modelsAtMost)).toEqual([alternatives[0]]);
    return figures;
  };
  // Sorting takes a little more than twice the looks.
  expect(lookedAt(2000)).toBeLessThan(2.5 * lookedAt(1000));
});

test("up to six that end on one day are named, more of them are a number", () => {
  const end = { date: "2027-01-14", vendor: "OpenAI" };
  const named = ["A", "B", "C", "D", "E", "F"].map((name) => ({ name, ...end }));
  expect(shutdowns(named, DAY)).toEqual([
    "A, B, C, D, E and F end in OpenAI's API on 2027-01-14, in 53 days",
  ]);
  expect(shutdowns([...named, { name: "G", ...end }], DAY)).toEqual([
    "7 models end in OpenAI's API on 2027-01-14, in 53 days",
  ]);
});
