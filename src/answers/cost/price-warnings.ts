/** Prices in the bills that are disputed, old, or known at second hand only. */
import { isPriced } from "../../decision/cost.ts";
import type { NumericFact } from "../../facts/fact.ts";
import type { Finding } from "../../words/findings.ts";
import { disputedFacts, secondaryFacts, staleFacts } from "../recommendation/warnings/evidence.ts";
import type { Subject } from "./subject.ts";

export function priceFindings(subjects: readonly Subject[]): Finding[] {
  return subjects.flatMap((subject) => {
    const about = { model: subject.id, name: subject.name };
    const prices = pricesOf(subject);
    // A list price beside one's own contract is no dispute.
    const others = prices.filter(({ chosen }) => chosen !== null && chosen.class !== "own");
    return [
      ...disputedFacts(about, others),
      ...staleFacts(about, prices),
      ...secondaryFacts(about, prices),
    ];
  });
}

export function pricesOf({ cost }: Subject): NumericFact[] {
  if (!isPriced(cost)) return [];
  const facts = [...cost.lines.map((line) => line.fact), cost.trainingPrice];
  return [...new Set(facts.filter((fact) => fact !== null))];
}
