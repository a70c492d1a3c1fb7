/** A plain model id means one snapshot. */
import type { Check } from "./check.ts";

export const oneDefaultSnapshot: Check = ({ models }) =>
  models.flatMap((entry) => {
    const defaults = entry.value.snapshots.filter((snapshot) => snapshot.default === true).length;
    if (defaults === 1) return [];
    const message =
      defaults === 0 ? "no snapshot is the default" : `${defaults} snapshots are the default`;
    return [{ entry, path: ["snapshots"], message, advice: "mark one with default: true" }];
  });
