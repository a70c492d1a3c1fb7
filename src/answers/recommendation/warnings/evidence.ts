/** Warnings about evidence: facts that are disputed, old, thin, second-hand, or contradict what is often said. */
import { factsOf } from "../../../decision/confidence.ts";
import type { Decision, RankedModel } from "../../../decision/decision.ts";
import { ownResultsOfFewTests } from "../../../decision/own-tests.ts";
import { newestEvidence, type NumericFact } from "../../../facts/claims.ts";
import { daysBetween } from "../../../schema/texts.ts";
import { CRITERIA } from "../../../schema/vocabulary.ts";
import type { Finding } from "../../../words/findings.ts";

export function evidenceFindings(decision: Decision, told: readonly RankedModel[]): Finding[] {
  return [
    ...told.flatMap((model) => {
      const about = { model: model.id, name: model.assessment.candidate.name };
      const used = usedFacts(model, decision);
      return [
        ...disputedFacts(about, used),
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

/** Facts of criteria that count. */
function usedFacts(model: RankedModel, decision: Decision): NumericFact[] {
  const { weights } = decision.need.weighting;
  const facts = CRITERIA.filter((criterion) => weights[criterion] > 0).flatMap((criterion) =>
    factsOf(model, criterion),
  );
  return [...new Set(facts)];
}

export function disputedFacts(about: About, used: readonly NumericFact[]): Finding[] {
  return used
    .filter((fact) => fact.disputedBy.length > 0)
    .map(({ path, value, chosen, pooled, disputedBy }) => ({
      code: "disputed-fact",
      ...about,
      fact: path,
      taken: {
        value,
        source: chosen?.claim.source ?? "",
        observed: chosen?.claim.observed ?? "",
        averaged:
          pooled.length === 0 ? [] : [chosen, ...pooled].flatMap((each) => each?.claim ?? []),
      },
      others: disputedBy
        .filter((each) => each !== chosen && !pooled.includes(each))
        .map(({ claim }) => claim),
    }));
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

export function staleFacts(about: About, used: readonly NumericFact[]): Finding[] {
  const stale = used.filter((fact) => fact.status === "stale");
  if (stale.length === 0) return [];
  const facts = stale.map(({ path, chosen }) => ({
    fact: path,
    observed: chosen?.claim.observed ?? null,
  }));
  return [{ code: "stale-fact", ...about, facts }];
}

export function secondaryFacts(about: About, used: readonly NumericFact[]): Finding[] {
  const secondary = used.filter((fact) => fact.chosen?.class === "secondary");
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
