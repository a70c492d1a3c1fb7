/** Sold at all, priced, and within the limits on money. */
import { isPriced } from "../../decision/cost.ts";
import { list } from "../../words/figures.ts";
import { priceFacts } from "../../facts/prices.ts";
import type { Describe } from "./requirement-test.ts";

export const tierOffered: Describe = ({ cost, sheet }, need) => {
  const { serviceTier, fineTuned } = need.workload;
  const { offered } = priceFacts(sheet, serviceTier, fineTuned);
  return [
    {
      constraint: "workload.serviceTier",
      tests: fineTuned ? "fine-tuned version sold in tier" : "sold in tier",
      required: serviceTier,
      actual: offered.value ?? (isPriced(cost) ? true : null),
      unit: null,
      facts: [offered],
    },
  ];
};

export const priced: Describe = ({ cost }) => {
  if (!isPriced(cost)) {
    if (cost.prices.offered.value === false) return [];
    const required = list(cost.missing);
    return [
      { constraint: "prices", tests: "price known", required, actual: null, unit: null, facts: [] },
    ];
  }
  const facts = cost.lines.map((line) => line.fact);
  const paths = [...new Set(facts.map((fact) => fact.path))];
  return [
    {
      constraint: "prices",
      tests: "price known",
      required: list(paths),
      actual: true,
      unit: null,
      facts,
    },
  ];
};

export const monthlyCost: Describe = ({ cost }, { limits }) =>
  limits.usdPerMonth === undefined || !isPriced(cost)
    ? []
    : [
        {
          constraint: "limits.usdPerMonth",
          tests: "cost per month at most",
          required: limits.usdPerMonth,
          actual: cost.usdPerMonth,
          unit: "USD",
          facts: cost.lines.map((line) => line.fact),
        },
      ];

export const requestCost: Describe = ({ cost }, { limits }) =>
  limits.usdPerRequest === undefined || !isPriced(cost)
    ? []
    : [
        {
          constraint: "limits.usdPerRequest",
          tests: "cost per request at most",
          required: limits.usdPerRequest,
          actual: cost.usdPerRequest,
          unit: "USD",
          facts: cost.lines.map((line) => line.fact),
        },
      ];
