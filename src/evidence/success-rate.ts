/** From passes to a rate, its log-odds and their error: repeats of one test are no tests of their own. */

export interface SuccessRate {
  /** Distinct tests. */
  tests: number;
  /** Of the test that was repeated most. */
  repeats: number;
  passRate: number;
  effectiveTests: number;
  logit: number;
  se: number;
}

/** Passes and tries of one test. */
export interface TestTally {
  passed: number;
  tried: number;
}

/**
 * The rate is the mean over distinct tests of each one's share of passes. The effective number of tests is the
 * number of independent tries that would vary as these means do: no fewer than the tests, no more than the tries.
 * Null without any test.
 */
export function successRate(tallies: readonly TestTally[]): SuccessRate | null {
  const tests = tallies.length;
  if (tests === 0) return null;
  // A fixed order of summation: the same tests in another order give the same bits.
  const means = tallies.map(({ passed, tried }) => passed / tried).toSorted((a, b) => a - b);
  const passRate = sum(means) / tests;
  const repeats = Math.max(...tallies.map(({ tried }) => tried));
  const effectiveTests = repeats === 1 ? tests : effectiveOf(means, passRate, repeats);
  return { tests, repeats, passRate, effectiveTests, ...empiricalLogit(passRate, effectiveTests) };
}

function effectiveOf(means: readonly number[], rate: number, repeats: number): number {
  const tests = means.length;
  const variance = sum(means.map((mean) => (mean - rate) ** 2)) / (tests - 1) / tests;
  const independent = (rate * (1 - rate)) / variance;
  // All or none passed, or a single test: nothing shows that a repeat says more.
  if (Number.isNaN(independent)) return tests;
  return Math.min(tests * repeats, Math.max(tests, independent));
}

/** Log-odds with half a pass and half a failure added, which are finite at none and at all. */
export function empiricalLogit(passRate: number, tests: number): { logit: number; se: number } {
  const passed = passRate * tests + 0.5;
  const failed = tests - passRate * tests + 0.5;
  return { logit: Math.log(passed / failed), se: Math.sqrt(1 / passed + 1 / failed) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
