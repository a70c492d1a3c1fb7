/** Warnings about evidence: facts that are disputed, old, thin, second-hand, or contradict what is often said. */
import { factsOf } from "../../../decision/confidence.ts";
import type { Decision, RankedModel } from "../../../decision/decision.ts";
import { ownResultsOfFewTests } from "../../../decision/own-tests.ts";
import { newestEvidence, type NumericFact } from "../../../facts/claims.ts";
import { memoizeByObject } from "../../../facts/memoize.ts";
import { daysBetween } from "../../../schema/texts.ts";
import { CRITERIA } from "../../../schema/vocabulary.ts";
import type { Finding } from "../../../words/findings.ts";

export function evidenceFindings(decision: Decision, told: readonly RankedModel[]): Finding[] {
  return [
    ...told.flatMap((model) => {
      const { sheet, candidate } = model.assessment;
      const about = { model: model.id, name: candidate.name };
      const used = doubtfulFacts(model, decision);
      // The same dispute whatever is asked for: told once a model and day.
      const disputeOf = sheet.group("disputes", () =>
        memoizeByObject((fact: NumericFact) => disputedFact(about, fact)),
      );
      return [
        ...used.filter(isDisputed).map(disputeOf),
        ...thinEvidence(about, model, decision),
        ...fewOwnTests(about, model, decision),
        ...staleFacts(about, used),
        ...secondaryFacts(about, used),
      ];
    }),
    ...staleCatalog(decision),
  ];
}

interface About {
  model: string;
  name: string;
}

/** Facts of criteria that count, as far as there is something to say of them: each once. */
function doubtfulFacts(model: RankedModel, decision: Decision): readonly NumericFact[] {
  const { weights } = decision.need.weighting;
  return CRITERIA.flatMap((criterion) => {
    if (weights[criterion] === 0) return [];
    return criterion === "quality"
      ? doubtfulResults(model.assessment.quality.results)
      : [...new Set(factsOf(model, criterion).filter(isDoubtful))];
  });
}

/** Results are kept for every question about the same work. */
const doubtfulResults = memoizeByObject((results: readonly NumericFact[]) =>
  results.filter(isDoubtful),
);

function isDoubtful(fact: NumericFact): boolean {
  return isDisputed(fact) || isStale(fact) || isSecondary(fact);
}

export function disputedFacts(about: About, used: readonly NumericFact[]): Finding[] {
  return used.filter(isDisputed).map((fact) => disputedFact(about, fact));
}

function isDisputed({ disputedBy }: NumericFact): boolean {
  return disputedBy.length > 0;
}

function disputedFact(
  about: About,
  { path, value, chosen, pooled, disputedBy }: NumericFact,
): Finding {
  return {
    code: "disputed-fact",
    ...about,
    fact: path,
    taken: {
      value,
      source: chosen?.claim.source ?? "",
      observed: chosen?.claim.observed ?? "",
      averaged: pooled.length === 0 ? [] : [chosen, ...pooled].flatMap((each) => each?.claim ?? []),
    },
    others: disputedBy
      .filter((each) => each !== chosen && !pooled.includes(each))
      .map(({ claim }) => claim),
  };
}

function thinEvidence(about: About, model: RankedModel, decision: Decision): Finding[] {
  const { quality, wait } = model.assessment;
  const { weights } = decision.need.weighting;
  const code = "thin-evidence";
  return [
    ...(quality.thin && quality.own === null && weights.quality > 0
      ? [
          {
            code,
            ...about,
            knownShare: quality.estimate?.knownShare ?? 0,
            knowsOtherWork: quality.estimate !== null,
          } as const,
        ]
      : []),
    ...(wait.missing.length > 0 && weights.latency > 0
      ? [{ code, ...about, missing: wait.missing } as const]
      : []),
  ];
}

function fewOwnTests(about: About, model: RankedModel, decision: Decision): Finding[] {
  if (decision.need.weighting.weights.quality === 0) return [];
  return ownResultsOfFewTests(model, decision).map(({ benchmark, tests, settledBy }) => ({
    code: "thin-evidence",
    ...about,
    own: { test: decision.sheets.benchmarks.get(benchmark)?.name ?? benchmark, tests, settledBy },
  }));
}

function isStale({ status }: NumericFact): boolean {
  return status === "stale";
}

export function staleFacts(about: About, used: readonly NumericFact[]): Finding[] {
  const stale = used.filter(isStale);
  if (stale.length === 0) return [];
  const facts = stale.map(({ path, chosen }) => ({
    fact: path,
    observed: chosen?.claim.observed ?? null,
  }));
  return [{ code: "stale-fact", ...about, facts }];
}

function isSecondary({ chosen }: NumericFact): boolean {
  return chosen?.class === "secondary";
}

export function secondaryFacts(about: About, used: readonly NumericFact[]): Finding[] {
  const secondary = used.filter(isSecondary);
  return secondary.length === 0
    ? []
    : [{ code: "secondary-source", ...about, facts: secondary.map(({ path }) => path) }];
}

function staleCatalog(decision: Decision): Finding[] {
  const date = newestEvidence(decision.sheets);
  if (date === null) return [];
  const ageDays = daysBetween(date, decision.need.asOf);
  const { staleCatalogDays } = decision.sheets.catalog.levels.lifecycle;
  return ageDays <= staleCatalogDays ? [] : [{ code: "stale-catalog", date, ageDays }];
}

/** Comparison traits a belief bears on, by what the user asked about. */
function traitsAskedAbout({ need, sheets }: Decision): Set<string> {
  const traits = new Set<string>();
  const { latency, origins } = need;
  const origin = origins["latency"]?.from;
  const asked = origin !== undefined && origin !== "default";
  const { levels, default: usual } = sheets.catalog.levels.latency;
  const usualTarget = Number(levels[usual].targetSeconds);
  if (asked && latency.targetSeconds < usualTarget) traits.add("speed");
  if (need.needs.includes("on-device")) traits.add("devices");
  return traits;
}

/** Common beliefs that today's evidence contradicts, where they would bear on this answer. */
export function articleFindings(decision: Decision): Finding[] {
  const traits = traitsAskedAbout(decision);
  if (traits.size === 0) return [];
  const { models, dimensions } = decision.sheets.catalog.article;
  const spokenOf = [
    ...decision.ranking.map(({ screened }) => screened),
    ...decision.excluded,
  ].filter(({ assessment }) => models.includes(assessment.candidate.model.id));
  if (spokenOf.length === 0) return [];
  return dimensions
    .filter((each) => each.verdict === "contradicted" && traits.has(each.trait))
    .map((each) => ({
      code: "article-claim-contradicted",
      claim: each.claim,
      trait: each.trait,
    }));
}
