/** Writes dist/index.d.ts: every type that the library shows, in one file that needs no other package's types but zod's. */
import { execFile } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";

const ROOT = path.join(import.meta.dirname, "..");
/** Declarations of every module, file by file. */
const PARTS = path.join(ROOT, ".types");

const require = createRequire(import.meta.url);
const run = (script: string, ...argv: string[]) =>
  promisify(execFile)(process.execPath, [script, ...argv], { cwd: ROOT });
const within = (name: string, file: string) =>
  path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

try {
  await mkdir(path.join(ROOT, "dist"), { recursive: true });
  await run(within("typescript", "bin/tsc"), "-p", "tsconfig.types.json", "--outDir", PARTS);
  await run(within("@microsoft/api-extractor", "bin/api-extractor"), "run", "--local");
} catch (error) {
  // Both say what is wrong on stdout.
  if (!(error instanceof Error && "stdout" in error)) throw error;
  process.stderr.write(String(error.stdout));
  process.exitCode = 1;
} finally {
  await rm(PARTS, { recursive: true, force: true });
}
