/** How much the program answers: in this process, as a batch in a process of its own, and as the catalog grows. */
import { RESULT_FIELDS, type ResultField } from "../src/answers/recommendation/vocabulary.ts";
import { askBriefly } from "../src/ask.ts";
import { openCatalog } from "../src/catalog/index.ts";
import { documentLayer } from "../src/question/document-layer.ts";
import type { Catalog } from "../src/schema/catalog.ts";
import { catalogOf } from "./catalogs.ts";
import { longRun } from "./processes.ts";
import { questionAt } from "./questions.ts";
import { newTable } from "./tables.ts";

const DAY = "2026-11-22";
const SEED = 1;

const PICK_ALONE: readonly ResultField[] = ["recommendation"];

function answerer(
  catalog: Catalog,
  draws: number,
  fields: readonly ResultField[] = RESULT_FIELDS,
): (place: number) => unknown {
  return (place) => {
    const parsed = { value: questionAt(place), where: () => "here" };
    const options = { catalog, asOf: DAY, draws, seed: SEED };
    return askBriefly([documentLayer(parsed, "stdin")], options, fields);
  };
}

function millisecondsOf(work: () => unknown): number {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function processorTimeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Of several rounds the fastest: the one that other programs disturbed least. */
function fastest(rounds: number, work: () => unknown): number {
  return Math.min(...Array.from({ length: rounds }, () => millisecondsOf(work)));
}

export async function answers(): Promise<string> {
  const catalog = await openCatalog();
  const table = newTable(["in this process", "a second"]);
  for (const [draws, count] of [
    [0, 300],
    [catalog.levels.sampling.draws, 50],
  ] as const) {
    const answer = answerer(catalog, draws);
    let place = 0;
    const round = () => {
      for (let each = 0; each < count; each += 1) answer((place += 1));
    };
    table.push([`answers, ${draws} draws`, rate(count, fastest(5, round))]);
  }
  const record = answerer(catalog, 0)(0);
  const write = () => {
    for (let each = 0; each < 1000; each += 1) JSON.stringify(record);
  };
  table.push(["JSON.stringify of such a record", rate(1000, fastest(5, write))]);
  return table.toString();
}

/** Lines that differ, fed without a file. */
export async function batches(lines: number): Promise<string> {
  const table = newTable(["batch", "lines a second", "a processor second", "peak memory"]);
  for (const options of [
    ["--draws", "0", "--fields", "recommendation"],
    ["--draws", "0"],
    ["--draws", "0", "--threads", "1"],
    ["--fields", "recommendation"],
    [],
  ]) {
    const run = await longRun(["batch", "--as-of", DAY, ...options], questions(lines));
    table.push([
      `${lines.toLocaleString("en-US")} lines ${options.join(" ")}`,
      (lines / run.seconds).toFixed(0),
      (lines / run.processorSeconds).toFixed(0),
      `${run.megabytes.toFixed(0)} MB`,
    ]);
  }
  return table.toString();
}

function* questions(lines: number): Generator<string> {
  for (let place = 0; place < lines; place += 1) yield `${JSON.stringify(questionAt(place))}\n`;
}

/** Warm, full models: the facts are worked out once for a catalog and a day. Processor time. */
export async function growth(sizes: readonly number[]): Promise<string> {
  const table = newTable(["models", "one answer", "a model", "the pick alone"]);
  for (const models of sizes) {
    const catalog = await catalogOf(models);
    const [whole = Number.NaN, pickAlone = Number.NaN] = [RESULT_FIELDS, PICK_ALONE].map(
      (fields) => {
        const answer = answerer(catalog, 0, fields);
        answer(0);
        return Math.min(...Array.from({ length: 4 }, () => processorTimeOf(() => answer(0))));
      },
    );
    table.push([
      models.toLocaleString("en-US"),
      `${whole.toFixed(0)} ms`,
      `${((whole / models) * 1000).toFixed(0)} µs`,
      `${pickAlone.toFixed(0)} ms`,
    ]);
  }
  return table.toString();
}

function rate(count: number, milliseconds: number): string {
  return ((count / milliseconds) * 1000).toFixed(0);
}
