/** Each requirement that was tested, with the constraint's own verdict: the two can never disagree. */
import type { TestedRequirement } from "../../schema/explanation.ts";
import { CONSTRAINTS, type Violation } from "../constraints/index.ts";
import { evidenceOf } from "../fact.ts";
import type { Need } from "../need.ts";
import type { Screened } from "../screening.ts";
import { REQUIREMENT_TESTS, type RequirementTest } from "./requirement-tests.ts";

const NAMES = Object.keys(CONSTRAINTS) as (keyof typeof CONSTRAINTS)[];

/** In the order in which the reasons of an exclusion are given. */
export function testedRequirements({ assessment }: Screened, need: Need): TestedRequirement[] {
  return NAMES.flatMap((name) => {
    const violations = CONSTRAINTS[name](assessment, need);
    const tests = REQUIREMENT_TESTS[name](assessment, need);
    const judged = new Set<Violation>();
    const rows = tests.map((test) => {
      const violation = violations.find((each) => !judged.has(each) && isAbout(each, test));
      if (violation !== undefined) judged.add(violation);
      return row(test, violation, need);
    });
    // A verdict without a test of its own is still shown.
    const others = violations.filter((violation) => !judged.has(violation));
    return [...rows, ...others.map((violation) => row(testOf(violation), violation, need))];
  });
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
