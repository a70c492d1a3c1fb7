/** Released, still served, and still open to fine-tuning: the days a requirement is tested against. */
import type { Describe } from "./requirement-test.ts";

export const released: Describe = ({ candidate: { model, snapshot } }, need) => [
  {
    constraint: "lifecycle.released",
    tests: "released by",
    required: need.asOf,
    actual:
      snapshot?.released ?? model.snapshots.map((each) => each.released).toSorted()[0] ?? null,
    unit: null,
    facts: [],
  },
];

export const served: Describe = ({ lifecycle: { shutdown } }, need) => {
  const end = shutdown.value;
  const common = { actual: end ?? "no end announced", unit: null, facts: [shutdown] };
  const today = { constraint: "lifecycle.shutdown", tests: "served on", required: need.asOf };
  const horizon = {
    constraint: "availableUntil",
    tests: "served until",
    required: need.availableUntil,
  };
  const isGone = end !== null && need.asOf > end;
  return need.availableUntil === null || isGone
    ? [{ ...common, ...today }]
    : [
        { ...common, ...today },
        { ...common, ...horizon },
      ];
};

export const fineTuningOpen: Describe = ({ lifecycle: { fineTuningCloses } }, need) =>
  need.needs.includes("fine-tuning") || need.workload.trainingTokens > 0
    ? [
        {
          constraint: "lifecycle.fineTuningCloses",
          tests: "new fine-tuning jobs on",
          required: need.asOf,
          actual: fineTuningCloses.value ?? "no end announced",
          unit: null,
          facts: [fineTuningCloses],
        },
      ]
    : [];
