/** Catalog entries: each written part with the place it stands at. */
import type { ArticleDimension, Benchmark, Source, Vendor, Task } from "../schema/descriptions.ts";
import type { ParsedDocument } from "../schema/document.ts";
import type { Model, ModelOverlay } from "../schema/model.ts";
import type { UseCase } from "../schema/requirements.ts";

export interface Entry<Value> {
  value: Value;
  /** Of its document, of which nothing else is kept: a catalog has thousands. */
  where: ParsedDocument["where"];
  /** Where in the document the value starts. */
  path: PropertyKey[];
  /** The file, as errors call it. */
  file: string;
}

/** Parts to be checked, kind by kind. */
export interface Entries {
  models: Entry<Model>[];
  overlays: Entry<ModelOverlay>[];
  sources: Entry<Source>[];
  vendors: Entry<Vendor>[];
  benchmarks: Entry<Benchmark>[];
  tasks: Entry<Task>[];
  useCases: Entry<UseCase>[];
  articleDimensions: Entry<ArticleDimension>[];
}

export function noEntries(): Entries {
  return {
    models: [],
    overlays: [],
    sources: [],
    vendors: [],
    benchmarks: [],
    tasks: [],
    useCases: [],
    articleDimensions: [],
  };
}

/** The items of a list as entries of their own. */
export function itemEntries<Value>(
  list: readonly Value[],
  from: Omit<Entry<unknown>, "value">,
): Entry<Value>[] {
  return list.map((value, index) => ({ ...from, value, path: [...from.path, index] }));
}
