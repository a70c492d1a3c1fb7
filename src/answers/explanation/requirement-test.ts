/** One hard requirement as a test with its two sides, and who describes it. */
import type { Assessment } from "../../decision/assessment.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Need } from "../../decision/need.ts";

export interface RequirementTest {
  /** Path in the requirements document, as the constraint names it. */
  constraint: string;
  tests: string;
  required: string | number | boolean | null;
  actual: string | number | boolean | null;
  unit: string | null;
  facts: Fact<unknown>[];
}

/** The tests one constraint makes of a model; empty when the need asks for nothing of its kind. */
export type Describe = (assessment: Assessment, need: Need) => RequirementTest[];
