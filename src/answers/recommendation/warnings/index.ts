/** Every warning of a decision: endings first, then misfits, then the state of the evidence. */
import type { Decision } from "../../../decision/decision.ts";
import { type Finding, findingSentence } from "../../../words/findings.ts";
import type { Warning } from "../schema.ts";
import { WARNING_CODES } from "../vocabulary.ts";
import { articleFindings, evidenceFindings } from "./evidence.ts";
import { fitFindings } from "./fit.ts";
import { lifecycleFindings } from "./lifecycle.ts";

const FINDERS = [lifecycleFindings, fitFindings, articleFindings, evidenceFindings] as const;

export function warningsOf(decision: Decision): Warning[] {
  return warningEntries(FINDERS.flatMap((find) => find(decision)));
}

/** Findings as a record tells them: in the order of their codes, each with its sentence. */
export function warningEntries(findings: readonly Finding[]): Warning[] {
  return findings
    .map((finding): Warning => ({
      code: finding.code,
      ...("model" in finding ? { model: finding.model, name: finding.name } : {}),
      ...("date" in finding ? { date: finding.date } : {}),
      ...("vendor" in finding ? { vendor: finding.vendor } : {}),
      ...("closedToNew" in finding && finding.closedToNew !== null
        ? { closedToNew: finding.closedToNew }
        : {}),
      ...valuesOf(finding),
      message: findingSentence(finding),
    }))
    .toSorted((a, b) => WARNING_CODES.indexOf(a.code) - WARNING_CODES.indexOf(b.code));
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
