/** Runs a program in a terminal of its own, and types what somebody would. */
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { temporaryFolder } from "./catalog-folder.ts";

/** What to wait for on the screen, and the keys to press then. */
export type Step = readonly [waitFor: string, keys: string];

export interface Shown {
  /** All that was drawn, as written: line ends and control sequences included. */
  shown: string;
  code: number;
}

export interface TerminalOptions {
  steps?: readonly Step[];
  rows?: number;
  columns?: number;
  /** Where stdout goes instead of to the terminal. */
  stdout?: string;
  cwd?: string;
  env?: Record<string, string>;
}

export async function inTerminal(
  argv: readonly string[],
  { steps = [], rows = 24, columns = 80, stdout, cwd, env = {} }: TerminalOptions = {},
): Promise<Shown> {
  const folder = await temporaryFolder();
  const file = path.join(folder, "asked.json");
  await writeFile(file, JSON.stringify({ argv, steps, rows, columns, stdout: stdout ?? null }));
  const { stdout: answer, stderr } = spawnSync(
    "python3",
    [path.join(import.meta.dirname, "terminal.py"), file],
    {
      encoding: "utf8",
      cwd: cwd ?? folder,
      env: {
        PATH: process.env["PATH"],
        HOME: folder,
        TERM: "xterm-256color",
        LANG: "C.UTF-8",
        ...env,
      },
    },
  );
  if (answer === "") throw new Error(`no terminal: ${stderr}`);
  return JSON.parse(answer) as Shown;
}
