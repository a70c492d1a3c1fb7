/** From the command line of `check` to the outcome and the exit code. */
import { checkAnswer } from "../../answers/check/check-lock.ts";
import { recommend } from "../../answers/recommendation/recommend.ts";
import { statesRequirement } from "../../question/index.ts";
import type { Check, CheckedLock } from "../../answers/check/schema.ts";
import { usageFailure } from "../../schema/failure.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import { readAsOf } from "../as-of.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openAskedCatalog } from "../open-catalog.ts";
import type { CHECK_OPTIONS } from "../options/locks.ts";
import type { OptionValues } from "../../question/option.ts";
import type { OUTPUT_OPTIONS } from "../options/output.ts";
import type { QUESTION_OPTIONS } from "../options/requirements.ts";
import { readQuestion } from "../question.ts";
import { readSampling } from "../sampling.ts";
import { type CheckedFile, checkLocks } from "./check-locks.ts";
import { findLocks, hasDefaultLock } from "./find-locks.ts";
import { readPolicy } from "./policy.ts";

type Options = OptionValues<typeof QUESTION_OPTIONS & typeof CHECK_OPTIONS & typeof OUTPUT_OPTIONS>;

export interface CheckOutcome {
  check: Check;
  exitCode: ExitCode;
}

/** @throws Failure (usage, catalog) for what keeps any lock from being looked at */
export async function checkAsked(
  operands: readonly string[],
  options: Options,
  io: Io,
): Promise<CheckOutcome> {
  if (await isWithoutLock(operands, options, io.cwd)) return checkRequirements(options, io);
  const catalog = await openAskedCatalog(options, io);
  const policy = readPolicy(options, catalog);
  const asOf = await readAsOf(options, catalog, io);
  const names = await findLocks(operands, io.cwd);
  const files = await checkLocks(names, {
    catalog,
    asOf,
    policy,
    sampling: readSampling(options),
    update: options.update === true,
    directory: io.cwd,
  });
  return {
    check: outcomeOf(
      files.map(({ checked }) => checked),
      asOf,
    ),
    exitCode: worstOf(files),
  };
}

/** Stated requirements are the question; a lock has its own. */
async function isWithoutLock(
  operands: readonly string[],
  options: Options,
  directory: string,
): Promise<boolean> {
  const isStated = options.requirements !== undefined || statesRequirement(options);
  if (isStated && operands.length > 0) {
    const advice = "check the requirements with --expect and no lock, or lock them again";
    throw usageFailure("a lock has requirements of its own", "check", advice);
  }
  if (isStated && options.expect === undefined) {
    const advice = "say --expect <model>, or write a lock with pick-model lock";
    throw usageFailure("requirements alone are nothing to check", "check", advice);
  }
  if (isStated) return true;
  return (
    options.expect !== undefined && operands.length === 0 && !(await hasDefaultLock(directory))
  );
}

async function checkRequirements(options: Options, io: Io): Promise<CheckOutcome> {
  if (options.update === true) throw usageFailure("there is no lock to update", "--update");
  const { need, sheets, catalog, recommendOptions } = await readQuestion(options, io);
  const policy = readPolicy(options, catalog);
  const checked = checkAnswer(recommend(need, sheets, recommendOptions), policy);
  return {
    check: outcomeOf([checked], need.asOf),
    exitCode: checked.verdict === "pass" ? EXIT.answered : EXIT.no,
  };
}

function outcomeOf(checks: CheckedLock[], asOf: IsoDate): Check {
  const verdicts = checks.map(({ verdict }) => verdict);
  const verdict = (["error", "fail"] as const).find((each) => verdicts.includes(each)) ?? "pass";
  return { schemaVersion: 1, asOf, verdict, examined: checks.length, checks };
}

/** A lock that could not be checked weighs more than one that fails: nobody knows what it would say. */
function worstOf(files: readonly CheckedFile[]): ExitCode {
  const codes = files.map(({ exitCode }) => exitCode);
  return (
    [EXIT.bug, EXIT.catalog, EXIT.usage, EXIT.no].find((code) => codes.includes(code)) ??
    EXIT.answered
  );
}
