/** Floors on benchmark results, in each benchmark's own unit. */
import { evidenceOf } from "../../facts/fact.ts";
import { type Constraint, leverOf, type Violation } from "./constraint.ts";

export const benchmarkFloors: Constraint = ({ benchmark }, need) =>
  Object.entries(need.minBenchmarks).flatMap(([id, floor]): Violation[] => {
    const fact = benchmark(id);
    const field = `minBenchmarks.${id}`;
    const common = { constraint: field, required: floor, evidence: evidenceOf([fact.result]) };
    if (fact.result.value === null) {
      return [
        {
          ...common,
          actual: null,
          screen: "unknown",
          message: `has no known ${fact.name} result`,
          change: null,
        },
      ];
    }
    const enough = fact.lowerIsBetter ? fact.result.value <= floor : fact.result.value >= floor;
    if (enough) return [];
    return [
      {
        ...common,
        actual: fact.result.value,
        screen: "infeasible",
        message: `scores ${fact.result.value} on ${fact.name}, ${fact.lowerIsBetter ? "above" : "below"} the ${floor} asked for`,
        change: `${fact.lowerIsBetter ? "raise" : "lower"} ${leverOf(need, field)} to ${id}=${fact.result.value}`,
      },
    ];
  });
