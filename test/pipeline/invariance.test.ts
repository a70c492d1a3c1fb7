/** What must not matter: the order in which anything is written down, and the units it is written in. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Need } from "../../src/decision/need.ts";
import { mulberry32 } from "../../src/decision/robustness/sequences.ts";
import type { Interval } from "../../src/facts/claims.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import type { Model } from "../../src/schema/model.ts";
import { CRITERIA } from "../../src/schema/vocabulary.ts";
import {
  catalogOf,
  catalogWith,
  newcomers,
  scaledPrices,
  SEED,
  shipped,
  UNVARIED,
  varied,
} from "./catalogs.ts";
import {
  answerOf,
  decisionOf,
  documents,
  ids,
  needOf,
  needOfFlags,
  needOrNull,
  wishes,
} from "./needs.ts";

function lifted<Guess extends Interval>(guess: Guess, logits: number): Guess {
  const { point, low, high } = guess;
  return { ...guess, point: point + logits, low: low + logits, high: high + logits };
}

/** A stream of numbers from a seed: the same seed, the same order. */
function dice(seed: number): () => number {
  const random = mulberry32(seed);
  return () => random();
}

function shuffle<Item>(items: readonly Item[], die: () => number): Item[] {
  return items
    .map((item) => ({ item, key: die() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Every list of claims in another order; lists of words are values and stay. */
function claimsShuffled(value: unknown, die: () => number): unknown {
  if (Array.isArray(value)) {
    return value.some((each) => typeof each === "object") ? shuffle(value, die) : value;
  }
  return isTable(value) ? mapped(value, (inner) => claimsShuffled(inner, die)) : value;
}

/** Every table with its keys in another order, at any depth. */
function keysShuffled(value: unknown, die: () => number): unknown {
  if (Array.isArray(value)) return value.map((each) => keysShuffled(each, die));
  if (!isTable(value)) return value;
  const entries = shuffle(Object.entries(value), die);
  return Object.fromEntries(entries.map(([key, inner]) => [key, keysShuffled(inner, die)]));
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapped(table: Record<string, unknown>, change: (inner: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(table).map(([key, inner]) => [key, change(inner)]));
}

const SHUFFLES = {
  "models, sources, benchmarks, tasks and use cases": (catalog, die) => ({
    ...catalog,
    models: shuffle(catalog.models, die),
    sources: shuffle(catalog.sources, die),
    benchmarks: shuffle(catalog.benchmarks, die),
    tasks: shuffle(catalog.tasks, die),
    useCases: shuffle(catalog.useCases, die),
  }),
  "the claims about a fact": (catalog, die) => ({
    ...catalog,
    models: catalog.models.map((model) => ({
      ...(claimsShuffled(model, die) as Model), // the same shape in another order
    })),
  }),
  "the facts of a model": (catalog, die) => ({
    ...catalog,
    models: keysShuffled(catalog.models, die) as Model[],
  }),
  "the benchmarks of a task": (catalog, die) => ({
    ...catalog,
    tasks: keysShuffled(catalog.tasks, die) as Catalog["tasks"],
  }),
} satisfies Record<string, (catalog: Catalog, die: () => number) => Catalog>;

function bytesOf(need: Need, catalog: Catalog = shipped): string {
  return JSON.stringify(answerOf(need, catalog).result, null, 1);
}

describe("order", () => {
  it.each(Object.entries(SHUFFLES))("of %s changes no byte of the result", (_what, turn) => {
    fc.assert(
      fc.property(documents, newcomers, fc.nat(), (document, changes, seed) => {
        const catalog = catalogWith(changes);
        const need = needOrNull(document, catalog);
        fc.pre(need !== null);
        const turned = turn(catalog, dice(seed));
        expect(bytesOf(needOf(document, turned), turned)).toBe(bytesOf(need, catalog));
      }),
      { numRuns: 80, seed: SEED },
    );
  });

  it("of the fields of a document changes no byte of the result", () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, seed) => {
        const need = needOrNull(document, shipped);
        fc.pre(need !== null);
        expect(bytesOf(needOf(keysShuffled(document, dice(seed))))).toBe(bytesOf(need));
      }),
      { numRuns: 90, seed: SEED },
    );
  });

  it("of the options, and of the names in a list, changes no byte of the result", async () => {
    const options = {
      task: ["coding"],
      budget: "high",
      quality: "high",
      requests: "40k",
      needs: ["function-calling,vision"],
      only: ["gpt-4o,gpt-4o-mini"],
      weight: ["cost=2,quality=3"],
      image: ["1024x1024:high"],
    };
    const whole = JSON.stringify(answerOf(await needOfFlags(options)).result);
    const entries = Object.entries(options);
    for (let turn = 1; turn < entries.length; turn++) {
      const turned = Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)]);
      expect(JSON.stringify(answerOf(await needOfFlags(turned)).result)).toBe(whole);
    }
    const listed = {
      ...options,
      needs: ["vision", "function-calling"],
      only: ["gpt-4o-mini", "gpt-4o"],
      weight: ["quality=3", "cost=2"],
    };
    const { requirements, ...rest } = answerOf(await needOfFlags(listed)).result;
    expect(requirements.needs?.toSorted()).toEqual(["function-calling", "vision"]);
    const { requirements: _echo, ...same } = answerOf(await needOfFlags(options)).result;
    // Where a value came from quotes the option as typed; everything else is the same.
    expect(rest).toEqual(same);
  });
});

describe("units and scale", () => {
  const power = fc.integer({ min: -12, max: 12 }).map((exponent) => 2 ** exponent);
  const close = (catalog: Catalog, need: Need, other: Catalog, otherNeed: Need) => {
    const before = decisionOf(need, catalog).ranking;
    const after = decisionOf(otherNeed, other).ranking;
    const place = new Map(after.map((model, index) => [model.id, index]));
    expect([...place.keys()].toSorted()).toEqual(ids(before).toSorted());
    for (const [index, model] of before.entries()) {
      const counterpart = after[place.get(model.id) ?? -1];
      expect(same(model.score, counterpart?.score ?? NaN)).toBe(true);
      const next = before[index + 1];
      if (next === undefined) continue;
      // Tied models of which a raw figure is equal but for its last bit may change places; no others may.
      const twins =
        same(model.score, next.score) &&
        CRITERIA.some((each) => same(model.attributes[each].point, next.attributes[each].point));
      if (!twins) expect(place.get(model.id)).toBeLessThan(place.get(next.id) ?? NaN);
    }
  };
  const same = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

  it("all money and the budget in another currency", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(wishes, newcomers, power, (document, changes, by) => {
        const catalog = catalogWith(changes);
        const need = needOf(document, catalog);
        const other = catalogOf(catalog.models.map((model) => scaledPrices(model, by)));
        const budget = { ...need.budget, usdPerMonth: need.budget.usdPerMonth * by };
        close(catalog, need, other, { ...need, budget });
      }),
      { numRuns: 130, seed: SEED },
    );
  });

  it("all waits and the target in other units of time", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(wishes, power, (document, by) => {
        const need = needOf(document);
        const slower = shipped.models.map((model) =>
          varied(shipped, model.id, {
            ...UNVARIED,
            base: model.id,
            speedFactor: 1 / by,
            firstTokenFactor: by,
          }),
        );
        const models = shipped.models.map((model, place) => ({
          ...model,
          ...(slower[place]?.speed === undefined ? {} : { speed: slower[place].speed }),
        }));
        const latency = { ...need.latency, targetSeconds: need.latency.targetSeconds * by };
        close(shipped, need, catalogOf(models), { ...need, latency });
      }),
      { numRuns: 130, seed: SEED },
    );
  });

  it("all abilities and the bar moved along the scale", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(
        wishes,
        newcomers,
        fc.integer({ min: -64, max: 64 }).map((steps) => steps / 32),
        (document, changes, shift) => {
          const catalog = catalogWith(changes);
          const need = needOf(document, catalog);
          const { abilityLogits } = catalog.levels.evidence.priors;
          const moved = {
            ...catalog,
            benchmarks: catalog.benchmarks.map((each) => ({
              ...each,
              difficulty: each.difficulty + shift,
            })),
            levels: {
              ...catalog.levels,
              evidence: {
                ...catalog.levels.evidence,
                priors: {
                  ...catalog.levels.evidence.priors,
                  abilityLogits: {
                    standard: lifted(abilityLogits.standard, shift),
                    reasoning: lifted(abilityLogits.reasoning, shift),
                  },
                },
              },
            },
          };
          const quality = { ...need.quality, barLogits: need.quality.barLogits + shift };
          close(catalog, need, moved, { ...need, quality });
        },
      ),
      { numRuns: 130, seed: SEED },
    );
  });

  it("all importances out of another total", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(
        wishes,
        fc.record({
          cost: fc.integer({ min: 0, max: 9 }),
          latency: fc.integer({ min: 0, max: 9 }),
          quality: fc.integer({ min: 1, max: 9 }),
        }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (document, weights, by) => {
          const need = needOf({ ...document, weights });
          const scaled = {
            cost: weights.cost * by,
            latency: weights.latency * by,
            quality: weights.quality * by,
          };
          close(shipped, need, shipped, needOf({ ...document, weights: scaled }));
        },
      ),
      { numRuns: 130, seed: SEED },
    );
  });
});
