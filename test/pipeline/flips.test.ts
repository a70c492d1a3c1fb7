/** Every change said to turn the answer, made for real: a tie there, another pick beyond it, the same before it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Flip } from "../../src/answers/recommendation/schema.ts";
import { rankAlternatives } from "../decision/ranked.ts";
import type { Need } from "../../src/decision/need.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import { requirements, type Requirements } from "../../src/schema/requirements.ts";
import { CRITERIA } from "../../src/schema/vocabulary.ts";
import {
  catalogOf,
  catalogWith,
  newcomers,
  scaledPrices,
  SEED,
  shipped,
  UNVARIED,
} from "./catalogs.ts";
import {
  answerOf,
  decisionOf,
  documents,
  needOf,
  needOfFlags,
  needOrNull,
  wishes,
} from "./needs.ts";

interface Case {
  document: Requirements;
  catalog: Catalog;
  need: Need;
}

/** The models the pick is made among, best first. */
type Standing = readonly { id: string; score: number }[];

/** The document and the catalog with a parameter at another value, as its user would write it, decided anew. */
function redecided({ document, catalog, need }: Case, parameter: string, at: number): Standing {
  const [kind = "", name = ""] = parameter.split(/\.(.*)/s);
  const asked = (changed: Requirements) =>
    decisionOf(needOf(requirements.parse(changed), catalog), catalog).eligible;
  switch (kind) {
    case "workload":
      return asked({ ...document, workload: { ...document.workload, requestsPerMonth: at } });
    case "budget":
      return asked({ ...document, budget: at });
    case "limits":
      return asked({ ...document, limits: { ...document.limits, waitSeconds: at } });
    case "importance":
      return asked({
        ...unordered(document),
        weights: { ...need.weighting.importance, [name]: at },
      });
    case "weights": {
      const { weights } = need.weighting;
      const others = CRITERIA.filter((each) => each !== name).map((each) => [
        each,
        (weights[each] / (1 - weights[name as "cost"])) * (1 - at),
      ]);
      return asked({
        ...unordered(document),
        weights: { ...Object.fromEntries(others), [name]: at },
      });
    }
    case "prices": {
      const models = catalog.models.map((model) =>
        model.id === name || model.snapshots.some((each) => each.id === name)
          ? scaledPrices(model, at)
          : model,
      );
      return decisionOf(need, catalogOf(models, catalog)).eligible;
    }
    case "quality": {
      // No result of a benchmark stands for an ability as such: the ranking is made again with it.
      const { ranking, valueFunctions } = decisionOf(need, catalog);
      const moved = ranking.map(({ id, attributes, values, screened }) => ({
        screen: screened.screen,
        alternative:
          id === name
            ? {
                id,
                attributes: { ...attributes, quality: { point: at, low: at, high: at } },
                values: { ...values, quality: valueFunctions.quality(at) },
              }
            : { id, attributes, values },
      }));
      const alternatives = moved
        .filter(({ screen }) => screen === moved[0]?.screen)
        .map(({ alternative }) => alternative);
      const { tieEpsilon } = catalog.levels.decision;
      return rankAlternatives(alternatives, need.weighting.weights, tieEpsilon);
    }
    default:
      throw new Error(`an unknown parameter ${parameter}`);
  }
}

function unordered({ priority: _order, ...document }: Requirements): Requirements {
  return document;
}

/** Far enough from the point to be off the tie, near enough for no second flip to come between. */
const ASIDE = 1e-5;

/** The first model and those that score the same to the resolution of the ranking. */
function leaders(standing: Standing): string[] {
  const best = standing[0]?.score ?? NaN;
  return standing
    .filter(({ score }) => best - score <= 2e-9 * Math.max(1, Math.abs(best)))
    .map((model) => model.id);
}

function expectReal(flip: Flip, own: Case, pick: string): void {
  const outward = flip.direction === "above" ? 1 : -1;
  const room = flip.parameter.startsWith("weights.")
    ? Math.min(flip.at, 1 - flip.at) / 2
    : Infinity;
  const step = Math.min((Math.abs(flip.at) || 1) * ASIDE, room) * outward;
  const before = redecided(own, flip.parameter, flip.at - step);
  const after = redecided(own, flip.parameter, flip.at + step);
  expect([flip.parameter, flip.at, leaders(before), leaders(after)]).toEqual([
    flip.parameter,
    flip.at,
    expect.arrayContaining([pick]),
    expect.arrayContaining([flip.becomes]),
  ]);
  // A wait limit does not move scores: it excludes.
  if (flip.parameter === "limits.waitSeconds") return;
  const standing = redecided(own, flip.parameter, flip.at);
  const score = (id: string) => standing.find((model) => model.id === id)?.score ?? NaN;
  const gap = Math.abs(score(pick) - score(flip.becomes));
  expect([flip.parameter, flip.at, gap <= 1e-9 * Math.max(1, Math.abs(score(pick)))]).toEqual([
    flip.parameter,
    flip.at,
    true,
  ]);
}

function expectAllReal(own: Case): number {
  const { result } = answerOf(own.need, own.catalog, { draws: 0, seed: 1 });
  for (const flip of result.flips) {
    // A share of the weight that no one could tell from all of it or none: the next flip is as near.
    const isEdge = flip.parameter.startsWith("weights.") && Math.min(flip.at, 1 - flip.at) < ASIDE;
    // Snapshots of one model share the prices written for all of them: no edit of the catalog changes one alone.
    const isShared = flip.parameter.startsWith("prices.") && own.need.models !== null;
    if (!isEdge && !isShared) expectReal(flip, own, result.recommendation?.model ?? "");
  }
  return result.flips.length;
}

describe("what would change the answer", () => {
  it("does, for every kind of wish and every catalog", () => {
    let flips = 0;
    fc.assert(
      fc.property(wishes, newcomers, (document, changes) => {
        const catalog = catalogWith(changes);
        flips += expectAllReal({ document, catalog, need: needOf(document, catalog) });
      }),
      { numRuns: 130, seed: SEED },
    );
    expect(flips).toBeGreaterThan(500);
  });

  it("does, of the shipped models alone", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(wishes, (document) => {
        expectAllReal({ document, catalog: shipped, need: needOf(document) });
      }),
      { numRuns: 80, seed: SEED },
    );
  });

  it("does, among hard limits and on other days", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(documents, newcomers, (document, changes) => {
        const catalog = catalogWith(changes);
        const need = needOrNull(document, catalog);
        fc.pre(need !== null);
        expectAllReal({ document, catalog, need });
      }),
      {
        numRuns: 60,
        seed: SEED,
        // Another amount replaces the amount stated before, as a limit too.
        examples: [[{ task: "documents", budget: 1, quality: "high" }, []]],
      },
    );
  });

  it("is listed nearest first, at most once on either side of each figure", () => {
    fc.assert(
      fc.property(wishes, newcomers, (document, changes) => {
        const catalog = catalogWith(changes);
        const { flips, recommendation } = answerOf(needOf(document, catalog), catalog, {
          draws: 0,
          seed: 1,
        }).result;
        const distances = flips.map(({ parameter, now, at }) => {
          if (now === null || now === 0) return Infinity;
          return parameter.startsWith("quality.")
            ? Math.abs(at - now)
            : Math.abs(Math.log(at / now));
        });
        for (const [place, distance] of distances.entries()) {
          expect(distance).toBeGreaterThanOrEqual((distances[place - 1] ?? 0) - 1e-9);
        }
        const sides = flips.map(({ parameter, direction }) => `${parameter} ${direction}`);
        expect(new Set(sides).size).toBe(sides.length);
        for (const { now, at, direction, becomes } of flips) {
          expect(becomes).not.toBe(recommendation?.model);
          // A tie turns at today's value itself, to within the resolution of the ranking.
          if (now === null || (recommendation?.margin ?? 0) < 1e-8) continue;
          expect(direction === "above" ? at > now : at < now).toBe(true);
        }
      }),
      {
        numRuns: 60,
        seed: SEED,
        // A low budget is $100: an amount below that is no budget "above" which anything changes.
        examples: [
          [
            {
              task: "voice",
              complexity: "moderate",
              budget: "low",
              latency: "realtime",
              stream: false,
            },
            [{ ...UNVARIED, base: "gpt-6-luna", gaps: ["first token"] }],
          ],
        ],
      },
    );
  });

  it("does when typed as options: volume, budget, weights", async () => {
    const pickOf = async (flags: Parameters<typeof needOfFlags>[0]) =>
      decisionOf(await needOfFlags(flags)).ranking[0]?.id;
    // Above the usual month, where the volume can turn the answer: by a lead on quality that a larger bill uses up.
    const question = { task: ["coding"], requests: "20000" };
    const { result } = answerOf(await needOfFlags(question));
    const typed: Record<string, (at: number) => Parameters<typeof needOfFlags>[0]> = {
      // A count is a whole number.
      "workload.requestsPerMonth": (at) => ({ ...question, requests: String(Math.round(at)) }),
      budget: (at) => ({ ...question, budget: String(at) }),
      "importance.quality": (at) => ({ ...question, weight: [`quality=${at}`] }),
      "importance.cost": (at) => ({ ...question, weight: [`cost=${at}`] }),
    };
    const asked = result.flips.filter((flip) => Object.hasOwn(typed, flip.parameter));
    expect(asked.map((flip) => flip.parameter).toSorted()).toEqual(Object.keys(typed).toSorted());
    for (const { parameter, at, direction, becomes } of asked) {
      const outward = direction === "above" ? 1 + ASIDE : 1 - ASIDE;
      const flags = typed[parameter] ?? (() => question);
      expect(await pickOf(flags(at * outward))).toBe(becomes);
      expect(await pickOf(flags(at / outward))).toBe(result.recommendation?.model);
    }
  });
});
