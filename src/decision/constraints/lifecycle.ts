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
        field: "released",
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
  check({ lifecycle: { shutdown } }, { asOf, availableUntil, origins }) {
    const end = shutdown.value;
    const isGone = end !== null && asOf > end;
    const today = {
      name: "served",
      constraint: "lifecycle.shutdown",
      field: "shutdown",
      required: asOf,
      actual: end,
      unit: null,
      facts: [shutdown],
      verdict: isGone ? "failed" : "met",
      change: null,
    } as const;
    if (availableUntil === null || isGone) return [today];
    const endsBefore = end !== null && availableUntil > end;
    const isAsked = origins["availableUntil"] !== undefined;
    return [
      today,
      {
        ...today,
        constraint: "availableUntil",
        field: "availableUntil",
        required: availableUntil,
        // No end announced is no promise to be served, to who asked for a day.
        verdict: endsBefore ? "failed" : end === null && isAsked ? "open" : "met",
        change: endsBefore ? { availableUntil: end } : null,
      },
    ];
  },
};

export const LIFECYCLE = { released, served };
