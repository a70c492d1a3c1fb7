/** Release and shutdown: released by the day of the decision, not shut down, and served until the day asked for. */
import type { Check, Constraint } from "./check.ts";

const released: Constraint<Check<"released", { asOf: string }, string, string>> = {
  movedBy: [],
  check({ candidate: { model, snapshot } }, need) {
    const first =
      snapshot?.released ?? model.snapshots.map((each) => each.released).toSorted()[0] ?? "";
    const isReleased = snapshot !== null && first <= need.asOf;
    return [
      {
        name: "released",
        constraint: "lifecycle.released",
        required: need.asOf,
        actual: first,
        unit: null,
        facts: [],
        verdict: isReleased ? "met" : "failed",
        change: isReleased ? null : { asOf: first },
      },
    ];
  },
};

const served: Constraint<Check<"served", { availableUntil: string }, string, string | null>> = {
  movedBy: [],
  check({ lifecycle: { shutdown } }, { asOf, availableUntil }) {
    const end = shutdown.value;
    const common = { name: "served", actual: end, unit: null, facts: [shutdown] } as const;
    const isGone = end !== null && asOf > end;
    const endsBefore = end !== null && availableUntil !== null && availableUntil > end;
    return [
      {
        ...common,
        constraint: "lifecycle.shutdown",
        required: asOf,
        verdict: isGone ? "failed" : "met",
        change: null,
      },
      ...(availableUntil === null || isGone
        ? []
        : [
            {
              ...common,
              constraint: "availableUntil",
              required: availableUntil,
              verdict: endsBefore ? ("failed" as const) : ("met" as const),
              change: endsBefore ? { availableUntil: end } : null,
            },
          ]),
    ];
  },
};

export const LIFECYCLE = { released, served };
