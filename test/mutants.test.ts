/** The list of mutants: what each changes stands in the sources once, and the tests that must see it are there. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { EQUIVALENTS, MUTANTS } from "../scripts/mutant-list.ts";

const ROOT = path.join(import.meta.dirname, "..");

test("every change of the list can be made, in one place", () => {
  const misplaced = [...MUTANTS, ...EQUIVALENTS].filter(({ file, from }) => {
    const text = readFileSync(path.join(ROOT, "src", file), "utf8");
    return text.split(from).length !== 2;
  });
  expect(misplaced).toEqual([]);
});

test("every test of the list is there", () => {
  const named = MUTANTS.flatMap(({ seenBy }) => seenBy);
  expect(named.filter((name) => !existsSync(path.join(ROOT, "test", name)))).toEqual([]);
});
