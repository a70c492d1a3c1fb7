/** A percentage lies between 0 and 100, and is no share of 1. */
import { claimsOf } from "../../facts/claims.ts";
import type { Check, Finding } from "./check.ts";

export const resultsInRange: Check = ({ models, overlays }, { percentages }) =>
  [...models, ...overlays].flatMap((entry) =>
    Object.entries(entry.value.benchmarks ?? {}).flatMap(([id, claims]) => {
      const chance = percentages.get(id);
      if (chance === undefined) return [];
      return claimsOf({ benchmarks: { [id]: claims } }).flatMap(
        ({ path, claim: { value } }): Finding[] => {
          if (typeof value !== "number") return [];
          const finding = (message: string, advice: string) => [
            { entry, path: [...path, "value"], message, advice },
          ];
          if (value < 0 || value > 100) {
            return finding(
              `${value} is no percentage`,
              "give the share right in percent, 0 to 100",
            );
          }
          // Far below guessing: nobody's result, but a common way to write 45 %.
          return value > 0 && value < 1 && chance > 0
            ? finding(
                `${value} % is far below guessing`,
                `write ${Number((value * 100).toPrecision(12))} for ${value} of 1`,
              )
            : [];
        },
      );
    }),
  );
