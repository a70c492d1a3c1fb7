/** One hard requirement as the explanation shows it: what is asked, what was found, and the verdict of the screening. */
import type { AnyCheck } from "../../decision/constraints/index.ts";
import type { Need } from "../../decision/need.ts";
import { evidenceOf } from "../../facts/fact.ts";
import {
  requirementChange,
  requirementMessage,
  requirementTested,
  sidesOf,
} from "../../words/requirement-sentences.ts";
import { originOf } from "../recommendation/ranking-entries.ts";
import type { TestedRequirement } from "./schema.ts";

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
