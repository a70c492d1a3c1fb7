/**
 * From a model that ends to the ones that can take over: the whole account of a move, its steps counted back from the
 * last day.
 */
import { assess } from "../../decision/assessment.ts";
import { confidenceOf, factsOf } from "../../decision/confidence.ts";
import { isPriced } from "../../decision/cost.ts";
import { type Decision, decide } from "../../decision/decision.ts";
import type { Need } from "../../decision/need.ts";
import { needOfSuccessors } from "../../decision/succession.ts";
import type { Candidate } from "../../facts/candidate.ts";
import { newestEvidence, evidenceOf } from "../../facts/claims.ts";
import type { FactSheet } from "../../facts/fact-sheet.ts";
import { type FactSheets, lifecycleFacts } from "../../facts/fact-sheets.ts";
import type { Levels } from "../../schema/levels.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { daysBetween, addDays } from "../../schema/texts.ts";
import { CRITERIA, type RequestParameterName } from "../../schema/vocabulary.ts";
import { vendorName } from "../../words/endings.ts";
import type { RecommendOptions } from "../recommendation/recommend.ts";
import { sourceNotes, excludedEntry } from "../recommendation/record-entries.ts";
import { recommendationOf } from "./recommended-target.ts";
import type { SentRequest } from "./request-changes.ts";
import type { Migration, NotTarget, OldModel, PlanStep } from "./schema.ts";
import { openFields, type Predecessor, targetEntry } from "./targets.ts";

export interface MigrationQuestion extends SentRequest {
  from: Candidate;
  /** Models to consider; null for every one that is served. */
  to: readonly string[] | null;
}

/** The same question, need and catalog give the same value to the last bit. */
export function migrate(
  need: Need,
  sheets: FactSheets,
  question: MigrationQuestion,
  options: RecommendOptions,
): Migration {
  const sheet = sheets.of(question.from, need.effort);
  const { shutdown, replacement } = lifecycleFacts(sheet);
  const open = needOfSuccessors(need, question.from, sheets);
  const decision = decide({ ...open, models: question.to?.toSorted() ?? open.models }, sheets);
  const confidence = confidenceOf(decision, options.sampling);
  const request = { ...question, sends: sentParameters(need, question) };
  const old = { sheet, need, shutdown: shutdown.value, replacement: replacement.value };
  const targets = decision.ranking.map((model) =>
    targetEntry(model, { decision, confidence, old, request }),
  );
  const from = fromEntry(old, sheets);
  const notThese = decision.excluded.map((each) => notTargetEntry(each, decision.need, old));
  const switches = switchesTo(decision);
  const { catalog } = sheets;
  return {
    schemaVersion: 1,
    asOf: need.asOf,
    program: { name: "pick-model", version: options.version },
    catalog: {
      digest: catalog.digest,
      newestEvidence: newestEvidence(sheets),
      constants: catalog.levels.version,
      overlaid: catalog.overlaid,
    },
    requirements: options.requirements(),
    assumptions: need.assumptions,
    from,
    sends: request.sends === null ? null : [...request.sends],
    endpoint: request.endpoint,
    until: open.availableUntil ?? need.asOf,
    recommendation: recommendationOf(
      targets[0],
      decision.ranking.slice(0, 1).flatMap(openFields),
      from,
      confidence,
      (id) => sheets.find(id)?.candidate.name ?? id,
    ),
    targets,
    notThese,
    measuredSwitches: switches,
    plan: planUntil(shutdown.value, need.asOf, catalog.levels),
    sources: sourceNotes(
      [
        ...evidenceOf([shutdown, replacement]),
        ...from.closesBefore.flatMap(({ evidence }) => evidence),
        ...targets.flatMap(({ changes }) => changes.flatMap(({ evidence }) => evidence)),
        ...decision.ranking.flatMap((model) =>
          CRITERIA.flatMap((criterion) => evidenceOf(factsOf(model, criterion))),
        ),
        ...notThese.flatMap(({ reasons }) => reasons.flatMap(({ evidence }) => evidence)),
        ...switches.flatMap(({ evidence }) => evidence),
      ],
      sheets,
    ),
  };
}

/** What the requirements say of a request, beside what is said to be sent. */
function sentParameters(
  { needs, workload }: Need,
  { sends }: SentRequest,
): readonly RequestParameterName[] | null {
  const implied: RequestParameterName[] = [
    ...(workload.images.length > 0 ? (["images"] as const) : []),
    ...(needs.includes("function-calling") ? (["tools"] as const) : []),
    ...(needs.includes("structured-outputs") ? (["response_format"] as const) : []),
    ...(needs.includes("predicted-outputs") ? (["prediction"] as const) : []),
  ];
  return sends === null ? null : [...new Set([...sends, ...implied])].toSorted();
}

function fromEntry({ sheet, need, shutdown }: Predecessor, sheets: FactSheets): OldModel {
  const { candidate, asOf } = sheet;
  const { cost } = assess(candidate, need, sheets);
  const replacement = lifecycleFacts(sheet).replacement;
  return {
    model: candidate.id,
    name: candidate.name,
    vendor: vendorName(sheets.catalog.vendors, candidate.model.provider),
    snapshot: candidate.snapshot?.id ?? null,
    fineTuned: need.workload.fineTuned,
    announced: sheet.plain("lifecycle.deprecated").value,
    shutdown,
    daysLeft: shutdown === null ? null : daysBetween(asOf, shutdown),
    replacement:
      replacement.value === null || replacement.chosen === null
        ? null
        : {
            model: replacement.value,
            source: replacement.chosen.claim.source,
            observed: replacement.chosen.claim.observed,
          },
    closesBefore: closingsOf(sheet, shutdown),
    usdPerMonth: isPriced(cost) ? cost.usdPerMonth : null,
    usdPerRequest: isPriced(cost) ? cost.usdPerRequest : null,
  };
}

/** What ends around the model before it does, first things first; what is over already is no news. */
function closingsOf(sheet: FactSheet, shutdown: IsoDate | null): OldModel["closesBefore"] {
  const { fineTuningCloses } = lifecycleFacts(sheet);
  const around = sheet
    .plain("lifecycle.alsoCloses")
    .statements.filter(({ scope }) => scope !== "other")
    .map(({ claim }) => ({
      what: claim.value.what,
      date: claim.value.on,
      evidence: [claim.source],
    }));
  const tuning =
    fineTuningCloses.value === null
      ? []
      : [
          {
            what: "new fine-tuning jobs",
            date: fineTuningCloses.value,
            evidence: evidenceOf([fineTuningCloses]),
          },
        ];
  return [...around, ...tuning]
    .filter(({ date }) => date >= sheet.asOf && (shutdown === null || date <= shutdown))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function notTargetEntry(
  screened: Decision["excluded"][number],
  need: Need,
  { shutdown }: Predecessor,
): NotTarget {
  const end = screened.assessment.lifecycle.shutdown.value;
  return {
    ...excludedEntry(screened, need),
    announcedEnd: end,
    daysBeforeOldEnd: end === null || shutdown === null ? null : daysBetween(end, shutdown),
  };
}

/** A step whose day has passed is due today; once the old model is gone there is nothing left to plan. */
export function planUntil(shutdown: IsoDate | null, asOf: IsoDate, levels: Levels): PlanStep[] {
  if (shutdown === null || shutdown < asOf) return [];
  return levels.migration.plan
    .toSorted((a, b) => b.daysBefore - a.daysBefore)
    .map(({ daysBefore, step, because }) => {
      const due = addDays(shutdown, -daysBefore);
      const overdue = due < asOf;
      return { date: overdue ? asOf : due, overdue, daysBefore, step, because };
    });
}

/** Published measurements of the same work before and after a change to one of the targets. */
export function switchesTo({ ranking }: Decision): Migration["measuredSwitches"] {
  return ranking.flatMap(({ assessment: { sheet } }) =>
    sheet
      .plain("measuredSwitches", { anyEffort: true, anyPlatform: true })
      .statements.map(({ claim }) => ({
        from: claim.value.from,
        to: sheet.candidate.id,
        effort: claim.effort ?? null,
        platform: claim.platform ?? null,
        work: claim.value.work,
        result: claim.value.result,
        evidence: [claim.source],
        observed: claim.observed,
      })),
  );
}
