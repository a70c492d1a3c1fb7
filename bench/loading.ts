/**
 * What catalogs of many models cost a process that opens them, picks among them all, or writes the whole record: full
 * models, and such as come from a price list, from a folder and as one bundle.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Model } from "../src/schema/model.ts";
import { catalogOf } from "./catalogs.ts";
import { longRun } from "./processes.ts";
import { newTable } from "./tables.ts";

const RUNS = {
  opened: ["-b", "low", "--draws", "0", "--quiet", "--only", "gpt-4o,gpt-4o-mini"],
  "pick among all": ["-b", "low", "--draws", "0", "--quiet"],
  "whole record": ["-b", "low", "--json"],
};
/** Full ones are 53 kB each: ten times as many fill the four gigabytes that Node gives its heap. */
const MOST_FULL = 5000;

export async function loading(sizes: readonly number[]): Promise<string> {
  const head = Object.keys(RUNS).flatMap((run) => [run, "a model", "peak"]);
  const table = newTable(["models", ...head]);
  table.push(["the shipped ones alone", ...(await figuresOf([], Infinity))]);
  for (const size of sizes) {
    const models = (await priceList(size)).map(pricesAlone);
    const kinds = { "from a price list, a folder": separately(models), bundle: together(models) };
    for (const [kind, files] of Object.entries(kinds)) {
      table.push([`${size.toLocaleString("en-US")} ${kind}`, ...(await measured(files, size))]);
    }
    if (size > MOST_FULL) continue;
    const { models: full } = await catalogOf(size);
    const cells = await measured(separately(full), size);
    table.push([`${size.toLocaleString("en-US")} full, a folder`, ...cells]);
  }
  return table.toString();
}

/** In parts: fifty thousand whole models at once do not fit into memory. */
async function priceList(size: number): Promise<Model[]> {
  const { models } = await catalogOf(Math.min(size, 1000));
  return Array.from({ length: size }, (_, place): Model => {
    const pattern = models[place % models.length];
    if (pattern === undefined) throw new Error("no model to start from");
    const id = `model-${place}`;
    return {
      ...pattern,
      id,
      snapshots: [{ id: `${id}-1`, released: "2026-01-01", default: true }],
    };
  });
}

type Files = Iterable<readonly [name: string, text: string]>;

function* separately(models: readonly Partial<Model>[]): Files {
  for (const model of models) yield [`${model.id}.json`, JSON.stringify(model)];
}

function* together(models: readonly Partial<Model>[]): Files {
  yield ["bundle.json", JSON.stringify({ models })];
}

async function measured(files: Files, size: number): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "pick-model-bench-"));
  try {
    for (const [name, text] of files) await writeFile(path.join(folder, name), text);
    return await figuresOf(["--catalog", folder], size);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function figuresOf(catalog: readonly string[], size: number): Promise<string[]> {
  const cells: string[] = [];
  for (const question of Object.values(RUNS)) {
    const run = await longRun([...question, ...catalog]);
    const each = (run.processorSeconds / size) * 1000;
    cells.push(
      `${run.processorSeconds.toFixed(2)} s`,
      each === 0 ? "" : `${each.toFixed(2)} ms`,
      `${run.megabytes.toFixed(0)} MB`,
    );
  }
  return cells;
}

/** Claims about the default snapshot, whatever it is called. */
function pricesAlone({ id, name, provider, snapshots, prices, limits }: Model): Partial<Model> {
  const { input, output, cachedInput } = prices?.standard ?? {};
  const own = { input: last(input), output: last(output), cachedInput: last(cachedInput) };
  const contextTokens = last(limits?.contextTokens);
  const listed = { id, name, provider, snapshots, prices: { standard: own } };
  return { ...listed, limits: { contextTokens } };
}

function last<Claim extends { scope?: unknown }>(
  claims: readonly Claim[] | undefined,
): Omit<Claim, "scope">[] | undefined {
  return claims?.slice(-1).map(({ scope: _scope, ...claim }) => claim);
}
