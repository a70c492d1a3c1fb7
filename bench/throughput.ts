/**
 * How much the program answers: recommendations a second in this process, batch lines a second and their peak
 * memory in a process of its own, and the time of one answer as the catalog grows. Judges nothing.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import path from "node:path";
import Table from "cli-table3";
import { openCatalog } from "../src/catalog/index.ts";
import { askBriefly } from "../src/ask.ts";
import { documentLayer } from "../src/question/document-layer.ts";
import type { Catalog } from "../src/schema/catalog.ts";
import { RESULT_FIELDS, type ResultField } from "../src/answers/recommendation/vocabulary.ts";
import { catalogOf } from "./catalogs.ts";
import { questionAt } from "./questions.ts";

const PROGRAM = path.join(import.meta.dirname, "..", "dist", "bin.cjs");
const DAY = "2026-11-22";
const SEED = 1;

const PICK_ALONE: readonly ResultField[] = ["recommendation"];

function answerer(
  catalog: Catalog,
  draws: number,
  fields: readonly ResultField[] = RESULT_FIELDS,
): (place: number) => void {
  return (place) => {
    const parsed = { value: questionAt(place), where: () => "here" };
    const options = { catalog, asOf: DAY, draws, seed: SEED };
    askBriefly([documentLayer(parsed, "stdin")], options, fields);
  };
}

function millisecondsOf(work: () => void): number {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/** Of several rounds the fastest: the one that other programs disturbed least. */
function fastest(rounds: number, work: () => void): number {
  return Math.min(...Array.from({ length: rounds }, () => millisecondsOf(work)));
}

/** A batch as a process of its own, fed without a file, its answers thrown away. */
async function batch(
  lines: number,
  options: string[],
): Promise<{ seconds: number; megabytes: number }> {
  const measured = `process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)))`;
  const preload = `data:text/javascript,${encodeURIComponent(measured)}`;
  const argv = ["--import", preload, PROGRAM, "batch", "--as-of", DAY, ...options];
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, argv, { stdio: ["pipe", "ignore", "pipe"] });
  const said: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  const closed = once(child, "close");
  for (let place = 0; place < lines; place += 1) {
    const more = child.stdin.write(`${JSON.stringify(questionAt(place))}\n`);
    if (!more) await once(child.stdin, "drain");
  }
  child.stdin.end();
  await closed;
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  return { seconds, megabytes: Number(Buffer.concat(said).toString()) / 1024 };
}

function table(head: string[]): InstanceType<typeof Table> {
  const style = { head: [], border: [] };
  return new Table({ head, style, colAligns: ["left", "right", "right", "right"] });
}

const [processor] = cpus();
console.log(
  `Node ${process.version}, ${cpus().length} × ${processor?.model ?? "unknown processor"}`,
);

const shipped = await openCatalog();
const speeds = table(["in this process", "answers a second"]);
for (const [draws, count] of [
  [0, 500],
  [10_000, 20],
] as const) {
  const answer = answerer(shipped, draws);
  let place = 0;
  const round = () => {
    for (let each = 0; each < count; each += 1) answer((place += 1));
  };
  const milliseconds = fastest(8, round);
  speeds.push([`library, ${draws} draws`, ((count / milliseconds) * 1000).toFixed(0)]);
}

console.log(speeds.toString());

const batches = table(["batch", "lines a second", "peak memory"]);
for (const [lines, ...options] of [
  [100_000, "--draws", "0", "--fields", "recommendation"],
  [10_000, "--draws", "0"],
  [100_000, "--draws", "0"],
  [100_000, "--draws", "0", "--threads", "1"],
  [2000],
  [2000, "--fields", "recommendation"],
] as const) {
  const { seconds, megabytes } = await batch(lines, [...options]);
  const name = `${lines.toLocaleString("en-US")} lines ${options.join(" ")}`;
  batches.push([name, (lines / seconds).toFixed(0), `${megabytes.toFixed(0)} MB`]);
}

console.log(batches.toString());

const growth = table(["models", "one answer", "a model", "the pick alone"]);
for (const models of [100, 1000, 5000, 10_000]) {
  const catalog = await catalogOf(models);
  const [whole = Number.NaN, pickAlone = Number.NaN] = [RESULT_FIELDS, PICK_ALONE].map((fields) => {
    const answer = answerer(catalog, 0, fields);
    answer(0); // the facts are worked out once for a catalog and a day
    return fastest(4, () => answer(0));
  });
  growth.push([
    models.toLocaleString("en-US"),
    `${whole.toFixed(0)} ms`,
    `${((whole / models) * 1000).toFixed(0)} µs`,
    `${pickAlone.toFixed(0)} ms`,
  ]);
}
console.log(growth.toString());
