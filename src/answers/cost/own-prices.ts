/** Prices of the user's own that stand in a bill, beside the list prices they replace. */
import type { OwnPrice } from "./schema.ts";
import type { CostEstimate } from "../../decision/cost.ts";
import type { NumericFact, Statement } from "../../facts/fact.ts";

export function ownPricesOf({ lines, trainingPrice }: CostEstimate): OwnPrice[] {
  const facts = [
    ...lines.map((line) => line.fact),
    ...(trainingPrice === null ? [] : [trainingPrice]),
  ];
  return [...new Set(facts)].flatMap((fact) => {
    const { chosen, value } = fact;
    if (chosen === null || value === null || chosen.class !== "own") return [];
    const { source, observed, note = null } = chosen.claim;
    return [{ fact: fact.path, value, source, observed, note, listPrice: listPriceOf(fact) }];
  });
}

/** The vendor's newest statement about this very snapshot. */
function listPriceOf({ statements }: NumericFact): number | null {
  const vendors = statements.filter((each) => each.class === "vendor" && each.scope !== "other");
  return vendors.toSorted(newestFirst)[0]?.claim.value ?? null;
}

function newestFirst(a: Statement<number>, b: Statement<number>): number {
  return a.claim.observed < b.claim.observed ? 1 : -1;
}
