/** Served at all: released by the day of the decision, not shut down, and served until the day asked for. */
import { evidenceOf } from "../../facts/fact.ts";
import { type Constraint, leverOf } from "./constraint.ts";

export const released: Constraint = ({ candidate }, need) => {
  const first = candidate.snapshot?.released ?? firstRelease(candidate.model.snapshots);
  if (candidate.snapshot !== null && first <= need.asOf) return [];
  return [
    {
      constraint: "lifecycle.released",
      required: need.asOf,
      actual: first,
      screen: "infeasible",
      message: `is not released until ${first}`,
      change: `decide as of ${first} or later (--as-of ${first})`,
      evidence: [],
    },
  ];
};

function firstRelease(snapshots: readonly { released: string }[]): string {
  return snapshots.map((snapshot) => snapshot.released).toSorted()[0] ?? "";
}

export const served: Constraint = ({ lifecycle }, need) => {
  const shutdown = lifecycle.shutdown.value;
  if (shutdown === null) return [];
  if (need.asOf > shutdown) {
    return [
      {
        constraint: "lifecycle.shutdown",
        required: need.asOf,
        actual: shutdown,
        screen: "infeasible",
        message: `was shut down in the vendor's API on ${shutdown}`,
        change: null,
        evidence: evidenceOf([lifecycle.shutdown]),
      },
    ];
  }
  if (need.availableUntil === null || need.availableUntil <= shutdown) return [];
  return [
    {
      constraint: "availableUntil",
      required: need.availableUntil,
      actual: shutdown,
      screen: "infeasible",
      message: `shuts down on ${shutdown}, before ${need.availableUntil}`,
      change: `bring ${leverOf(need, "availableUntil")} forward to ${shutdown}`,
      evidence: evidenceOf([lifecycle.shutdown]),
    },
  ];
};
