/** A lock against a fresh answer: every finding with its cause, and the verdict. */
import { isPriced } from "../../decision/cost.ts";
import type { Answer } from "../recommendation/recommend.ts";
import { acceptanceOf, isFailing, lapsesOf, ownDecisionOf } from "./acceptances.ts";
import { anyAssessment, type Guarded, type Observation } from "./guarded.ts";
import { observationsOf } from "./observations.ts";
import type { CheckPolicy, CheckCause } from "./policy.ts";
import type { CheckedLock, CheckFinding, Lock } from "./schema.ts";

/** The same question with one thing put back to how the lock had it. Made only when a finding asks for its cause. */
export interface Counterfactuals {
  /** With the requirements of the lock, on the same day. */
  asStatedThen: () => Answer;
  /** The same on the day of the lock. */
  onThatDay: () => Answer;
  /** With the requirements of the lock, on the same day, knowing only what was known on the day of the lock. */
  asKnownThen: () => Answer;
}

export interface LockInput {
  /** As typed or found. */
  name: string;
  lock: Lock;
  /** Fields of the requirements that were edited since. */
  edited: readonly string[];
}

export function checkLock(
  { name, lock, edited }: LockInput,
  answer: Answer,
  counterfactuals: Counterfactuals,
  policy: CheckPolicy,
): CheckedLock {
  const { asOf } = answer.result;
  const own = ownDecisionOf(lock, asOf);
  const guarded: Guarded = {
    lock,
    model: own?.model ?? lock.pick.model,
    isOwnChoice: own !== null,
  };
  const observe = (each: Answer) => observationsOf(each, guarded, policy);
  const causeOf = causes(lock, answer, observe, edited.length > 0, counterfactuals);
  const findings = [
    ...observe(answer).map((observation) => ({ ...observation, cause: causeOf(observation) })),
    ...editedRequirements(edited),
    ...lapsesOf(lock, asOf),
  ].map((finding) => passing(finding, lock, asOf, policy));
  return { ...outcome(name, guarded, answer, findings), lockedOn: lock.asOf };
}

/** Requirements that were never locked: only what can be said of one answer. */
export function checkAnswer(answer: Answer, policy: CheckPolicy): CheckedLock {
  const guarded: Guarded = { lock: null, model: null, isOwnChoice: false };
  const findings = observationsOf(answer, guarded, policy).map((observation): CheckFinding => ({
    cause: causeByCode(observation),
    ...observation,
  }));
  const weighed = findings.map((finding) => ignoring(finding, policy));
  return { ...outcome(null, guarded, answer, weighed), lockedOn: null };
}

function outcome(
  name: string | null,
  guarded: Guarded,
  { decision, result }: Answer,
  findings: CheckFinding[],
): Omit<CheckedLock, "lockedOn"> {
  const pick = result.recommendation?.model ?? null;
  const shown = guarded.model ?? pick;
  const own = anyAssessment(decision, shown);
  const fails = findings.some(isFailing);
  return {
    lock: name,
    verdict: fails ? "fail" : "pass",
    guarded: guarded.model,
    pick,
    usdPerMonth: own !== null && isPriced(own.cost) ? own.cost.usdPerMonth : null,
    shutdown: own?.lifecycle.shutdown.value ?? null,
    findings,
  };
}

/**
 * What brought a finding about. It is gone with the old requirements: they did. It is gone on the day of the lock,
 * yet there with no more than was known then: time did. It is there even then: the catalog was edited or, where the
 * catalog is the same, the program decides differently. Where all of these are the same, more is asked for than then.
 */
function causes(
  lock: Lock,
  answer: Answer,
  observe: (answer: Answer) => Observation[],
  isEdited: boolean,
  { asStatedThen, onThatDay, asKnownThen }: Counterfactuals,
): (observation: Observation) => CheckCause {
  const isIn = (other: Answer, { code, model, level }: Observation) =>
    observe(other).some(
      (each) => each.code === code && each.model === model && each.level === level,
    );
  const { digest, constants } = answer.result.catalog;
  const sameCatalog = digest === lock.catalog.digest;
  const sameProgram =
    constants === lock.catalog.constants && answer.result.program.version === lock.program.version;
  return (observation) => {
    if (observation.cause !== undefined) return observation.cause;
    if (isEdited && !isIn(asStatedThen(), observation)) return "requirements";
    if (isIn(onThatDay(), observation)) {
      if (sameCatalog && sameProgram) return causeByCode(observation);
      return sameCatalog || constants !== lock.catalog.constants ? "code" : "catalog";
    }
    return sameCatalog || isIn(asKnownThen(), observation) ? "time" : "catalog";
  };
}

/** Where nothing is known to have changed: a day brings endings and ages, and the rest is what is asked for. */
function causeByCode({ code }: Observation): CheckCause {
  const byTime = ["shut-down", "shutdown-announced", "fact-stale", "catalog-stale"];
  return byTime.includes(code) ? "time" : "requirements";
}

function editedRequirements(fields: readonly string[]): CheckFinding[] {
  if (fields.length === 0) return [];
  return [
    {
      code: "requirements-edited",
      level: "warning",
      cause: "requirements",
      message: `the requirements were edited since the lock: ${fields.join(", ")}`,
    },
  ];
}

function passing(
  finding: CheckFinding,
  lock: Lock,
  asOf: string,
  policy: CheckPolicy,
): CheckFinding {
  if (finding.level !== "failure") return finding;
  const accepted = acceptanceOf(finding, lock, asOf);
  if (accepted === undefined) return ignoring(finding, policy);
  const { by, expires, reason } = accepted;
  return { ...finding, passes: `accepted by ${by} until ${expires}: ${reason}` };
}

function ignoring(finding: CheckFinding, { ignoredCauses }: CheckPolicy): CheckFinding {
  return finding.level === "failure" && ignoredCauses.includes(finding.cause)
    ? { ...finding, passes: `cause ${finding.cause} is ignored` }
    : finding;
}
