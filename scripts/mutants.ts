/**
 * Changes one line of the decision at a time and runs the tests that must notice; prints who survives. Works on a copy
 * of the sources, so that nobody else's run sees a mutant. `npm run mutants -- window` tries those whose file matches.
 */
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { EQUIVALENTS, type Mutant, MUTANTS } from "./mutant-list.ts";

const ROOT = path.join(import.meta.dirname, "..");
/** What tests in this process read. */
const COPIED = ["src", "test", "data", "schema", "examples", "package.json", "vitest.config.ts"];
const run = promisify(execFile);

async function copied(): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), "pick-model-mutants-"));
  await Promise.all(
    COPIED.map((name) => cp(path.join(ROOT, name), path.join(copy, name), { recursive: true })),
  );
  await symlink(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
  return copy;
}

/** What the tests say where one fails; null where all pass. */
async function failureOf(
  copy: string,
  { seenBy, named }: Pick<Mutant, "seenBy" | "named">,
): Promise<string | null> {
  const files = seenBy.map((name) => `test/${name}`);
  const line = ["vitest", "run", "--project", "in-process", "--bail", "1", "--testTimeout", "0"];
  const some = named === undefined ? [] : ["-t", named];
  try {
    await run("npx", [...line, ...some, ...files], { cwd: copy });
    return null;
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}

async function fateOf(mutant: Mutant, copy: string): Promise<string> {
  const { file, from, to } = mutant;
  const target = path.join(copy, "src", file);
  const text = await readFile(target, "utf8");
  if (text.split(from).length !== 2) return "RENEW (not there, or there twice)";
  await writeFile(target, text.replace(from, to));
  try {
    return (await failureOf(copy, mutant)) === null ? "SURVIVES" : "killed";
  } finally {
    await writeFile(target, text);
  }
}

const [pattern = ""] = process.argv.slice(2);
const chosen = MUTANTS.filter(({ file }) => file.includes(pattern));
const copy = await copied();
let killed = 0;
try {
  const whole = chosen.filter(({ named }) => named === undefined);
  const seenBy = [...new Set(whole.flatMap((each) => each.seenBy))];
  const failure = await failureOf(copy, { seenBy });
  if (failure !== null) throw new Error(`the tests fail without any mutant:\n${failure}`);
  for (const mutant of chosen) {
    const fate = await fateOf(mutant, copy);
    if (fate === "killed") killed += 1;
    const { file, from, to, wrong } = mutant;
    process.stdout.write(`${fate}: ${file}: ${from} -> ${to}: ${wrong}\n`);
  }
} finally {
  await rm(copy, { recursive: true });
}
for (const { file, from, to, because } of EQUIVALENTS.filter((each) =>
  each.file.includes(pattern),
)) {
  process.stdout.write(`equivalent: ${file}: ${from} -> ${to}: ${because}\n`);
}
process.stdout.write(`${killed} of ${chosen.length} killed\n`);
process.exitCode = killed === chosen.length ? 0 : 1;
