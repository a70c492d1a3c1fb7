/** What is disputed, old, thin or second-hand in the facts the answer uses. */
import type { Warning } from "../schema.ts";
import { CRITERIA } from "../../../schema/vocabulary.ts";
import { daysBetween } from "../../../facts/calendar.ts";
import { factsOf } from "../../../decision/confidence.ts";
import type { Decision, RankedModel } from "../../../decision/decision.ts";
import type { NumericFact } from "../../../facts/fact.ts";
import { list, percent } from "../../../words/figures.ts";
import { newestEvidence } from "../../../facts/claims.ts";

export function evidenceWarnings(decision: Decision): Warning[] {
  return [
    ...decision.ranking.flatMap((model) => {
      const used = usedFacts(model, decision);
      return [
        ...disputedFacts(model, used),
        ...thinEvidence(model, decision),
        ...staleFacts(model, used),
        ...secondaryFacts(model, used),
      ];
    }),
    ...staleCatalog(decision),
  ];
}

const LABELS: Record<string, string> = {
  "speed.outputTokensPerSecond": "output speed, tokens per second",
  "speed.timeToFirstTokenSeconds": "time to first token, seconds",
};

/** Facts of criteria that count. */
function usedFacts(model: RankedModel, decision: Decision): NumericFact[] {
  const { weights } = decision.need.weighting;
  const facts = CRITERIA.filter((criterion) => weights[criterion] > 0).flatMap((criterion) =>
    factsOf(model, criterion),
  );
  return [...new Set(facts)];
}

function disputedFacts(model: RankedModel, used: readonly NumericFact[]): Warning[] {
  return used
    .filter((fact) => fact.disputedBy.length > 0)
    .map((fact) => {
      const { chosen } = fact;
      const others = fact.disputedBy.map(
        ({ claim }) => `${claim.value} (${claim.source}, ${claim.observed})`,
      );
      return {
        code: "disputed-fact",
        model: model.id,
        message: `${nameOf(model)}, ${LABELS[fact.path] ?? fact.path}: taken as ${String(fact.value)} (${chosen?.claim.source ?? ""}, ${chosen?.claim.observed ?? ""}); others say ${list(others)}`,
      };
    });
}

function thinEvidence(model: RankedModel, decision: Decision): Warning[] {
  const { quality, wait } = model.assessment;
  const { weights } = decision.need.weighting;
  const warnings: Warning[] = [];
  if (quality.thin && weights.quality > 0) {
    const known = quality.estimate?.knownShare ?? 0;
    warnings.push({
      code: "thin-evidence",
      model: model.id,
      message:
        known === 0
          ? `nothing in the catalog measures ${nameOf(model)} on this kind of work; a cautious guess stands in`
          : `only ${percent(known)} of the evidence for this kind of work is known for ${nameOf(model)}`,
    });
  }
  if (wait.missing.length > 0 && weights.latency > 0) {
    warnings.push({
      code: "thin-evidence",
      model: model.id,
      message: `nobody in the catalog states ${list(wait.missing.map((path) => LABELS[path] ?? path))} of ${nameOf(model)} here; a cautious guess stands in`,
    });
  }
  return warnings;
}

function staleFacts(model: RankedModel, used: readonly NumericFact[]): Warning[] {
  const stale = used.filter((fact) => fact.status === "stale");
  if (stale.length === 0) return [];
  const named = stale.map(
    (fact) => `${LABELS[fact.path] ?? fact.path} (${fact.chosen?.claim.observed ?? "undated"})`,
  );
  return [
    {
      code: "stale-fact",
      model: model.id,
      message: `${nameOf(model)}: older than it should be: ${list(named)}`,
    },
  ];
}

function secondaryFacts(model: RankedModel, used: readonly NumericFact[]): Warning[] {
  const secondary = used.filter((fact) => fact.chosen?.class === "secondary");
  if (secondary.length === 0) return [];
  return [
    {
      code: "secondary-source",
      model: model.id,
      message: `${nameOf(model)}: known from secondary sources only: ${list(secondary.map((fact) => LABELS[fact.path] ?? fact.path))}`,
    },
  ];
}

function staleCatalog(decision: Decision): Warning[] {
  const newest = newestEvidence(decision.sheets);
  if (newest === null) return [];
  const age = daysBetween(newest, decision.need.asOf);
  const { staleCatalogDays } = decision.sheets.catalog.levels.lifecycle;
  if (age <= staleCatalogDays) return [];
  return [
    {
      code: "stale-catalog",
      date: newest,
      message: `the newest evidence in the catalog is ${age} days old (${newest}): update pick-model, or add newer facts with --catalog`,
    },
  ];
}

function nameOf(model: RankedModel): string {
  return model.assessment.candidate.name;
}
