/** The catalog from its folder of YAML files. */
import path from "node:path";
import type * as z from "zod/mini";
import type { CatalogData } from "../schema/catalog.ts";
import {
  articleFile,
  benchmarksFile,
  sourcesFile,
  type Source,
  vendorsFile,
  type Vendor,
  tasksFile,
} from "../schema/descriptions.ts";
import { levels } from "../schema/levels.ts";
import { type Model, model } from "../schema/model.ts";
import { validate } from "../schema/problems.ts";
import { useCase } from "../schema/requirements.ts";
import { filesNamedById } from "./checks/ids.ts";
import { checkClaims, checkEntries } from "./checks/index.ts";
import { itemEntries, noEntries, type Entries, type Entry } from "./entry.ts";
import { listCatalogFiles, readCatalogFile } from "./files.ts";
import { namesOf } from "./names.ts";

/**
 * Reads and checks a whole catalog folder.
 *
 * @param shown what errors call the folder
 * @throws Failure of kind `catalog` naming file, line and column of the first mistake
 */
export async function loadCatalog(directory: string, shown = directory): Promise<CatalogData> {
  const at = (name: string) => [path.join(directory, name), path.join(shown, name)] as const;
  const article = await readEntry(articleFile, ...at("article.yaml"));
  const benchmarks = await readEntry(benchmarksFile, ...at("benchmarks.yaml"));
  const sources = await readEntry(sourcesFile, ...at("sources.yaml"));
  const tasks = await readEntry(tasksFile, ...at("tasks.yaml"));
  const vendors = await readEntry(vendorsFile, ...at("vendors.yaml"));
  const models = await readFolder(model, ...at("models"));
  const entries: Entries = {
    ...noEntries(),
    models,
    sources: [
      ...itemEntries(sources.value.sources, { ...sources, path: ["sources"] }),
      ...models.flatMap(sourcesWithin),
    ],
    vendors: [
      ...itemEntries(vendors.value.vendors, { ...vendors, path: ["vendors"] }),
      ...models.flatMap(vendorsWithin),
    ],
    benchmarks: itemEntries(benchmarks.value.benchmarks, { ...benchmarks, path: ["benchmarks"] }),
    tasks: itemEntries(tasks.value.tasks, { ...tasks, path: ["tasks"] }),
    useCases: await readFolder(useCase, ...at("use-cases")),
    articleDimensions: itemEntries(article.value.dimensions, { ...article, path: ["dimensions"] }),
  };
  const catalog: CatalogData = {
    models: models.map(({ value }) => withoutGathered(value)),
    vendors: entries.vendors.map(({ value }) => value),
    sources: entries.sources.map(({ value }) => value),
    benchmarks: benchmarks.value.benchmarks,
    tasks: tasks.value.tasks,
    useCases: entries.useCases.map(({ value }) => value),
    levels: (await readEntry(levels, ...at("levels.yaml"))).value,
    article: article.value,
  };
  const names = namesOf(catalog);
  checkEntries(entries, names);
  checkClaims(entries, names);
  checkEntries(entries, names, [filesNamedById]);
  return catalog;
}

/** One file as one entry. */
export async function readEntry<S extends z.core.$ZodType>(
  schema: S,
  file: string,
  shown: string,
): Promise<Entry<z.output<S>>> {
  const document = await readCatalogFile(file, shown);
  return { value: validate(schema, document, "catalog"), where: document.where, path: [], file };
}

/** The sources that a model or overlay file brings with it. */
export function sourcesWithin(entry: Entry<{ sources?: Source[] | undefined }>): Entry<Source>[] {
  return itemEntries(entry.value.sources ?? [], { ...entry, path: ["sources"] });
}

/** The names of vendors that a model file brings with it. */
export function vendorsWithin(entry: Entry<{ vendors?: Vendor[] | undefined }>): Entry<Vendor>[] {
  return itemEntries(entry.value.vendors ?? [], { ...entry, path: ["vendors"] });
}

/** A model without what the catalog keeps in lists of its own. */
export function withoutGathered({ sources: _sources, vendors: _vendors, ...rest }: Model): Model {
  return rest;
}

async function readFolder<S extends z.core.$ZodType>(
  schema: S,
  folder: string,
  shown: string,
): Promise<Entry<z.output<S>>[]> {
  const entries: Entry<z.output<S>>[] = [];
  for (const file of listCatalogFiles(folder, shown)) {
    // One after the other: the first mistake by name is the one reported.
    entries.push(await readEntry(schema, file, path.join(shown, path.relative(folder, file))));
  }
  return entries;
}
