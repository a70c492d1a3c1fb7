import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreRange, strongestOf, valueRanges, winners } from "../../../src/decision/dominance.ts";
import { CRITERIA } from "../../../src/schema/vocabulary.ts";
import { decisions } from "./arbitraries.ts";
import { asRecord, IDENTITY, ofValues } from "./scenarios.ts";

function fail(): never {
  throw new Error("no such place");
}

const EVEN = asRecord([1 / 3, 1 / 3, 1 / 3]);
const idsOf = (list: { id: string }[]): string[] => list.map(({ id }) => id);

describe("strongestOf", () => {
  it("leave out who is beaten on everything, and the second of two equals", () => {
    const models = [
      ofValues("best", [0.9, 0.9, 0.9]),
      ofValues("clone", [0.9, 0.9, 0.9]),
      ofValues("beaten", [0.9, 0.8, 0.9]),
      ofValues("different", [0.1, 0.2, 1]),
    ];
    expect(idsOf(strongestOf(models, IDENTITY, EVEN, 50))).toEqual(["best", "different"]);
  });

  it("are capped by their upper scores, the first alternative always staying, in the order given", () => {
    const models = [
      ofValues("pick", [0, 0, 0.9]),
      ofValues("low", [0, 0.5, 0.3]),
      ofValues("high", [0.9, 0.1, 0]),
    ];
    expect(idsOf(strongestOf(models, IDENTITY, EVEN, 2))).toEqual(["pick", "high"]);
    expect(idsOf(strongestOf(models, IDENTITY, EVEN, 1))).toEqual(["pick"]);
    expect(idsOf(strongestOf(models, IDENTITY, EVEN, 3))).toEqual(["pick", "low", "high"]);
    const outdone = [ofValues("pick", [0.5, 0.5, 0.5]), ofValues("rival", [0.5, 0.5, 0.6])];
    expect(idsOf(strongestOf(outdone, IDENTITY, EVEN, 2))).toEqual(["pick", "rival"]);
  });

  it("are those that a look at every pair leaves", () => {
    fc.assert(
      fc.property(
        decisions(12),
        fc.integer({ min: 1, max: 12 }),
        ({ alternatives, valueFunctions, weights }, most) => {
          const ends = alternatives.map((each) => valueRanges(each, valueFunctions));
          const isBeaten = (own: number) =>
            ends.some(
              ({ worst }, rival) =>
                rival !== own &&
                CRITERIA.every((each) => worst[each] >= (ends[own]?.best[each] ?? NaN)) &&
                (rival < own ||
                  CRITERIA.some((each) => worst[each] > (ends[own]?.best[each] ?? NaN))),
            );
          const ceiling = (place: number) =>
            scoreRange(alternatives[place] ?? fail(), valueFunctions, weights).high;
          const left = [...alternatives.keys()].filter((place) => place === 0 || !isBeaten(place));
          const [first, ...others] = left;
          const kept = [first, ...others.toSorted((a, b) => ceiling(b) - ceiling(a))].slice(
            0,
            most,
          );
          const places = strongestOf(alternatives, valueFunctions, weights, most).map((each) =>
            alternatives.indexOf(each),
          );
          expect(places).toEqual(kept.toSorted((a = 0, b = 0) => a - b));
        },
      ),
    );
  });

  it("include every possible winner that is better than the rest", () => {
    fc.assert(
      fc.property(decisions(6), ({ alternatives, valueFunctions, weights }) => {
        const kept = strongestOf(alternatives, valueFunctions, weights, 50);
        const whole = winners(alternatives, valueFunctions, weights);
        const ceiling = Math.max(...whole.ranges.map(({ high }) => high));
        const ceilings = winners(kept, valueFunctions, weights).ranges.map(({ high }) => high);
        expect(Math.max(...ceilings)).toBe(ceiling);
      }),
    );
  });
});
