/**
 * Packs what would be published, installs it where nothing can be downloaded, and runs it without a network on this Node
 * and on those named: `npm run packed -- ../node22/bin/node ../node24/bin/node`. All have to say the same, byte for byte.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const ROOT = path.join(import.meta.dirname, "..");
const run = promisify(execFile);
const MOST_OUTPUT = 64 * 1024 * 1024;

const DAY = "--as-of 2026-11-22";
/** Answered with one of these codes each. */
const LINES = [
  `--version`,
  `--help`,
  `-b low -l realtime --json ${DAY}`,
  `-b low -l realtime -f markdown ${DAY}`,
  `-b €5`,
  `--requests −5`,
  `compare --traits all ${DAY}`,
  `compare --json ${DAY}`,
  `explain --full ${DAY}`,
  `cost --image 1024×1024 --json ${DAY}`,
  `migrate gpt-4o-mini --full ${DAY}`,
  `catalog show gpt-4o ${DAY}`,
  `catalog list --format csv ${DAY}`,
  `use-cases --json`,
  `lock -b low --json ${DAY}`,
  `check --expect gpt-4o-mini -b low -f junit ${DAY}`,
  `report --static -b low ${DAY}`,
  `batch questions.ndjson --draws 100 ${DAY}`,
  `schema requirements`,
  `completion bash`,
];
const LIBRARY = `
  import("pick-model").then(({ openCatalog, decideFor }) => openCatalog().then((catalog) =>
    console.log(JSON.stringify(decideFor({ budget: "low" }, { catalog, asOf: "2026-11-22" })))));`;

async function pack(folder: string, destination: string): Promise<string> {
  const line = ["pack", "--ignore-scripts", "--silent", "--pack-destination", destination];
  const { stdout } = await run("npm", line, { cwd: folder });
  return path.join(destination, stdout.trim());
}

/** What a command line gives, as one text; without a network where the system can take it away. */
async function outcomeOf(node: string, argv: readonly string[], cwd: string): Promise<string> {
  const program = isolates ? "unshare" : node;
  const line = isolates ? ["-rn", node, ...argv] : [...argv];
  const options = { cwd, maxBuffer: MOST_OUTPUT, env: { PATH: process.env["PATH"], HOME: cwd } };
  const outcome = await new Promise<string>((resolve) => {
    const child = execFile(program, line, options, (error, stdout, stderr) => {
      resolve(`${error === null ? 0 : String(error.code)}\n${stdout}\n${stderr}`);
    });
    child.stdin?.end();
  });
  return outcome;
}

const isolates = await run("unshare", ["-rn", "true"]).then(
  () => true,
  () => false,
);
const folder = await mkdtemp(path.join(tmpdir(), "pick-model-packed-"));
try {
  const tarballs = [
    await pack(path.join(ROOT, "node_modules", "zod"), folder),
    await pack(ROOT, folder),
  ];
  await writeFile(path.join(folder, "package.json"), '{"private":true}\n');
  await writeFile(path.join(folder, "questions.ndjson"), '{"budget":"low"}\n{"task":"coding"}\n{}');
  const install = ["install", "--offline", "--no-audit", "--no-fund", ...tarballs];
  const { stderr } = await run("npm", install, { cwd: folder });
  if (stderr !== "") throw new Error(`npm says of the package:\n${stderr}`);
  const bin = path.join(folder, "node_modules", ".bin", "pick-model");

  const expected = new Map<string, string>();
  for (const node of [process.execPath, ...process.argv.slice(2)]) {
    const digest = createHash("sha256");
    for (const line of [...LINES, "library"]) {
      const argv = line === "library" ? ["-e", LIBRARY] : [bin, ...line.split(" ")];
      const outcome = await outcomeOf(path.resolve(node), argv, folder);
      const same = expected.get(line) ?? outcome;
      expected.set(line, same);
      if (outcome !== same) throw new Error(`${node}: '${line}' gives other bytes:\n${outcome}`);
      if (outcome.includes("internal error")) throw new Error(`'${line}' fails:\n${outcome}`);
      digest.update(outcome);
    }
    const { stdout: version } = await run(path.resolve(node), ["--version"]);
    const how = isolates ? "without a network" : "with the network there";
    process.stdout.write(
      `${version.trim()} ${how}: ${expected.size} answers, sha256 ${digest.digest("hex")}\n`,
    );
  }
  const { size } = await readFile(tarballs[1] ?? "").then(({ length }) => ({ size: length }));
  process.stdout.write(`the package is ${size} bytes\n`);
} finally {
  await rm(folder, { recursive: true });
}
