/** How failures are told apart: whose they are decides the code, and only ours come with a stack. */
import { expect, test } from "vitest";
import { exitCodeOf } from "../../src/cli/exit-codes.ts";
import { reportError } from "../../src/cli/messages.ts";
import { catalogFailure, usageFailure } from "../../src/schema/failure.ts";
import type { Io } from "../../src/cli/io.ts";

function reported(error: unknown, env: Record<string, string> = {}): string {
  const parts: string[] = [];
  const stderr = {
    write: (text: string) => void parts.push(text),
    isTTY: false,
    columns: undefined,
  };
  reportError(error, { stderr, env } as unknown as Io);
  return parts.join("");
}

test("exit codes", () => {
  expect(exitCodeOf(usageFailure("x"))).toBe(2);
  expect(exitCodeOf(catalogFailure("x"))).toBe(3);
  expect(exitCodeOf(new TypeError("x"))).toBe(70);
  expect(exitCodeOf("x")).toBe(70);
});

test("a user's mistake: where, what, and what to do, in two lines", () => {
  const error = usageFailure("is wrong", "--flag", "do this");
  expect(reported(error)).toBe("error: --flag: is wrong\n  try: do this\n");
  expect(reported(error, { DEBUG: "1" })).toBe("error: --flag: is wrong\n  try: do this\n");
  expect(reported(usageFailure("two\nlines"))).toBe("error: two lines\n  try: pick-model --help\n");
});

test("a mistake of ours says so, and shows its stack on request", () => {
  const error = new TypeError("x is\nundefined");
  expect(reported(error)).toBe(
    "error: internal error: x is undefined (this is a bug in pick-model, not in your input)\n  try: PICK_MODEL_DEBUG=1 shows where; please report it\n",
  );
  for (const name of ["DEBUG", "PICK_MODEL_DEBUG"]) {
    expect(reported(error, { [name]: "1" })).toContain("errors.test.ts");
    expect(reported(error, { [name]: "" })).not.toContain("errors.test.ts");
  }
});
