/** The reasoning effort asked for, of models that reason. */
import { offeredEfforts } from "../../facts/reasoning.ts";
import type { ReasoningEffort } from "../../schema/vocabulary.ts";
import type { Check, Constraint } from "./check.ts";

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
        required: effort,
        actual: fact.value?.join(", ") ?? null,
        unit: null,
        facts: [fact],
        ...verdictOf(fact.value, effort),
      },
    ];
  },
};

function verdictOf(
  offered: readonly string[] | null,
  effort: ReasoningEffort,
): Pick<EffortCheck, "verdict" | "change"> {
  if (offered === null) return { verdict: "open", change: null };
  return offered.includes(effort)
    ? { verdict: "met", change: null }
    : { verdict: "failed", change: { efforts: offered } };
}

export const EFFORT = { effortOffered };
