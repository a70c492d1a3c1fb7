/** The outcome of a check: one line when all is well, else every reason. */
import { counted, list, money, orDash } from "../../words/figures.ts";
import { shutsDownOn } from "../../words/endings.ts";
import { alike } from "../../words/sentences.ts";
import { isFailing } from "./acceptances.ts";
import type { Check, CheckedLock, CheckFinding } from "./schema.ts";
import {
  besideLock,
  checkScreen,
  isUnexpectedAlone,
  messageOf,
  namesOf,
  verdictText,
} from "./screen.ts";
import { type GridColumns, tableOf } from "../../format/columns.ts";
import { type Block, plainText, span, strong, type Text } from "../../format/document.ts";
import type { Annotation, Presentation, TestCase } from "../../format/presentation.ts";

/**
 * @param isScreen for a terminal, where one line does when all is well, and failures come first
 * @param isAll for a terminal: a row for every lock
 */
export function presentCheck(check: Check, isScreen: boolean, isAll = false): Presentation {
  const isMany =
    check.checks.length > 1 && check.checks.every(({ updated }) => updated === undefined);
  return {
    data: () => check,
    document: () =>
      isScreen && isMany && (isAll || check.verdict !== "pass")
        ? checkScreen(check, outcomeOf(check), isAll)
        : { title: outcomeOf(check), blocks: blocksOf(check, isScreen) },
    grid: () => ({
      columns: ["lock", "verdict", "model", "code", "level", "cause", "message", "passes"],
      rows: check.checks.flatMap((each) => rowsOf(each)),
    }),
    summary: () => outcomeOf(check),
    quiet: () => [],
    annotations: () => check.checks.flatMap((each) => annotationsOf(each)),
    testCases: () => check.checks.map((each) => testCaseOf(each)),
  };
}

/** One sentence, however many locks there are. */
function outcomeOf({ checks, examined }: Check): string {
  const unexpected = checks.filter(isUnexpectedAlone).length;
  const failed = checks.filter(({ verdict }) => verdict === "fail").length - unexpected;
  const unread = checks.filter(({ verdict }) => verdict === "error").length;
  const [only] = checks;
  const what = only?.lock === null ? "the expectation" : counted(examined, "lock");
  if (failed + unread + unexpected === 0) {
    const said = remarksOf(checks)
      .map((each) => `; ${each}`)
      .join("");
    const verb = examined === 1 ? "holds" : "hold";
    const model = examined === 1 && only !== undefined ? `: ${modelOf(only)}` : "";
    return `${what} ${verb}${model}${said}`;
  }
  if (unexpected === 1 && examined === 1) return "the lock holds, the expectation fails";
  const parts = [
    ...(unexpected === 0
      ? []
      : [`${unexpected} ${unexpected === 1 ? "holds" : "hold"} against the expectation`]),
    ...(failed === 0 ? [] : [`${failed} no longer ${failed === 1 ? "holds" : "hold"}`]),
    ...(unread === 0 ? [] : [`${unread} cannot be checked`]),
  ];
  if (only?.lock === null) return "the expectation does not hold";
  return `${what} examined: ${list(parts)}`;
}

/** What nobody may miss in so many words, the rest by number. */
const NAMED: readonly string[] = ["requirements-edited", "decision-lapsed", "acceptance-lapsed"];

function remarksOf(checks: readonly CheckedLock[]): string[] {
  const said = checks.flatMap(({ lock, findings }) =>
    findings.filter(isSaid).map((finding) => ({ lock, finding })),
  );
  const named = said.filter(({ finding }) => NAMED.includes(finding.code));
  const others = said.length - named.length;
  return [
    ...named.map(({ lock, finding }) =>
      checks.length === 1 ? finding.message : `${lock ?? ""}: ${finding.message}`,
    ),
    ...(others === 0 ? [] : [counted(others, "remark")]),
  ];
}

function modelOf({ guarded, pick, shutdown }: CheckedLock): string {
  const ends = shutdown === null ? "" : `, ${shutsDownOn(shutdown)}`;
  return `${guarded ?? pick ?? "no model"}${ends}`;
}

function isSaid(finding: CheckFinding): boolean {
  return !isFailing(finding);
}

const COLUMNS: GridColumns<CheckedLock> = {
  lock: { header: "lock", text: ({ lock }) => lock ?? "(without a lock)" },
  verdict: { header: "verdict", text: verdictText },
  model: { header: "model", text: ({ guarded, pick }) => orDash(guarded ?? pick) },
  cost: {
    header: "cost/month",
    align: "right",
    text: ({ usdPerMonth }) => orDash(usdPerMonth, money),
  },
  shutdown: { header: "shutdown", text: ({ shutdown }) => orDash(shutdown) },
};

function blocksOf(check: Check, isScreen: boolean): Block[] {
  const { verdict, checks } = check;
  const outcome = outcomeOf(check);
  const changes = checks.flatMap(({ updated, lock }): Block[] =>
    updated === undefined
      ? []
      : [
          { kind: "heading", text: `Updated ${lock ?? ""}` },
          { kind: "list", items: updated.length === 0 ? ["nothing changed"] : updated },
        ],
  );
  const reasons = reasonsTold(checks);
  const isUnread = checks.every((each) => each.verdict === "error");
  const found: Block[] = reasons.length === 0 ? [] : [{ kind: "list", items: reasons }];
  const left = [span(verdict === "pass" ? "good" : "bad", outcome)];
  const isBrief = isScreen && verdict === "pass";
  return isBrief
    ? [{ kind: "headline", left, oneLine: true }, ...found, ...changes]
    : [
        { kind: "headline", left },
        ...(isUnread ? [] : [tableOf(COLUMNS, checks)]),
        ...found,
        ...changes,
      ];
}

/** Each reason once, with the locks it is said of: what fails is looked up by name, of what is only said a few names do. */
function reasonsTold(checks: readonly CheckedLock[]): Text[] {
  return alike(checks.flatMap(reasonsOf), ({ text }) => plainText(text)).map((group) => {
    const [{ text, isSaid: isOnlySaid }] = group;
    const locks = group.flatMap(({ lock }) => lock ?? []);
    const names = isOnlySaid ? namesOf(locks) : list(locks);
    if (locks.length === 0) return text;
    return [locks.length > 1 ? `${locks.length} locks (${names}): ` : `${names}: `, ...text];
  });
}

function reasonsOf({ lock, findings, problem }: CheckedLock) {
  const unreadable =
    problem === undefined
      ? []
      : [
          {
            lock,
            isSaid: false,
            text: [span("bad", "error"), ` ${besideLock(problem, lock ?? "")}`],
          },
        ];
  return [
    ...unreadable,
    ...findings.map((finding) => {
      const { code, cause } = finding;
      const text = [`${levelOf(finding)} `, strong(code), ` (${cause}) ${messageOf(finding)}`];
      return { lock, isSaid: isSaid(finding), text };
    }),
  ];
}

function levelOf({ level, passes }: CheckFinding): string {
  return level === "failure" && passes !== undefined ? "passing" : level;
}

function rowsOf({ lock, verdict, findings, guarded, pick, problem }: CheckedLock) {
  const model = guarded ?? pick;
  if (problem !== undefined) return [[lock, verdict, null, null, "error", null, problem, null]];
  if (findings.length === 0) return [[lock, verdict, model, null, null, null, null, null]];
  return findings.map(({ code, level, cause, message, passes, model: about }) => [
    lock,
    verdict,
    about ?? model,
    code,
    level,
    cause,
    message,
    passes ?? null,
  ]);
}

function testCaseOf({ lock, findings, problem }: CheckedLock): TestCase {
  const said = (isOf: (finding: CheckFinding) => boolean) =>
    findings.filter(isOf).map((each) => `${each.code} (${each.cause}): ${messageOf(each)}`);
  return {
    name: lock ?? "the expectation",
    ...(lock === null ? {} : { file: lock }),
    failures: said(isFailing),
    remarks: said(isSaid),
    ...(problem === undefined ? {} : { error: problem }),
  };
}

function annotationsOf({ lock, findings, problem }: CheckedLock): Annotation[] {
  const place = lock === null ? {} : { file: lock };
  if (problem !== undefined) {
    return [{ level: "error", title: "cannot be checked", message: problem, ...place }];
  }
  return findings.map((finding) => ({
    level: isSaid(finding) ? (finding.level === "warning" ? "warning" : "notice") : "error",
    title: `${finding.code} (${finding.cause})`,
    message: messageOf(finding),
    ...place,
  }));
}
