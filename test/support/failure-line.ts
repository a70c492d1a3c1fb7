/** The one line a failing call would print, with its kind; a call that succeeds fails the test. */
import { Failure } from "../../src/schema/failure.ts";

export async function failureOf(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    if (error instanceof Failure) return `${error.kind}: ${error.line}`;
    throw error;
  }
  throw new Error("expected a failure, got none");
}
