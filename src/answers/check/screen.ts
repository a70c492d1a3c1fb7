/** Many locks on one screen: those that fail first, equal ones together, remarks once for all they are about. */
import { type Block, type Document, type Note, span, type Text } from "../../format/document.ts";
import { counted, list, money, orDash } from "../../words/figures.ts";
import { alike, sentence } from "../../words/sentences.ts";
import { isFailing } from "./acceptances.ts";
import type { Check, CheckedLock, CheckFinding } from "./schema.ts";

const LINES = 24;
/** Names that stand for a group; the others are counted. */
const MOST_NAMES = 3;
/** Remarks go before reasons. */
const SPARE = { remarks: 1, rows: 2 } as const;

interface Group {
  names: string[];
  of: CheckedLock;
  why: string;
}

/** @param isAll a row for every lock, those that hold too */
export function checkScreen(check: Check, outcome: string, isAll: boolean): Document {
  const { checks, verdict } = check;
  const names = shortNames(checks.map(({ lock }) => lock ?? "the requirements"));
  const ordered = checks
    .map((of, place) => ({ names: [names[place] ?? ""], of, why: whyOf(of) }))
    .toSorted((one, two) => rankOf(one.of) - rankOf(two.of));
  const shown = isAll ? ordered : ordered.filter(({ of }) => of.verdict !== "pass");
  const groups = isAll ? shown : grouped(shown);
  const isUnread = checks.every((each) => each.verdict === "error");
  const remarks = remarkNotes(ordered, checks.length);
  return {
    title: outcome,
    blocks: [
      { kind: "headline", left: [span(verdict === "pass" ? "good" : "bad", countsOf(check))] },
      ...(groups.length === 0 ? [] : [isUnread ? problems(groups) : table(groups)]),
      ...(remarks.length === 0 ? [] : [{ kind: "notes", rows: remarks } as const]),
      ...(isAll
        ? []
        : [
            {
              kind: "paragraph",
              text: "Every lock: --all. A table to paste: --format markdown",
              isFootnote: true,
            } as const,
          ]),
    ],
    ...(isAll
      ? {}
      : {
          screen: {
            lines: LINES,
            last: (leftOut) =>
              leftOut === 0
                ? "Accept for a while: pick-model lock --accept <code> --reason … --expires …"
                : `${counted(leftOut, "line")} more: pick-model check --all`,
          },
        }),
  };
}

/** `40 locks: 38 hold, 1 FAILS, 1 CANNOT BE READ`. */
function countsOf({ checks, examined }: Check): string {
  const of = (verdict: CheckedLock["verdict"]) =>
    checks.filter((each) => each.verdict === verdict).length;
  const unexpected = checks.filter(isUnexpectedAlone).length;
  const [hold, unread] = [of("pass") + unexpected, of("error")];
  const fail = of("fail") - unexpected;
  const parts = [
    ...(hold === 0 ? [] : [`${hold} ${hold === 1 ? "holds" : "hold"}`]),
    ...(unexpected === 0
      ? []
      : [`${unexpected} ${unexpected === 1 ? "EXPECTATION FAILS" : "EXPECTATIONS FAIL"}`]),
    ...(fail === 0 ? [] : [`${fail} ${fail === 1 ? "FAILS" : "FAIL"}`]),
    ...(unread === 0 ? [] : [`${unread} CANNOT BE READ`]),
  ];
  return `${counted(examined, "lock")}: ${parts.join(", ")}`;
}

/** The lock itself holds: only the pick is not the one that was expected. */
export function isUnexpectedAlone({ lock, verdict, findings }: CheckedLock): boolean {
  if (lock === null || verdict !== "fail") return false;
  return findings.filter(isFailing).every(({ code }) => code === "not-expected");
}

const ORDER: readonly CheckedLock["verdict"][] = ["fail", "error", "pass"];

function rankOf({ verdict }: CheckedLock): number {
  return ORDER.indexOf(verdict);
}

/** Said beside the lock's name, so without its name and folder: the same mistake reads the same in every folder. */
export function besideLock(problem: string, lock: string): string {
  const itself = `${lock}: `;
  if (problem.startsWith(itself)) return problem.slice(itself.length);
  const folder = lock.slice(0, lock.lastIndexOf("/") + 1);
  return problem.startsWith(folder) ? problem.slice(folder.length) : problem;
}

function whyOf({ lock, findings, problem }: CheckedLock): string {
  if (problem !== undefined) return besideLock(problem, lock ?? "");
  return findings
    .filter(isFailing)
    .map(({ message }) => message)
    .join("; ");
}

/** Locks that fail for the same reasons, in one row. */
function grouped(rows: readonly Group[]): Group[] {
  return alike(rows, ({ of: { verdict, guarded, pick }, why }) =>
    JSON.stringify([verdict, guarded, pick, why]),
  ).map((group) => ({ ...group[0], names: group.flatMap(({ names }) => names) }));
}

function table(groups: readonly Group[]): Block {
  return {
    kind: "table",
    spareRows: SPARE.rows,
    columns: [
      { header: "lock", align: "left" },
      { header: "verdict", align: "left" },
      { header: "guarded", align: "left" },
      { header: "now", align: "left" },
      { header: "a month", align: "right" },
      { header: "why", align: "left" },
    ],
    rows: groups.map(({ names, of, why }): Text[] => [
      namesOf(names),
      verdictText(of),
      orDash(of.guarded),
      orDash(of.pick),
      orDash(names.length > 1 ? null : of.usdPerMonth, money),
      why,
    ]),
  };
}

export function verdictText({ verdict }: CheckedLock): Text {
  return [span(verdict === "pass" ? "good" : "bad", verdict)];
}

/** Why nothing could be read: there is nothing to set in columns. */
function problems(groups: readonly Group[]): Block {
  return {
    kind: "notes",
    rows: groups.map(({ names, why }, place) => ({
      label: namesOf(names),
      text: why,
      ...(place === 0 ? {} : { spare: SPARE.rows }),
    })),
  };
}

export function namesOf(names: readonly string[]): string {
  const left = names.length - MOST_NAMES;
  return left <= 0 ? list(names) : `${names.slice(0, MOST_NAMES).join(", ")} and ${left} more`;
}

/** What does not fail, once for all the locks it is said of. */
function remarkNotes(rows: readonly Group[], all: number): Note[] {
  const remarks = rows.flatMap(({ names: [name = ""], of: { findings } }) =>
    findings
      .filter((finding) => !isFailing(finding))
      .map((each) => ({ name, text: `${messageOf(each)} (${each.code}, cause ${each.cause})` })),
  );
  return alike(remarks, ({ text }) => text).map((group) => ({
    label:
      group.length === all && all > 1
        ? `All ${all}`
        : group.length > 1
          ? `${group.length} locks`
          : group[0].name,
    text: sentence(group[0].text),
    spare: SPARE.remarks,
  }));
}

/** With the reason for which it does not fail, where that is not its own. */
export function messageOf({ message, passes }: CheckFinding): string {
  return passes === undefined ? message : `${message}; passes: ${passes}`;
}

/** What differs among paths: `svc10` of `services/svc10/pick-model.lock.json`. */
export function shortNames(paths: readonly string[]): string[] {
  if (new Set(paths).size < 2) return [...paths];
  const parts = paths.map((path) => path.split("/"));
  const shared = (at: (path: readonly string[]) => string | undefined) =>
    new Set(parts.map(at)).size === 1;
  let start = 0;
  while (shared((path) => path[start])) start += 1;
  let end = 0;
  while (shared((path) => path.at(-1 - end))) end += 1;
  const short = parts.map((path) =>
    path.slice(start, Math.max(start, path.length - end)).join("/"),
  );
  return short.some((name) => name === "") || new Set(short).size < short.length
    ? [...paths]
    : short;
}
