/** Priced at all, sold in the tier asked for, and inside the hard limits on money. */
import { isPriced } from "../cost.ts";
import { evidenceOf } from "../../facts/fact.ts";
import { count, exactMoney, list, money, roundedUpToCents } from "../../words/figures.ts";
import { type Constraint, leverOf, screenByWorkload } from "./constraint.ts";

export const tierOffered: Constraint = ({ cost }, need) => {
  const { serviceTier, fineTuned } = need.workload;
  const { offered } = cost.prices;
  if (offered.value !== false) return [];
  const what = fineTuned
    ? `the ${serviceTier} tier for fine-tuned models`
    : `the ${serviceTier} tier`;
  return [
    {
      constraint: "workload.serviceTier",
      required: serviceTier,
      actual: false,
      screen: "infeasible",
      message: `is not sold in ${what}`,
      change: `use ${leverOf(need, "workload.serviceTier")} standard`,
      evidence: evidenceOf([offered]),
    },
  ];
};

export const priced: Constraint = ({ cost }) =>
  isPriced(cost) || cost.prices.offered.value === false
    ? []
    : [
        {
          constraint: "prices",
          required: list(cost.missing),
          actual: null,
          screen: "infeasible",
          message: `is unpriced: no source in the catalog states ${list(cost.missing)}`,
          change: "add the price with --catalog <file>",
          evidence: [],
        },
      ];

export const monthlyCost: Constraint = ({ cost }, need) => {
  const limit = need.limits.usdPerMonth;
  if (limit === undefined || !isPriced(cost) || cost.usdPerMonth <= limit) return [];
  const lever = leverOf(need, "limits.usdPerMonth");
  const affordable = Math.floor(limit / cost.usdPerRequest);
  return [
    {
      constraint: "limits.usdPerMonth",
      required: limit,
      actual: cost.usdPerMonth,
      ...screenByWorkload(need, ["workload.requestsPerMonth"]),
      message: `costs ${money(cost.usdPerMonth)} a month, over the ${money(limit)} allowed`,
      change: `raise ${lever} to ${roundedUpToCents(cost.usdPerMonth)}, or send at most ${count(affordable)} requests a month`,
      evidence: evidenceOf(cost.lines.map((line) => line.fact)),
    },
  ];
};

export const requestCost: Constraint = ({ cost }, need) => {
  const limit = need.limits.usdPerRequest;
  if (limit === undefined || !isPriced(cost) || cost.usdPerRequest <= limit) return [];
  const lever = leverOf(need, "limits.usdPerRequest");
  return [
    {
      constraint: "limits.usdPerRequest",
      required: limit,
      actual: cost.usdPerRequest,
      ...screenByWorkload(need, ["workload.inputTokens", "workload.outputTokens"]),
      message: `costs ${exactMoney(cost.usdPerRequest)} a request, over the ${exactMoney(limit)} allowed`,
      change: `raise ${lever} to ${cost.usdPerRequest}`,
      evidence: evidenceOf(cost.lines.map((line) => line.fact)),
    },
  ];
};
