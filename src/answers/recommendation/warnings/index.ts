/** Every warning of a decision: endings first, then misfits, then the state of the evidence. */
import { WARNING_CODES } from "../vocabulary.ts";
import type { Warning } from "../schema.ts";
import type { Decision } from "../../../decision/decision.ts";
import { articleWarnings } from "./article.ts";
import { evidenceWarnings } from "./evidence.ts";
import { fitWarnings } from "./fit.ts";
import { lifecycleWarnings } from "./lifecycle.ts";

const WARNINGS = [lifecycleWarnings, fitWarnings, articleWarnings, evidenceWarnings] as const;

export function warningsOf(decision: Decision): Warning[] {
  return WARNINGS.flatMap((warn) => warn(decision)).toSorted(
    (a, b) => WARNING_CODES.indexOf(a.code) - WARNING_CODES.indexOf(b.code),
  );
}
