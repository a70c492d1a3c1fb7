/** An evidence file read to a person: rates, McNemar's test of two models, and how much it says. */
import type { EvaluationFile } from "../schema/evaluation.ts";
import { count, counted, decimal, finePercent, list } from "../words/figures.ts";

/** Below this a single test moves the rate by points. */
export interface Skips {
  rows: number;
  columns: readonly string[];
  locallyCached: number;
}

/** At most five lines. */
export function readingOf(file: EvaluationFile, skips: Skips, fewTests: number): string[] {
  const { tests, models, paired, linking, target } = file;
  const rates = Object.entries(models).map(([name, { passRate, tests: taken, se }]) => {
    const passed = passRate * taken;
    const shown =
      Number.isInteger(passed) || Math.abs(passed - Math.round(passed)) < 1e-3
        ? count(Math.round(passed))
        : decimal(passed, 1);
    return `${name} passes ${shown} of ${count(taken)} (${finePercent(passRate)}, log odds ± ${decimal(se)})`;
  });
  const few = Object.values(models).some((each) => each.tests < fewTests);
  return [
    `${few ? "Thin evidence: " : ""}${list(rates)}.`,
    ...pairLine(paired),
    linking === null
      ? `Judged by your own bar, ${finePercent(target ?? 0)}; models you have not tested stay as unknown as they were.`
      : `Put on the common scale through ${list(Object.keys(linking.through))}: difficulty ${decimal(linking.difficulty, 3)}, frozen in the file.`,
    asideLine(tests, skips),
    `${few ? `Under ${fewTests} tests one answer moves the rate by points: 50 to 100 settle most questions. ` : ""}${deadline(Object.keys(models))}`,
  ];
}

const ENDING = ["gpt-4o", "gpt-4o-mini"];

function deadline(names: readonly string[]): string {
  const hasEnding = ENDING.every((id) => names.some((name) => modelOf(name) === id));
  const hasOther = names.some((name) => !ENDING.includes(modelOf(name)));
  return hasEnding && hasOther
    ? "Keep the file: the old models and what may follow them are in one run, which cannot be repeated after 2027-01-14."
    : "Have gpt-4o, gpt-4o-mini and a successor in the same run before 2027-01-14: then the old ones are gone.";
}

/** Of a snapshot or an effort the model. */
function modelOf(name: string): string {
  return (name.split("@")[0] ?? name).replace(/-\d{4}-\d{2}-\d{2}$/, "");
}

function pairLine(paired: EvaluationFile["paired"]): string[] {
  if (paired.length === 0) return [];
  const told = paired.slice(0, MOST_PAIRS).map((pair) => {
    const { first, second, onlyFirst, onlySecond } = pair;
    const chance = mcNemarExact(onlyFirst, onlySecond);
    return `${counted(onlyFirst, "test")} only ${first} passes, ${count(onlySecond)} only ${second} (by chance: ${chance < 0.001 ? "under 0.1 %" : finePercent(chance)})`;
  });
  const more = paired.length - told.length;
  return [`${told.join("; ")}${more > 0 ? `; ${more} more pairs in the file` : ""}.`];
}

const MOST_PAIRS = 3;

function asideLine(
  { distinct, repeats, ungraded, notRun }: EvaluationFile["tests"],
  { rows, columns, locallyCached }: Skips,
): string {
  const parts = [
    `${counted(distinct, "distinct test")}${repeats > 1 ? `, repeated up to ${repeats} times` : ""}`,
    ...(ungraded > 0 ? [`${counted(ungraded, "answer")} without an assertion left out`] : []),
    ...(notRun > 0 ? [`${counted(notRun, "request")} not served (429, 5xx, network)`] : []),
    ...(locallyCached > 0
      ? [`${counted(locallyCached, "answer")} out of promptfoo's cache, without time or tokens`]
      : []),
    ...(rows > 0 ? [`${counted(rows, "row")} skipped that could not be read`] : []),
    ...columns,
  ];
  return `${parts.join("; ")}.`;
}

/**
 * Two-sided chance of a split at least as uneven, were both equally good.
 * Source: Q. McNemar, "Note on the sampling error of the difference between correlated proportions or percentages",
 * Psychometrika 12, 1947; exact by the binomial distribution.
 */
export function mcNemarExact(onlyFirst: number, onlySecond: number): number {
  const trials = onlyFirst + onlySecond;
  const fewer = Math.min(onlyFirst, onlySecond);
  // In logarithms: thousands of tests would underflow.
  let logTerm = -trials * Math.LN2;
  let tail = Math.exp(logTerm);
  for (let k = 1; k <= fewer; k++) {
    logTerm += Math.log((trials - k + 1) / k);
    tail += Math.exp(logTerm);
  }
  return Math.min(1, 2 * tail);
}
