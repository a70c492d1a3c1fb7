/** Each requirement that was tested, with the screening's own verdict: the two can never disagree. */
import type { TestedRequirement } from "./schema.ts";
import type { Violation } from "../../decision/constraints/index.ts";
import { evidenceOf } from "../../facts/fact.ts";
import type { Need } from "../../decision/need.ts";
import type { Screened } from "../../decision/screening.ts";
import type { RequirementTest } from "./requirement-test.ts";
import { REQUIREMENT_TESTS } from "./requirement-tests.ts";

/** In the order in which the reasons of an exclusion are given. */
export function testedRequirements(
  { assessment, failed, open }: Screened,
  need: Need,
): TestedRequirement[] {
  const violations = [...failed, ...open];
  const { released, ...others } = REQUIREMENT_TESTS;
  const existence = released(assessment, need);
  // Of a model that does not exist yet nothing else is tested.
  const isAbsent = violations.some((violation) =>
    existence.some((test) => isAbout(violation, test)),
  );
  const tests = isAbsent
    ? existence
    : [...existence, ...Object.values(others).flatMap((describe) => describe(assessment, need))];
  const judged = new Set<Violation>();
  const rows = tests.map((test) => {
    const violation = violations.find((each) => !judged.has(each) && isAbout(each, test));
    if (violation !== undefined) judged.add(violation);
    return row(test, violation, need);
  });
  // A verdict without a test of its own is still shown.
  const untold = violations.filter((violation) => !judged.has(violation));
  return [...rows, ...untold.map((violation) => row(testOf(violation), violation, need))];
}

function isAbout(violation: Violation, test: RequirementTest): boolean {
  return violation.constraint === test.constraint && violation.required === test.required;
}

function testOf({ constraint, required, actual }: Violation): RequirementTest {
  return { constraint, tests: constraint, required, actual, unit: null, facts: [] };
}

function row(
  test: RequirementTest,
  violation: Violation | undefined,
  need: Need,
): TestedRequirement {
  const { facts, ...sides } = test;
  const origin = need.origins[test.constraint] ?? {
    from: "default" as const,
    text: `as of ${need.asOf}`,
  };
  return {
    ...sides,
    status: violation === undefined ? "met" : violation.screen === "infeasible" ? "failed" : "open",
    origin: origin.text,
    originKind: origin.from,
    message: violation?.message ?? null,
    change: violation?.change ?? null,
    facts: [...new Set(facts.map((fact) => fact.path))],
    evidence: [...new Set([...evidenceOf(facts), ...(violation?.evidence ?? [])])],
  };
}
