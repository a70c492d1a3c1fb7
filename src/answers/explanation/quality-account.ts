/** The ability of one model, so that it can be added up again: benchmark by benchmark, then bar, value, contribution. */
import {
  type AbilityEstimate,
  type BenchmarkShare,
  benchmarkShares,
  evidenceOfTasks,
  hardestOf,
  uncutShare,
} from "../../decision/ability.ts";
import type { Decision } from "../../decision/decision.ts";
import type { Need } from "../../decision/need.ts";
import type { OwnResult } from "../../decision/own-results.ts";
import {
  type BenchmarkFact,
  estimateQuality,
  type QualityEstimate,
  unknownAbility,
} from "../../decision/quality.ts";
import { CENTRAL_90_DEVIATIONS } from "../../decision/robustness/normal.ts";
import type { Interval } from "../../facts/claims.ts";
import { inverseLogit, qualityIndex } from "../../facts/logits.ts";
import type { Explanation } from "./schema.ts";
import { opponentOf, weightAccount } from "./score-account.ts";
import type { Subject } from "./subject.ts";

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
    missing: missingOf(quality, subject, decision),
    cautiousLogits: cautiousAbility(subject, decision).point,
    taskShare: constants.taskShare,
    uncutShares: need.benchmarks.reduce(
      (sum, each) => sum + Math.max(0, uncutShare(each, constants.taskShare)),
      0,
    ),
    complexityShift: complexityShift(subject, decision),
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
    spread:
      estimate === null || estimate.knownShare === 0 ? null : spreadOf(estimate, subject, decision),
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

/** Shares of the ability depend on the request alone, never on which results a model has. */
function countedAs(id: string, { benchmarks }: Need) {
  const found = benchmarks.find((each) => each.id === id);
  const { relevance = 0, ofComplexity = 0, ofUsualComplexity = 0, share = 0 } = found ?? {};
  return { relevance, ofComplexity, ofUsualComplexity, share };
}

function cautiousAbility({ screened }: Subject, { sheets }: Decision): Interval {
  return unknownAbility(sheets.catalog.levels, screened.assessment.candidate.model.family);
}

function missingOf(
  { facts }: QualityEstimate,
  subject: Subject,
  decision: Decision,
): QualityAccount["missing"] {
  const { need } = decision;
  const cautious = cautiousAbility(subject, decision).point;
  return facts
    .filter((fact) => fact.result.value === null)
    .map(({ id, name }) => {
      const shares = countedAs(id, need);
      return { id, name, ...shares, contributionLogits: shares.share * cautious };
    });
}

/** The gap to the other model at the task's usual complexity and at the one asked for. */
function complexityShift(subject: Subject, decision: Decision): QualityAccount["complexityShift"] {
  const { need, sheets } = decision;
  const { tasks, levels } = sheets.catalog;
  const other = opponentOf(subject.id, decision);
  const evidence = evidenceOfTasks(need.tasks, tasks);
  const usual = hardestOf(evidence);
  if (other === null || usual === need.complexity) return null;
  const usualShares = benchmarkShares(evidence, usual, levels.quality);
  const gapAt = (shares: readonly BenchmarkShare[]) => {
    const [own, others] = [subject.screened.assessment, other.assessment].map(
      ({ sheet }) => estimateQuality(sheet, shares, sheets.benchmarks, levels).ability.point,
    );
    return (own ?? 0) - (others ?? 0);
  };
  return {
    usual,
    asked: need.complexity,
    versus: other.id,
    usualGapLogits: gapAt(usualShares),
    askedGapLogits: gapAt(need.benchmarks),
  };
}

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
    ...countedAs(id, need),
    because: because ?? null,
    result: { point: result.value ?? 0, low: result.low, high: result.high },
    chance: benchmark.chance,
    correctedShare: inverseLogit(used.logit.point),
    logOdds: used.logit,
    standardError: used.standardError,
    difficulty: used.difficulty,
    provisional: benchmark.provisional === true,
    sibling: used.sibling,
    contributionLogits: used.contributionLogits,
    fact: result.path,
  };
}

/** What makes the range as wide as it is; the parts combine as the square root of their squares' sum. */
function spreadOf(
  { used, missing, thin }: AbilityEstimate,
  subject: Subject,
  { sheets }: Decision,
): NonNullable<QualityAccount["spread"]> {
  const { levels } = sheets.catalog;
  const { transferSd, thinEvidenceFactor, siblingWideningLogits } = levels.quality;
  const { family } = subject.screened.assessment.candidate.model;
  const deviation = transferSd[family] * (thin ? thinEvidenceFactor : 1);
  const quadrature = (partOf: (part: Used) => number) =>
    Math.hypot(...used.map((part) => part.relevance * partOf(part)));
  const claims = (reach: (logit: Interval) => number) =>
    quadrature((part) => reach(part.logit) + (part.sibling ? siblingWideningLogits : 0));
  const missingShare = missing.reduce((sum, part) => sum + part.relevance, 0);
  const unknown = unknownAbility(levels, family);
  const all = [...used, ...missing];
  const effective = 1 + all.reduce((sum, part) => sum + part.relevance ** 2, 0);
  return {
    claimsDown: claims((logit) => logit.point - logit.low),
    claimsUp: claims((logit) => logit.high - logit.point),
    missingDown: missingShare * (unknown.point - unknown.low),
    missingUp: missingShare * (unknown.high - unknown.point),
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
