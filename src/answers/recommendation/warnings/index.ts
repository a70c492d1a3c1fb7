/** Warnings of a decision: shutdowns, then misfits, then the state of the evidence; as entries and as sentences. */
import type { Assessment } from "../../../decision/assessment.ts";
import { isPriced } from "../../../decision/cost.ts";
import { assessmentsOf, type Decision, explainedOf } from "../../../decision/decision.ts";
import { memoizeByObject } from "../../../facts/memoize.ts";
import { daysBetween } from "../../../schema/texts.ts";
import { vendorName } from "../../../words/endings.ts";
import { type Finding, findingSentence } from "../../../words/findings.ts";
import {
  measuredByNobody,
  olderThanItShouldBe,
  secondaryOnly,
  statedByNobody,
  alike,
} from "../../../words/sentences.ts";
import type { Warning } from "../schema.ts";
import { WARNING_CODES } from "../vocabulary.ts";
import { articleFindings, evidenceFindings } from "./evidence.ts";
import { fitFindings } from "./fit.ts";

const FINDERS = [lifecycleFindings, fitFindings, articleFindings, evidenceFindings] as const;

/** @param told the models whose fit and evidence are looked at; ends are told of all */
export function warningsOf(decision: Decision, told = explainedOf(decision)): Warning[] {
  return warningEntries(FINDERS.flatMap((find) => find(decision, told)));
}

/** Findings as a record tells them: in the order of their codes, each with its sentence. */
export function warningEntries(findings: readonly Finding[]): Warning[] {
  return findings
    .map((finding) => (finding.code === "disputed-fact" ? lastingEntry(finding) : entryOf(finding)))
    .toSorted((a, b) => WARNING_CODES.indexOf(a.code) - WARNING_CODES.indexOf(b.code));
}

const lastingEntry = memoizeByObject(entryOf);

function entryOf(finding: Finding): Warning {
  const entry = { code: finding.code } as Warning; // its sentence comes last
  if ("model" in finding) entry.model = finding.model;
  if ("name" in finding) entry.name = finding.name;
  if ("date" in finding) entry.date = finding.date;
  if ("vendor" in finding) entry.vendor = finding.vendor;
  if ("closedToNew" in finding && finding.closedToNew !== null) {
    entry.closedToNew = finding.closedToNew;
  }
  Object.assign(entry, valuesOf(finding));
  entry.message = findingSentence(finding);
  return entry;
}

/** What the same sentence of several models is made from. */
function valuesOf(finding: Finding): Partial<Warning> {
  switch (finding.code) {
    case "stale-fact":
      return { facts: finding.facts.map(({ fact, observed }) => ({ fact, observed })) };
    case "secondary-source":
      return { facts: finding.facts.map((fact) => ({ fact })) };
    case "thin-evidence":
      if ("missing" in finding) return { facts: finding.missing.map((fact) => ({ fact })) };
      if ("own" in finding) return {};
      return { knownShare: finding.knownShare, knowsOtherWork: finding.knowsOtherWork };
    default:
      return {};
  }
}

/** Warnings about shutdowns, models already gone, and fine-tuning that closes first. */
export function lifecycleFindings(decision: Decision): Finding[] {
  const assessments = assessmentsOf(decision);
  return [
    ...assessments.flatMap((assessment) => shutdownOf(assessment, decision)),
    ...assessments.flatMap((assessment) => fineTuningOf(assessment, decision)),
  ];
}

function shutdownOf(assessment: Assessment, { need, sheets }: Decision): Finding[] {
  const { candidate, lifecycle, cost } = assessment;
  const date = lifecycle.shutdown.value;
  if (date === null) return [];
  const days = daysBetween(need.asOf, date);
  const { warnWithinDays, daysPerMonth } = sheets.catalog.levels.lifecycle;
  if (days > warnWithinDays) return [];
  const isPast = days < 0;
  return [
    {
      code: isPast ? "shut-down" : "shutdown-announced",
      model: candidate.id,
      name: candidate.name,
      vendor: vendorName(sheets.catalog.vendors, candidate.model.provider),
      date,
      days,
      usdUntilThen:
        isPast || !isPriced(cost) ? null : (cost.usdPerMonth / daysPerMonth) * (days + 1),
    },
  ];
}

function fineTuningOf({ candidate, lifecycle }: Assessment, { need }: Decision): Finding[] {
  const { workload, needs } = need;
  const wanted = workload.fineTuned || workload.trainingTokens > 0 || needs.includes("fine-tuning");
  const date = lifecycle.fineTuningCloses.value;
  if (!wanted || date === null) return [];
  const isClosed = date <= need.asOf;
  const closedToNew = lifecycle.fineTuningClosedToNewCustomers.value;
  return [
    {
      code: "fine-tuning-closing",
      model: candidate.id,
      name: candidate.name,
      date,
      isClosed,
      closedToNew:
        !isClosed && closedToNew !== null && closedToNew <= need.asOf ? closedToNew : null,
    },
  ];
}

/**
 * Warnings as sentences: what is true of several models is said once, with all their names, in the order of the first
 * of each. The record keeps one a model.
 */
export function warningsTold(warnings: readonly Warning[]): string[] {
  return alike(warnings, (warning) => sharedKey(warning) ?? warning.message).map(sentenceOf);
}

/** Alike for warnings that one sentence can tell; null for one that stands alone. */
function sharedKey({ code, facts, knownShare, knowsOtherWork }: Warning): string | null {
  if (facts !== undefined) return [code, ...facts.map(({ fact }) => fact)].join(" ");
  return knownShare === 0 ? `${code} ${knowsOtherWork === true}` : null;
}

function sentenceOf(group: readonly [Warning, ...Warning[]]): string {
  const [first] = group;
  if (group.length === 1) return first.message;
  const names = group.map(({ name = "" }) => name);
  const facts = first.facts?.map(({ fact }) => fact) ?? [];
  switch (first.code) {
    case "stale-fact":
      return olderThanItShouldBe(
        names,
        group.flatMap((each) =>
          (each.facts ?? []).map(({ fact, observed = null }) => ({ fact, observed })),
        ),
      );
    case "secondary-source":
      return secondaryOnly(names, facts);
    case "thin-evidence":
      return facts.length > 0
        ? statedByNobody(names, facts)
        : measuredByNobody(names, first.knowsOtherWork === true);
    default:
      return first.message;
  }
}
