/** The work of `pick-model check`: locks, or requirements, held against today. */
import { checkAnswer } from "../../answers/check/check-lock.ts";
import { presentCheck } from "../../answers/check/presentation.ts";
import type { Check, CheckedLock } from "../../answers/check/schema.ts";
import { answerTo } from "../../ask.ts";
import { statesRequirement } from "../../question/index.ts";
import type { OptionValues } from "../../question/option.ts";
import { usageFailure } from "../../schema/failure.ts";
import type { IsoDate } from "../../schema/scalars.ts";
import type { Invocation } from "../command.ts";
import { openCatalogFor, readAsOf, readSampling } from "../evidence.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { type CheckedFile, checkLocks } from "../locks/check-locks.ts";
import { findLocks, hasDefaultLock, WRITES_ONE } from "../locks/find-locks.ts";
import { readPolicy } from "../locks/policy.ts";
import type { OUTPUT_OPTIONS, QUESTION_OPTIONS } from "../options/common.ts";
import type { CHECK_OPTIONS } from "../options/locks.ts";
import { refuseSameFile } from "../output-over-input.ts";
import type { Presented } from "../presented.ts";
import { readQuestion } from "../question.ts";

type Specs = typeof QUESTION_OPTIONS & typeof CHECK_OPTIONS & typeof OUTPUT_OPTIONS;
type Options = OptionValues<Specs>;

interface Outcome {
  check: Check;
  exitCode: ExitCode;
}

export async function present({ operands, options, io }: Invocation<Specs>): Promise<Presented> {
  const { check, exitCode } = await outcomeFor(operands, options, io);
  const isScreen = options.format === undefined || options.format === "table";
  return { presentation: presentCheck(check, isScreen, options.all === true), exitCode };
}

/** @throws Failure (usage, catalog) for what keeps any lock from being looked at */
async function outcomeFor(operands: readonly string[], options: Options, io: Io): Promise<Outcome> {
  if (await isWithoutLock(operands, options, io.cwd)) return checkRequirements(options, io);
  const catalog = await openCatalogFor(options, io);
  const policy = readPolicy(options, catalog);
  const asOf = readAsOf(options, io);
  const names = await findLocks(operands, io.cwd);
  if (options.output !== undefined) await refuseSameFile(options.output, names, io);
  const files = await checkLocks(names, {
    catalog,
    asOf,
    policy,
    sampling: readSampling(options),
    update: options.update === true,
    directory: io.cwd,
  });
  const checks = files.map(({ checked }) => checked);
  return { check: checkOf(checks, asOf), exitCode: worstOf(files) };
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

async function checkRequirements(options: Options, io: Io): Promise<Outcome> {
  if (options.update === true) {
    throw usageFailure("there is no lock to update", "--update", WRITES_ONE);
  }
  const question = await readQuestion(options, io);
  const policy = readPolicy(options, question.catalog);
  const checked = checkAnswer(answerTo(question), policy);
  return {
    check: checkOf([checked], question.need.asOf),
    exitCode: checked.verdict === "pass" ? EXIT.answered : EXIT.no,
  };
}

function checkOf(checks: CheckedLock[], asOf: IsoDate): Check {
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
