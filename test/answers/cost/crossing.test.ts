import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crossings } from "../../../src/answers/cost/crossing.ts";
import { exact } from "../../../src/facts/money.ts";

describe("a straight line", () => {
  test("crosses where it is zero: 6 - 2x at 3", () => {
    const at = (x: number) => exact(6).minus(exact(x).times(2));
    expect(crossings({ at, from: 0, to: Infinity, steps: [] })).toEqual([{ at: 3, below: 1 }]);
  });

  test("that never crosses, or is zero everywhere, has no crossing", () => {
    const range = { from: 0, to: 10, steps: [] };
    expect(crossings({ at: (x) => exact(x).plus(1), ...range })).toEqual([]);
    expect(crossings({ at: () => exact(0), ...range })).toEqual([]);
  });

  test("that crosses outside the range, or on its edge, has no crossing inside", () => {
    const at = (x: number) => exact(x).minus(3);
    expect(crossings({ at, from: 0, to: 2, steps: [] })).toEqual([]);
    expect(crossings({ at, from: 0, to: 3, steps: [] })).toEqual([]);
    expect(crossings({ at, from: 3, to: 9, steps: [] })).toEqual([]);
  });

  test("without a price has none", () => {
    expect(crossings({ at: () => null, from: 0, to: 9, steps: [] })).toEqual([]);
  });
});

test("a jump over zero is a crossing at the step", () => {
  const at = (x: number) => exact(x > 5 ? -1 : 1);
  expect(crossings({ at, from: 0, to: 10, steps: [5] })).toEqual([{ at: 5, below: 1 }]);
});

test("a line that jumps back crosses three times: at 2, at the step, at 7", () => {
  const at = (x: number) => (x > 4 ? exact(7).minus(x) : exact(2).minus(x));
  expect(crossings({ at, from: 0, to: Infinity, steps: [4] })).toEqual([
    { at: 2, below: 1 },
    { at: 4, below: -1 },
    { at: 7, below: 1 },
  ]);
});

test("after a flat stretch of zero the crossing is where the stretch began", () => {
  const at = (x: number) => exact(x < 2 ? 1 : x > 4 ? -1 : 0);
  expect(crossings({ at, from: 0, to: 9, steps: [2, 4] })).toEqual([{ at: 2, below: 1 }]);
});

test("both sides of every crossing have the signs it names", () => {
  const line = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -9, max: 9 }));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const steps = lines.slice(1).map((_, index) => (index + 1) * 10);
      const at = (x: number) => {
        const [start, slope] = lines[steps.filter((step) => x > step).length] ?? [0, 0];
        return exact(slope).times(x).plus(start);
      };
      for (const crossing of crossings({ at, from: 0, to: 40, steps })) {
        expect(at(crossing.at - 1e-6).cmp(0)).toBe(crossing.below);
        const above = at(crossing.at + 1e-6).cmp(0);
        // A flat zero may follow: what is above it has the other sign, what is next to it has none.
        expect([-crossing.below, 0]).toContain(above);
      }
    }),
  );
});
