/** Requirements as a lock keeps them, and read from it again. */
import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { LockedRequirements } from "../../answers/check/make-lock.ts";
import type { Lock } from "../../answers/check/schema.ts";
import { digestOf } from "../../catalog/digest.ts";
import { documentLayer } from "../../question/document-layer.ts";
import { type Layer, mergeLayers, readFileText } from "../../question/index.ts";
import { leavesOf } from "../../question/merge.ts";
import { parseDocument } from "../../schema/document.ts";
import { Failure, usageFailure } from "../../schema/failure.ts";
import type { Requirements } from "../../schema/requirements.ts";

/**
 * @param layers what was stated, in rising order of authority
 * @param file path of the requirements file; null when no file was given
 * @param folder the lock's own, absolute
 */
export function lockedRequirements(
  layers: readonly Layer[],
  file: string | null,
  folder: string,
): LockedRequirements {
  const undated = layers.map(withoutDay);
  const stated = mergeLayers(undated).document;
  const options = mergeLayers(undated.filter((layer) => file === null || layer.from === "flag"));
  const relative = file === null ? null : path.relative(folder, file);
  return {
    file: relative?.split(path.sep).join("/") ?? null,
    digest: digestOf(stated),
    stated,
    options: options.document,
  };
}

/**
 * The requirements of a lock as they read today: its file again, under its options.
 * @throws Failure (usage) when the file is gone or no longer holds
 */
export async function layersOf(
  { requirements }: Lock,
  name: string,
  directory: string,
): Promise<Layer[]> {
  const own = layerOf(requirements.options, name);
  if (requirements.file === null) return [own];
  const shown = path.join(path.dirname(name), requirements.file);
  const target = path.resolve(directory, shown);
  await refuseOutside(path.resolve(directory, path.dirname(name)), target, shown);
  return [await layerOfFile(target, shown), own].map(withoutDay);
}

/**
 * Anybody who can edit a lock names this file, in a pull request from outside too: no lock reads beyond the checkout it
 * lies in. Without a checkout there is nobody to protect from its author.
 */
async function refuseOutside(folder: string, target: string, shown: string): Promise<void> {
  const checkout = await checkoutOf(await realpath(folder).catch(() => folder));
  if (checkout === null) return;
  const inside = path.relative(checkout, await realpath(target).catch(() => target));
  if (inside !== ".." && !inside.startsWith(`..${path.sep}`) && !path.isAbsolute(inside)) return;
  const advice = "keep the requirements beside the lock, or lock them again";
  throw usageFailure("lies outside of the checkout of its lock", shown, advice);
}

/** The nearest folder upwards that git keeps its own in. */
async function checkoutOf(folder: string): Promise<string | null> {
  const found = await stat(path.join(folder, ".git")).catch(() => null);
  if (found !== null) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? null : checkoutOf(parent);
}

/** No word of a file is shown that is not called like a document: it may hold what nobody should read. */
async function layerOfFile(target: string, shown: string): Promise<Layer> {
  const text = await readFileText(target, shown);
  try {
    return documentLayer(await parseDocument(text, shown, "usage"), "file", shown);
  } catch (error) {
    if (!(error instanceof Failure) || /\.(?:ya?ml|json[c5]?)$/i.test(shown)) throw error;
    const advice = `pick-model -r ${shown} says what is wrong with it`;
    throw usageFailure("is no requirements document", shown, advice);
  }
}

/** The requirements as they were on the day of the lock. */
export function layersThen({ requirements }: Lock, name: string): Layer[] {
  return [layerOf(requirements.stated, name)];
}

/** Dotted paths of the fields that read differently now, in the order of the alphabet. */
export function editedFields({ requirements }: Lock, layers: readonly Layer[]): string[] {
  const before = fieldsOf(requirements.stated);
  const now = fieldsOf(mergeLayers(layers).document);
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((field) => !isDeepStrictEqual(before.get(field), now.get(field)))
    .toSorted();
}

function fieldsOf(document: Requirements): Map<string, unknown> {
  return new Map(leavesOf(document).map(([at, value]) => [at.join("."), value]));
}

function layerOf(document: Requirements, name: string): Layer {
  return { from: "file", document, originOf: (at) => `${name}: ${at.join(".")}` };
}

/** A lock is checked on the day of the check: a day stated in the requirements would hold it in the past. */
function withoutDay(layer: Layer): Layer {
  const { asOf: _day, ...document } = layer.document;
  return { ...layer, document };
}
