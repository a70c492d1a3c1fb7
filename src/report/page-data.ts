/** What an interactive page carries with it, to decide again: the catalog, and what was asked. */
import type { SamplingChoice } from "../decision/confidence.ts";
import type { Origin, OriginKind } from "../decision/need.ts";
import { GivenOrigin, type Layer, leavesOf } from "../question/merge.ts";
import type { Catalog } from "../schema/catalog.ts";
import type { Requirements } from "../schema/requirements.ts";
import type { IsoDate } from "../schema/scalars.ts";

/** One source of requirements, with the place of each value by its dotted path. */
export interface StatedLayer {
  from: Exclude<OriginKind, "task" | "default">;
  document: Requirements;
  origins: Readonly<Record<string, Omit<Origin, "from">>>;
}

export function statedLayer(layer: Layer): StatedLayer {
  const { from, document } = layer;
  const origins = leavesOf(document).map(([path]) => {
    const { from: _said, ...place } = new GivenOrigin(layer, path).toJSON();
    return [path.join("."), place];
  });
  return { from, document, origins: Object.fromEntries(origins) };
}

export interface PageData {
  catalog: Catalog;
  asOf: IsoDate;
  /** In rising order of authority. */
  layers: readonly StatedLayer[];
  sampling: SamplingChoice;
}

/** Where the page's script finds it. */
export const PAGE_DATA_ID = "page-data";

/**
 * Small, and safe inside a script element: JSON, deflated (RFC 1951), in base64. Claims say the same few words over and
 * over, so that a model's facts take a sixth of their length.
 */
export async function packedData(data: PageData): Promise<string> {
  const json = new Blob([JSON.stringify(data)]).stream();
  const bytes = await bytesOf(json.pipeThrough(new CompressionStream("deflate-raw")));
  // A call takes no more arguments than a stack holds.
  const parts = Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, place) =>
    String.fromCharCode(...bytes.subarray(place * PART_BYTES, (place + 1) * PART_BYTES)),
  );
  return btoa(parts.join(""));
}

const PART_BYTES = 8192;

/** What `packedData` wrote. */
export async function unpackedData(text: string): Promise<PageData> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  // Written by the program into this very file.
  return JSON.parse(new TextDecoder().decode(await bytesOf(json))) as PageData;
}

async function bytesOf(stream: ReadableStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
