import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strongestOf, winners } from "../../../src/decision/dominance.ts";
import { decisions } from "./arbitraries.ts";
import { asRecord, IDENTITY, ofValues } from "./scenarios.ts";

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
