/** Prices in the bills that are disputed, old, or known at second hand only. */
import type { Warning } from "../recommendation/schema.ts";
import { isPriced } from "../../decision/cost.ts";
import type { NumericFact } from "../../facts/fact.ts";
import { list } from "../../words/figures.ts";
import type { Subject } from "./subject.ts";

export function priceWarnings(subjects: readonly Subject[]): Warning[] {
  return subjects.flatMap((subject) =>
    pricesOf(subject).flatMap((fact) => [
      ...disputed(subject, fact),
      ...stale(subject, fact),
      ...secondHand(subject, fact),
    ]),
  );
}

export function pricesOf({ cost }: Subject): NumericFact[] {
  if (!isPriced(cost)) return [];
  const facts = [...cost.lines.map((line) => line.fact), cost.trainingPrice];
  return [...new Set(facts.filter((fact) => fact !== null))];
}

/** A list price beside one's own contract is no dispute. */
function disputed({ id, name }: Subject, fact: NumericFact): Warning[] {
  const { chosen, disputedBy, path, value } = fact;
  if (chosen === null || chosen.class === "own" || disputedBy.length === 0) return [];
  const others = disputedBy.map(
    ({ claim }) => `${claim.value} (${claim.source}, ${claim.observed})`,
  );
  return [
    {
      code: "disputed-fact",
      model: id,
      message: `${name}, ${path}: taken as ${String(value)} (${chosen.claim.source}, ${chosen.claim.observed}); others say ${list(others)}`,
    },
  ];
}

function stale({ id, name }: Subject, { status, chosen, path }: NumericFact): Warning[] {
  if (status !== "stale" || chosen === null) return [];
  return [
    {
      code: "stale-fact",
      model: id,
      message: `${name}, ${path}: last seen on ${chosen.claim.observed}, too long ago to be sure of`,
    },
  ];
}

function secondHand({ id, name }: Subject, { chosen, path }: NumericFact): Warning[] {
  if (chosen?.class !== "secondary") return [];
  return [
    {
      code: "secondary-source",
      model: id,
      message: `${name}, ${path}: known from a secondary source only (${chosen.claim.source})`,
    },
  ];
}
