/** The lock made of an answer: the pick, its models with their bills and ends, the facts behind them. */
import { isPriced } from "../../decision/cost.ts";
import { assessmentsOf, type Decision, type RankedModel } from "../../decision/decision.ts";
import type { Fact, NumericFact } from "../../facts/claims.ts";
import type { Requirements } from "../../schema/requirements.ts";
import type { Answer } from "../recommendation/recommend.ts";
import { anyAssessment } from "./guarded.ts";
import { LOCK_VERSION, type LockedFact, type UnsealedLock } from "./schema.ts";

export interface LockedRequirements {
  file: string | null;
  digest: string;
  stated: Requirements;
  options: Requirements;
}

/**
 * @param choice the team's own model, which may be one the question does not compare
 * @returns null when nothing qualifies: there is no decision to lock
 */
export function makeLock(
  answer: Answer,
  requirements: LockedRequirements,
  sampling: UnsealedLock["sampling"],
  choice?: string,
): UnsealedLock | null {
  const { result, decision } = answer;
  const pick = result.recommendation;
  if (pick === null) return null;
  const { model, name, snapshot, runnerUp, score, margin } = pick;
  const { probability, overWeights, label } = pick.confidence;
  const { digest, constants, newestEvidence } = result.catalog;
  return {
    lockVersion: LOCK_VERSION,
    asOf: result.asOf,
    program: result.program,
    requirements,
    catalog: { digest, constants, newestEvidence },
    sampling,
    pick: {
      model,
      name,
      snapshot,
      runnerUp,
      score,
      margin,
      confidence: { probability, overWeights, label },
    },
    models: modelsOf(decision, choice),
    flips: result.flips,
    facts: factsBehind(answer),
  };
}

function modelsOf(decision: Decision, choice: string | undefined): UnsealedLock["models"] {
  const own = anyAssessment(decision, choice);
  const models = new Set([...assessmentsOf(decision), ...(own === null ? [] : [own])]);
  return Object.fromEntries(
    [...models].flatMap(({ candidate, cost, lifecycle }) =>
      isPriced(cost)
        ? [[candidate.id, { usdPerMonth: cost.usdPerMonth, shutdown: lifecycle.shutdown.value }]]
        : [],
    ),
  );
}

/** What the answer hinges on: the uncertain facts that could turn it, and the prices and endings of the first two. */
export function factsBehind({ decision, result }: Answer): LockedFact[] {
  const hinges = result.hingesOn.flatMap((hinge): LockedFact[] => {
    const model = decision.ranking.find(({ id }) => id === hinge.model);
    const fact = model && uncertainFacts(model).find(({ path }) => path === hinge.fact);
    const claim = fact?.chosen?.claim;
    if (fact === undefined || claim === undefined) return [];
    const { source, observed } = claim;
    const disputed = fact.disputedBy.length > 0 || hinge.disputed;
    const { threshold } = hinge;
    const common = { model: hinge.model, fact: fact.path, role: "hinge" as const };
    return [{ ...common, value: hinge.now, threshold, source, observed, disputed }];
  });
  const firstTwo = decision.ranking
    .slice(0, 2)
    .flatMap((model) => [
      ...[...new Set(model.cost.lines.map(({ fact }) => fact))].flatMap((fact) =>
        lockedFact(model, fact, "price"),
      ),
      ...lockedFact(model, model.assessment.lifecycle.shutdown, "ending"),
    ]);
  return [...hinges, ...firstTwo];
}

function uncertainFacts({ assessment }: RankedModel): NumericFact[] {
  return [...assessment.wait.facts, ...assessment.quality.facts.map(({ result }) => result)];
}

function lockedFact(
  model: RankedModel,
  fact: Fact<number> | Fact<string>,
  role: LockedFact["role"],
): LockedFact[] {
  const { value, path, chosen, disputedBy } = fact;
  if (value === null || chosen === null) return [];
  const { source, observed } = chosen.claim;
  const disputed = disputedBy.length > 0;
  return [
    { model: model.id, fact: path, role, value, threshold: null, source, observed, disputed },
  ];
}
