/** Hard requirements on the vendor's offer: release, shutdown, features, fine-tuning and reasoning effort. */
import { offeredEfforts } from "../../facts/fact-sheets.ts";
import type { Feature, ReasoningEffort } from "../../schema/vocabulary.ts";
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

/** Release and shutdown: released by the day of the decision, not shut down, and served until the day asked for. */
export const LIFECYCLE = { released, served };

type EffortCheck = Check<"effortOffered", { efforts: readonly string[] }, string, string | null>;

/** A model that does not reason has no effort to offer, and needs none. */
const effortOffered: Constraint<EffortCheck> = {
  movedBy: [],
  check({ sheet, candidate }, { effort }) {
    if (effort === null || candidate.model.family !== "reasoning") return [];
    const fact = offeredEfforts(sheet);
    return [
      {
        name: "effortOffered",
        constraint: "effort",
        field: "effort",
        required: effort,
        actual: fact.value?.join(", ") ?? null,
        unit: null,
        facts: [fact],
        ...effortVerdict(fact.value, effort),
      },
    ];
  },
};

function effortVerdict(
  offered: readonly string[] | null,
  effort: ReasoningEffort,
): Pick<EffortCheck, "verdict" | "change"> {
  if (offered === null) return { verdict: "open", change: null };
  return offered.includes(effort)
    ? { verdict: "met", change: null }
    : { verdict: "failed", change: { efforts: offered } };
}

/** The reasoning effort asked for, of models that reason. */
export const EFFORT = { effortOffered };

type FeatureCheck = Check<"features", { without: Feature }, boolean, boolean | null> & {
  feature: Feature;
};

const features: Constraint<FeatureCheck> = {
  movedBy: [],
  check: ({ features: offered }, { needs }) =>
    needs.map((feature) => {
      const fact = offered(feature);
      return {
        name: "features",
        feature,
        constraint: `needs.${feature}`,
        field: feature,
        required: true,
        ...verdictOf(fact.value),
        unit: null,
        facts: [fact],
        change: fact.value === false ? { without: feature } : null,
      };
    }),
};

function verdictOf(
  offered: boolean | null,
): Pick<Check<string, unknown, boolean, boolean | null>, "actual" | "verdict"> {
  return {
    actual: offered,
    verdict: offered === true ? "met" : offered === false ? "failed" : "open",
  };
}

/** The vendor serves what is tuned already for as long as the base model, whatever becomes of new jobs. */
const fineTuned: Constraint<Check<"fineTuned", { without: Feature }, boolean, boolean | null>> = {
  movedBy: [],
  check({ features: offered, lifecycle, cost }, { workload, needs, asOf }) {
    const isTestedAsNeed = needs.includes("fine-tuning");
    if (!workload.fineTuned || isTestedAsNeed) return [];
    const closes = lifecycle.fineTuningCloses.value;
    const isClosed = closes !== null && asOf >= closes;
    // Once nobody can tune any more, only what is still sold tells which models were tuned before.
    const fact = isClosed ? cost.prices.offered : offered("fine-tuning");
    const isTestedAsTier = isClosed && fact.value === false;
    if (isTestedAsTier) return [];
    return [
      {
        name: "fineTuned",
        constraint: "workload.fineTuned",
        field: "fineTuned",
        required: true,
        ...verdictOf(fact.value),
        unit: null,
        facts: [fact],
        change: fact.value === false ? { without: "fine-tuning" } : null,
      },
    ];
  },
};

/** New fine-tuning jobs end before the models do. */
const fineTuningOpen: Constraint<
  Check<"fineTuningOpen", { without: Feature }, string, string | null>
> = {
  movedBy: [],
  check({ lifecycle: { fineTuningCloses } }, { needs, asOf }) {
    if (!needs.includes("fine-tuning")) return [];
    const closes = fineTuningCloses.value;
    const isClosed = closes !== null && asOf >= closes;
    return [
      {
        name: "fineTuningOpen",
        constraint: "lifecycle.fineTuningCloses",
        field: "fineTuningCloses",
        required: asOf,
        actual: closes,
        unit: null,
        facts: [fineTuningCloses],
        verdict: isClosed ? "failed" : "met",
        change: isClosed ? { without: "fine-tuning" } : null,
      },
    ];
  },
};

export const FEATURE_NEEDS = { features, fineTuned, fineTuningOpen };
