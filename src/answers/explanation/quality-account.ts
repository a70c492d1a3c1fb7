/** The ability of one model, so that it can be added up again: benchmark by benchmark, then bar, value, contribution. */
import type { Explanation } from "./schema.ts";
import type { AbilityEstimate } from "../../decision/ability.ts";
import { CENTRAL_90_DEVIATIONS } from "../../decision/robustness/normal.ts";
import type { Interval } from "../../facts/fact.ts";
import type { Decision } from "../../decision/decision.ts";
import { inverseLogit, qualityIndex } from "../../facts/logits.ts";
import type { OwnResult } from "../../decision/own-results.ts";
import type { BenchmarkFact } from "../../decision/quality.ts";
import type { Subject } from "./subject.ts";
import { weightAccount } from "./weight-account.ts";

type QualityAccount = Explanation["quality"];

export function qualityAccount(subject: Subject, decision: Decision): QualityAccount {
  const { quality } = subject.screened.assessment;
  const { need, valueFunctions, anchors } = decision;
  const { estimate, ability, facts, thin } = quality;
  const constants = decision.sheets.catalog.levels.quality;
  const value = valueFunctions.quality(ability.point);
  const weight = weightAccount(need, "quality");
  return {
    benchmarks: (estimate?.used ?? []).flatMap((used) => {
      const fact = facts.find((each) => each.id === used.benchmarkId);
      return fact === undefined ? [] : [benchmarkAccount(used, fact, decision)];
    }),
    shareClip: constants.accuracyClip,
    elo: { anchor: constants.eloAnchor, perDecade: constants.eloPerDecade },
    missing: facts
      .filter((fact) => fact.result.value === null)
      .map(({ id, name }) => ({ id, name, relevance: need.relevance[id] ?? 0 })),
    knownShare: estimate?.knownShare ?? 0,
    thin,
    abilityFrom: estimate === null ? "prior" : "benchmarks",
    own: quality.own === null ? null : ownAccount(quality.own),
    ability,
    index: {
      point: qualityIndex(ability.point),
      low: qualityIndex(ability.low),
      high: qualityIndex(ability.high),
    },
    spread: estimate === null ? null : spreadOf(estimate, subject, decision),
    bar: barOf(decision),
    logitsToZero: anchors.logitsToZero,
    formula:
      ability.point >= anchors.barLogits ? "1" : "1 - (bar.logits - ability.point) / logitsToZero",
    value,
    weight,
    contribution: weight.weight === 0 ? 0 : weight.weight * value,
  };
}

function ownAccount(own: OwnResult): QualityAccount["own"] {
  const { statement, value, ability, sd, weight, publicAbility } = own;
  const { claim } = statement;
  return {
    source: claim.source,
    run: value.run,
    observed: claim.observed,
    effort: claim.effort ?? null,
    tests: value.tests,
    passRate: value.passRate,
    effectiveTests: value.effectiveTests,
    logit: value.logit,
    standardError: value.standardError,
    difficulty: ability - value.logit,
    target: value.target ?? null,
    ability,
    sd,
    weight,
    publicAbility,
  };
}

type Used = AbilityEstimate["used"][number];

function benchmarkAccount(
  used: Used,
  { id, name, benchmark, result }: BenchmarkFact,
  { need, sheets }: Decision,
): QualityAccount["benchmarks"][number] {
  const tasks = need.tasks.flatMap(
    (each) => sheets.catalog.tasks.find((task) => task.id === each.id) ?? [],
  );
  const [because] = tasks.flatMap((task) => task.benchmarks[id]?.because ?? []);
  return {
    id,
    name,
    measures: benchmark.measures,
    scale: benchmark.scale,
    relevance: used.relevance,
    because: because ?? null,
    result: { point: result.value ?? 0, low: result.low, high: result.high },
    chance: benchmark.chance,
    correctedShare: inverseLogit(used.logit.point),
    logOdds: used.logit,
    standardError: used.standardError,
    difficulty: used.difficulty,
    provisional: benchmark.provisional === true,
    sibling: used.sibling,
    share: used.share,
    contributionLogits: used.contributionLogits,
    fact: result.path,
  };
}

/** What makes the range as wide as it is; the parts combine as the square root of their squares' sum. */
function spreadOf(
  { used, thin }: AbilityEstimate,
  subject: Subject,
  { sheets }: Decision,
): NonNullable<QualityAccount["spread"]> {
  const { transferSd, thinEvidenceFactor, siblingWideningLogits } = sheets.catalog.levels.quality;
  const { family } = subject.screened.assessment.candidate.model;
  const deviation = transferSd[family] * (thin ? thinEvidenceFactor : 1);
  const quadrature = (partOf: (part: Used) => number) =>
    Math.hypot(...used.map((part) => part.share * partOf(part)));
  const claims = (reach: (logit: Interval) => number) =>
    quadrature((part) => reach(part.logit) + (part.sibling ? siblingWideningLogits : 0));
  const effective = 1 + used.reduce((sum, part) => sum + part.share ** 2, 0);
  return {
    claimsDown: claims((logit) => logit.point - logit.low),
    claimsUp: claims((logit) => logit.high - logit.point),
    sampling: quadrature((part) => CENTRAL_90_DEVIATIONS * part.standardError),
    transfer: CENTRAL_90_DEVIATIONS * deviation * Math.sqrt(effective),
    transferSd: deviation,
  };
}

function barOf({ need, sheets }: Decision): QualityAccount["bar"] {
  const { barBase, barPerStep, levels, complexitySteps } = sheets.catalog.levels.quality;
  const { word, barLogits } = need.quality;
  return {
    base: barBase,
    perStep: barPerStep,
    quality: word,
    qualitySteps: levels[word].step,
    complexity: need.complexity,
    complexitySteps: complexitySteps[need.complexity],
    logits: barLogits,
    index: qualityIndex(barLogits),
  };
}
