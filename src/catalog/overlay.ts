/** The user's own files over the catalog: more claims about its models, or models of their own (`--catalog`). */
import path from "node:path";
import { lazy } from "../facts/memoize.ts";
import type { Catalog, CatalogData } from "../schema/catalog.ts";
import type { ParsedDocument } from "../schema/document.ts";
import { catalogFailure } from "../schema/failure.ts";
import type { Model, ModelOverlay } from "../schema/model.ts";
import { isRecord } from "../schema/texts.ts";
import { checkClaims, checkEntries } from "./checks/index.ts";
import { canonicalJson, digestOf } from "./digest.ts";
import { withDiscounts } from "./discount.ts";
import { noEntries, type Entries, type Entry } from "./entry.ts";
import { isFolder, listCatalogFiles, readCatalogFile } from "./files.ts";
import { sourcesWithin, vendorsWithin, withoutGathered } from "./load.ts";
import { namesOf } from "./names.ts";
import { readOverlay } from "./read-overlay.ts";

/**
 * The catalog with every file of the given paths laid over it, in order.
 *
 * A file with the id of a model the catalog has adds claims to it; a file with `snapshots` is a model of its own; a
 * bundle holds many of both; an evidence file says how often models did the user's own work.
 *
 * @param paths files, or folders of files, as the user typed them
 * @param directory where relative paths start
 * @throws Failure of kind `catalog`
 */
export async function applyOverlays(
  catalog: Catalog,
  paths: readonly string[],
  directory: string,
): Promise<Catalog> {
  const added = noEntries();
  for (const { file, shown } of overlayFiles(paths, directory)) {
    readOverlay(withoutExtensions(await readCatalogFile(file, shown)), file, added, catalog);
  }
  return layOver(catalog, added);
}

/** The catalog with these parts over it, in order. @throws Failure of kind `catalog` */
export function layOver(catalog: Catalog, added: Entries): Catalog {
  if (added.models.length + added.overlays.length === 0) return catalog;
  const sources = [...added.models, ...added.overlays].flatMap(sourcesWithin);
  added.sources = newEntries([...added.sources, ...sources], catalog.sources);
  const vendors = added.models.flatMap(vendorsWithin);
  added.vendors = newEntries([...added.vendors, ...vendors], catalog.vendors);

  const extended = { ...dataOf(catalog), ...extendedLists(catalog, added) };
  const names = namesOf(extended);
  checkEntries(added, names);
  checkClaims(added, names);
  const data = { ...extended, models: overlaidModels(extended, added.overlays) };
  const overlaid = [...catalog.overlaid, ...added.overlays.map(({ value }) => value.id)];
  const digest = lazy(() => digestOf(data)); // a third of the time of opening it, and few answers print it
  return {
    ...data,
    get digest() {
      return digest();
    },
    overlaid: [...new Set(overlaid)],
  };
}

interface OverlayFile {
  file: string;
  shown: string;
}

function overlayFiles(paths: readonly string[], directory: string): OverlayFile[] {
  return paths.flatMap((shown): OverlayFile[] => {
    const target = path.resolve(directory, shown);
    if (!isFolder(target, shown)) return [{ file: target, shown }];
    const files = listCatalogFiles(target, shown);
    if (files.length === 0) {
      throw catalogFailure("no catalog file in this folder", shown, "put a .yaml file there");
    }
    return files.map((file) => ({ file, shown: path.join(shown, path.relative(target, file)) }));
  });
}

/** What the catalog lacks. Two files may bring the same source or vendor, word for word: it is one. */
function newEntries<Value>(
  entries: readonly Entry<Value>[],
  present: readonly Value[],
): Entry<Value>[] {
  const known = new Set(present.map(canonicalJson));
  return entries.filter(({ value }) => {
    const text = canonicalJson(value);
    return !known.has(text) && known.add(text);
  });
}

function extendedLists(catalog: CatalogData, added: Entries) {
  return {
    models: [...catalog.models, ...added.models.map(({ value }) => withoutGathered(value))],
    sources: [...catalog.sources, ...added.sources.map(({ value }) => value)],
    vendors: [...catalog.vendors, ...added.vendors.map(({ value }) => value)],
  };
}

/** In the order of the files: a later one speaks of what the earlier ones left. */
function overlaidModels(catalog: CatalogData, overlays: readonly Entry<ModelOverlay>[]): Model[] {
  const models = new Map(catalog.models.map((each) => [each.id, each]));
  for (const entry of overlays) {
    const { id, sources: _gathered, discount, ...claims } = entry.value;
    const before = models.get(id);
    if (before === undefined) continue; // refused by a check
    models.set(id, mergeClaims(withDiscounts(before, discount ?? [], catalog, entry), claims));
  }
  return [...models.values()];
}

function dataOf({ digest: _digest, overlaid: _overlaid, ...data }: Catalog): CatalogData {
  return data;
}

/** What a file repeats, kept at its top under names of its own, as in a requirements file. */
function withoutExtensions(document: ParsedDocument): ParsedDocument {
  const { value } = document;
  if (!isRecord(value)) return document;
  const kept = Object.entries(value).filter(([name]) => !name.startsWith("x-"));
  return { ...document, value: Object.fromEntries(kept) };
}

type AddedClaims = Omit<ModelOverlay, "id" | "sources" | "discount">;

/** More claims into a model: where both have claims about a trait, the added ones follow. */
export function mergeClaims(model: Model, added: AddedClaims): Model {
  return merged(model, added) as Model; // both sides have been through the same schema
}

function merged(base: unknown, added: unknown): unknown {
  if (added === undefined) return base;
  if (Array.isArray(base) && Array.isArray(added)) return [...base, ...added];
  if (!isRecord(base) || !isRecord(added)) return added;
  const keys = new Set([...Object.keys(base), ...Object.keys(added)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(base[key], added[key])]));
}
