import { describe, expect, it } from "vitest";
import { mulberry32 } from "../../../src/decision/robustness/sequences.ts";
import { rng } from "./scenarios.ts";

describe("mulberry32", () => {
  it("starts with the reference numbers", () => {
    const random = mulberry32(rng.seed);
    expect(rng.first.map(() => random())).toEqual(rng.first);
  });
});
