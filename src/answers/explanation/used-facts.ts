/** Every fact an account of a model rests on, with what each is used for. */
import type { Assessment } from "../../decision/assessment.ts";
import { imageTokenFacts } from "../../decision/billed-input.ts";
import { isPriced } from "../../decision/cost.ts";
import type { Decision } from "../../decision/decision.ts";
import type { Need } from "../../decision/need.ts";
import { type ConstraintName, checksOf } from "../../decision/screening.ts";
import type { Fact } from "../../facts/claims.ts";
import type { FactRecord } from "./schema.ts";

export interface UsedFact {
  fact: Fact<unknown>;
  usedFor: FactRecord["usedFor"];
}

/** Each fact once, in the order cost, wait, quality, requirements, lifecycle. */
export function usedFacts(assessment: Assessment, { need }: Decision): UsedFact[] {
  const { wait, quality, lifecycle } = assessment;
  const uses: [FactRecord["usedFor"][number], readonly Fact<unknown>[]][] = [
    ["cost", costFacts(assessment, need)],
    ["latency", wait.facts],
    ["quality", quality.facts.map((fact) => fact.result)],
    ["requirement", testedFacts(assessment, need)],
    ["lifecycle", [lifecycle.shutdown, lifecycle.replacement]],
  ];
  const used = new Map<Fact<unknown>, UsedFact>();
  for (const [use, facts] of uses) {
    for (const fact of facts) {
      const known = used.get(fact);
      if (known === undefined) used.set(fact, { fact, usedFor: [use] });
      else if (!known.usedFor.includes(use)) known.usedFor.push(use);
    }
  }
  return [...used.values()];
}

function costFacts({ cost, sheet }: Assessment, { workload }: Need): Fact<unknown>[] {
  const { base, perTile } = imageTokenFacts(sheet);
  const block = sheet.numeric("tools.webSearchInputTokensPerCall");
  return [
    ...(isPriced(cost)
      ? cost.lines.map((line) => line.fact)
      : [cost.prices.input, cost.prices.output]),
    ...(workload.images.length > 0 ? [base, perTile] : []),
    ...(workload.webSearches > 0 ? [block] : []),
    ...(isPriced(cost) && cost.trainingPrice !== null ? [cost.trainingPrice] : []),
  ];
}

/** Their facts are told as facts of the cost. */
const ON_PRICES: readonly ConstraintName[] = ["priced", "monthlyCost", "requestCost"];

function testedFacts(assessment: Assessment, need: Need): Fact<unknown>[] {
  return checksOf(assessment, need)
    .filter(({ name }) => !ON_PRICES.includes(name))
    .flatMap((check) => check.facts);
}
