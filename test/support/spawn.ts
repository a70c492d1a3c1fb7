/** Runs the built program as a process of its own, as a shell would. */
import { spawn } from "node:child_process";
import path from "node:path";
import type { Outcome } from "./run.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
export const BUILT = path.join(ROOT, "dist");

export interface SpawnOptions {
  /** What is piped in; `null` leaves the pipe open and empty. */
  stdin?: string | null;
  cwd?: string;
  env?: Record<string, string>;
}

/** Starts a file itself, so that its shebang and its executable bit count too. */
export function spawned(
  file: string,
  argv: readonly string[],
  { stdin, cwd = ROOT, env = {} }: SpawnOptions = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, argv, { cwd, env: { ...process.env, ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("exit", () => child.stdin.destroy());
    child.on("close", (code) => {
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
      });
    });
    child.stdin.on("error", () => undefined); // a program that ends without reading closes it
    if (stdin !== null) child.stdin.end(stdin ?? "");
  });
}
