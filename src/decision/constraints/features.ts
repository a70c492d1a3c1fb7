/** Features the project cannot do without. */
import { evidenceOf } from "../../facts/fact.ts";
import { type Constraint, leverOf, type Violation } from "./constraint.ts";

export const features: Constraint = ({ features: offered }, need) =>
  need.needs.flatMap((feature): Violation[] => {
    const fact = offered(feature);
    if (fact.value === true) return [];
    const field = `needs.${feature}`;
    const lever =
      need.origins[field]?.from === "flag" ? need.origins[field].text : `needs: ${feature}`;
    const common = { constraint: field, required: true, evidence: evidenceOf([fact]) };
    return fact.value === false
      ? [
          {
            ...common,
            actual: false,
            screen: "infeasible",
            message: `does not offer ${feature}${endOf(fact.chosen?.claim.from)}`,
            change: `do without ${feature} (drop ${lever})`,
          },
        ]
      : [
          {
            ...common,
            actual: null,
            screen: "unknown",
            message: `is not known to offer ${feature}, nor not to`,
            change: null,
          },
        ];
  });

function endOf(from: string | undefined): string {
  return from === undefined ? "" : ` (since ${from})`;
}

/** New fine-tuning jobs end before the models do. */
export const fineTuningOpen: Constraint = ({ lifecycle }, need) => {
  const closes = lifecycle.fineTuningCloses.value;
  // A model that is fine-tuned already keeps serving; only new jobs need the door to be open.
  const wantsNewJobs =
    need.workload.trainingTokens > 0 ||
    (need.needs.includes("fine-tuning") && !need.workload.fineTuned);
  if (!wantsNewJobs || closes === null || need.asOf < closes) return [];
  return [
    {
      constraint: "lifecycle.fineTuningCloses",
      required: need.asOf,
      actual: closes,
      screen: "infeasible",
      message: `takes no new fine-tuning jobs since ${closes}`,
      change: `do without fine-tuning (drop ${leverOf(need, "needs.fine-tuning")})`,
      evidence: evidenceOf([lifecycle.fineTuningCloses]),
    },
  ];
};
