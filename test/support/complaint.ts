/** The two lines in which the program says what is wrong, and what to type instead. */
import { expect } from "vitest";
import { runCli, type RunOptions } from "./run.ts";

export const COMPLAINT = /^error: [^\n]+\n {2}try: [^\n]+\n$/;

/** A shell's words, with no quotes but single ones around a whole word. */
export function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

/** Every line with the two it is refused with, for a file to compare with. */
export async function complaintsAbout(
  lines: readonly string[],
  options: RunOptions,
): Promise<string> {
  const shown: string[] = [];
  for (const line of lines) {
    const { code, stdout, stderr } = await runCli(words(line), options);
    expect({ line, code, stdout }).toEqual({ line, code: 2, stdout: "" });
    expect(stderr).toMatch(COMPLAINT);
    const anywhere = stderr.replaceAll(options.cwd ?? "/", "FOLDER");
    shown.push(`$ pick-model ${line}\n${options.cwd === undefined ? stderr : anywhere}`);
  }
  return shown.join("\n");
}
