/** What it costs to open a catalog of many models from a folder: full ones, and such as come from a price list. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Model } from "../src/schema/model.ts";
import { catalogOf } from "./catalogs.ts";
import { longRun } from "./processes.ts";
import { newTable } from "./tables.ts";

const QUESTION = ["--draws", "0", "--quiet", "--only", "gpt-4o,gpt-4o-mini"];

export async function loading(sizes: readonly number[]): Promise<string> {
  const table = newTable(["models in a folder", "processor", "a model", "peak memory"]);
  const { models } = await catalogOf(Math.max(...sizes));
  for (const [kind, written] of [
    ["from a price list", models.map(pricesAlone)],
    ["full", models],
  ] as const) {
    for (const size of sizes) {
      const run = await openedFrom(written.slice(0, size));
      table.push([
        `${size.toLocaleString("en-US")} ${kind}`,
        `${run.processorSeconds.toFixed(2)} s`,
        `${((run.processorSeconds / size) * 1000).toFixed(2)} ms`,
        `${run.megabytes.toFixed(0)} MB`,
      ]);
    }
  }
  return table.toString();
}

async function openedFrom(models: readonly Partial<Model>[]) {
  const folder = await mkdtemp(path.join(tmpdir(), "pick-model-bench-"));
  try {
    for (const model of models) {
      await writeFile(path.join(folder, `${model.id}.json`), JSON.stringify(model));
    }
    return await longRun([...QUESTION, "--catalog", folder]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function pricesAlone({ id, name, provider, snapshots, prices, limits }: Model): Partial<Model> {
  const { input, output, cachedInput } = prices?.standard ?? {};
  const own = { input: last(input), output: last(output), cachedInput: last(cachedInput) };
  const contextTokens = last(limits?.contextTokens);
  const listed = { id, name, provider, snapshots, prices: { standard: own } };
  return { ...listed, limits: { contextTokens } };
}

function last<Claim>(claims: readonly Claim[] | undefined): Claim[] | undefined {
  return claims?.slice(-1);
}
