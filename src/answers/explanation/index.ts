/** The whole account of one model: each requirement, each figure's arithmetic, every claim, and what would change it. */
import { isPriced } from "../../decision/cost.ts";
import { type Decision, explainedOf } from "../../decision/decision.ts";
import type { Need } from "../../decision/need.ts";
import { type AnyCheck, testsOf } from "../../decision/screening.ts";
import type { Candidate } from "../../facts/candidate.ts";
import { evidenceOf } from "../../facts/claims.ts";
import { CRITERIA, type Criterion } from "../../schema/vocabulary.ts";
import {
  requirementChange,
  requirementMessage,
  requirementTested,
  sidesOf,
} from "../../words/requirement-sentences.ts";
import type { Answer } from "../recommendation/recommend.ts";
import { sourceNotes, originOf } from "../recommendation/record-entries.ts";
import { successorOf } from "../recommendation/successor.ts";
import { warningsOf } from "../recommendation/warnings/index.ts";
import { costAccount } from "./cost-account.ts";
import { factRecord } from "./fact-record.ts";
import { ownSplitOf } from "./own-split.ts";
import { qualityAccount } from "./quality-account.ts";
import type { Explanation, TestedRequirement } from "./schema.ts";
import { scoreAccount } from "./score-account.ts";
import { standingOf } from "./standing.ts";
import { type Subject, subjectOf } from "./subject.ts";
import { toBecomeFirstOf } from "./to-become-first.ts";
import { usedFacts } from "./used-facts.ts";
import { waitAccount } from "./wait-account.ts";

/** The criterion a trait of the comparison speaks about. */
const CRITERION_OF: Record<string, Criterion> = {
  cost: "cost",
  speed: "latency",
  accuracy: "quality",
};

/** Claims that are contradicted or have no source, and those that hold in part about a criterion that counts. */
function articleClaims({ need, sheets }: Decision, { model }: Candidate): Explanation["article"] {
  const { weights } = need.weighting;
  const { models, dimensions } = sheets.catalog.article;
  if (!models.includes(model.id)) return [];
  return dimensions.filter(({ trait, verdict }) => {
    if (verdict === "holds") return false;
    if (verdict === "contradicted" || verdict === "unsupported") return true;
    const criterion = CRITERION_OF[trait];
    return criterion !== undefined && weights[criterion] > 0;
  });
}

/**
 * Explains one model of an answer so that a reader can work it out again. `modelId` may name a model, a snapshot, or
 * a successor that was not ranked; null means the pick or, when nobody qualifies, the closest of the others.
 * Figures are unrounded: cost lines add up to the request, benchmark parts to the ability, contributions to the
 * score, and differences to the margin.
 * @throws RangeError for an id the catalog does not have
 */
export function explainModel(answer: Answer, modelId: string | null): Explanation {
  const { decision, result } = answer;
  const { need, sheets } = decision;
  const subject = subjectOf(decision, modelId);
  const { assessment } = subject.screened;
  const tested = testsOf(subject.screened.assessment, need).map((check) =>
    testedRequirement(check, need),
  );
  const isPick = result.recommendation?.model === subject.id;
  const splitting =
    result.splitting !== null &&
    [result.splitting.small, result.splitting.large].includes(subject.id)
      ? result.splitting
      : null;
  const facts = usedFacts(assessment, decision).map((used) =>
    factRecord(used, assessment.candidate, sheets),
  );
  const article = articleClaims(decision, assessment.candidate);
  return {
    schemaVersion: 1,
    asOf: result.asOf,
    program: result.program,
    catalog: {
      digest: result.catalog.digest,
      constants: result.catalog.constants,
      newestEvidence: result.catalog.newestEvidence,
    },
    requirements: result.requirements,
    assumptions: result.assumptions,
    model: subject.id,
    name: subject.name,
    snapshot: assessment.candidate.snapshot?.id ?? null,
    subject: subject.why,
    pick: result.recommendation && {
      model: result.recommendation.model,
      name: result.recommendation.name,
    },
    standing: standingOf(subject, tested, answer),
    tested,
    cost: costAccount(subject, decision),
    unpriced: isPriced(assessment.cost) ? [] : assessment.cost.missing,
    latency: waitAccount(subject, decision),
    quality: qualityAccount(subject, decision),
    score: scoreAccount(subject, decision),
    confidence: result.recommendation?.confidence ?? null,
    robustness: robustnessOf(subject, answer),
    flips: isPick ? result.flips : [],
    toBecomeFirst: toBecomeFirstOf(subject, decision),
    hingesOn: subject.ranked === null ? [] : result.hingesOn,
    facts,
    article,
    splitting,
    ownSplit: ownSplitOf(splitting, decision),
    successor: successorFor(subject, decision),
    warnings: warningsAbout(subject, answer).filter(
      (each) => each.model === undefined || each.model === subject.id,
    ),
    hints: isPick ? result.hints : [],
    sources: sourceNotes(
      [
        ...facts.flatMap((fact) => fact.claims.map((claim) => claim.source)),
        ...(subject.ranked === null ? [] : result.hingesOn).flatMap((hinge) =>
          hinge.claims.map((claim) => claim.source),
        ),
        ...article.flatMap((each) => each.sources),
        ...tested.flatMap((test) => test.evidence),
        ...CRITERIA.flatMap((criterion) =>
          result.ranking.flatMap((row) => row.criteria[criterion].evidence),
        ),
      ],
      decision.sheets,
    ),
  };
}

function robustnessOf(subject: Subject, { result }: Answer): Explanation["robustness"] {
  const isRanked = subject.ranked !== null;
  const has = (ids: readonly string[]) => (isRanked ? ids.includes(subject.id) : null);
  return {
    necessarilyBest: has(result.necessarilyBest),
    possiblyBest: has(result.possiblyBest),
    onParetoFront: has(result.paretoFront),
    dominatedBy: result.ranking.find((row) => row.model === subject.id)?.dominatedBy ?? [],
    paretoFront: result.paretoFront,
  };
}

/** Those of the record or, where the model is too far behind to be told of there, its own beside them. */
function warningsAbout({ ranked }: Subject, { decision, result }: Answer): Explanation["warnings"] {
  const told = explainedOf(decision);
  return ranked === null || told.includes(ranked)
    ? result.warnings
    : warningsOf(decision, [...told, ranked]);
}

/** The replacement of this very model, whatever its place. */
function successorFor({ ranked, screened }: Subject, decision: Decision): Explanation["successor"] {
  return successorOf(
    ranked === null
      ? { ...decision, ranking: [], excluded: [screened] }
      : { ...decision, ranking: [ranked] },
  );
}

/** One hard requirement as the explanation shows it: what is asked, what was found, and the verdict of the screening. */
export function testedRequirement(check: AnyCheck, need: Need): TestedRequirement {
  const { constraint, unit, verdict, facts } = check;
  const origin = originOf(need, constraint);
  return {
    constraint,
    tests: requirementTested(check, need),
    ...sidesOf(check),
    unit,
    status: verdict,
    origin: origin.text,
    originKind: origin.from,
    message: verdict === "met" ? null : requirementMessage(check, need),
    change: requirementChange(check, need),
    facts: [...new Set(facts.map((fact) => fact.path))],
    evidence: evidenceOf(facts),
  };
}
