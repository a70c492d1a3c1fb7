/** The step summary is cut at a whole row below GitHub's limit. */
import { expect, test } from "vitest";
import { cutAtRow } from "../../src/cli/step-summary.ts";

test("a text below the limit stays as it is", () => {
  expect(cutAtRow("| a |\n", 100)).toBe("| a |\n");
});

test("a longer one ends with a whole row, and says that it was cut", () => {
  const row = "| müller.lock.json | fail |\n";
  const cut = cutAtRow(row.repeat(50_000), 1_000_000);
  expect(Buffer.byteLength(cut)).toBeLessThan(1_000_000);
  expect(Buffer.byteLength(cut)).toBeGreaterThan(999_000);
  const [rows = "", said] = cut.split("\n\n");
  expect(said).toBe("_Cut here: the whole is too long for a summary._\n");
  expect(rows.split("\n").every((line) => line === row.trimEnd())).toBe(true);
});
