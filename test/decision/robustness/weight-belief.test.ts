import { describe, expect, it } from "vitest";
import type { Weighting } from "../../../src/decision/need.ts";
import { weightBeliefOf } from "../../../src/decision/weights.ts";

describe("the belief behind a weighting", () => {
  const stated: Weighting = {
    mode: "levels",
    importance: { cost: 2, latency: 1, quality: 2 },
    weights: { cost: 0.4, latency: 0.2, quality: 0.4 },
    concentration: 5,
    priority: null,
  };

  it("spreads around words and numbers by the concentration", () => {
    const concentrations = { cost: 2, latency: 1, quality: 2 };
    expect(weightBeliefOf(stated)).toEqual({ kind: "dirichlet", concentrations });
    expect(weightBeliefOf({ ...stated, mode: "priority" })).toEqual({
      kind: "dirichlet",
      concentrations,
    });
  });

  it("is the order alone for a complete priority", () => {
    const priority: Weighting["priority"] = ["quality", "cost", "latency"];
    expect(weightBeliefOf({ ...stated, mode: "priority", priority })).toEqual({
      kind: "ordinal",
      priority,
    });
  });
});
