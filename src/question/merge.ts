/** Layers of requirements (a use case, a document, options) merged, keeping for every field who gave it. */
import type { Origin, OriginKind } from "../decision/need.ts";
import type { Requirements, UseCase } from "../schema/requirements.ts";

/** Requirements from several sources, and for each field's path the source that won. */
export interface Merged {
  document: Requirements;
  /** By dotted path: `budget`, `workload.requestsPerMonth`, `minBenchmarks.gpqa`. */
  origins: Record<string, Origin>;
}

/** Fields merged key by key; every other field, lists and spreads included, is replaced whole. */
const GROUPS = ["workload", "limits", "rateLimits", "minBenchmarks", "weights"] as const;

/**
 * Merges layers given in rising order of authority. What says the same thing in another form is replaced with it:
 * weights and a priority order replace each other, and a wait to the first sentence ends an earlier `stream: false`.
 */
export function mergeLayers(layers: readonly Layer[]): Merged {
  const merged: Merged = { document: {}, origins: {} };
  for (const layer of layers) {
    dropSuperseded(merged, layer.document);
    for (const [path, value] of leavesOf(layer.document)) {
      put(merged.document, path, value);
      merged.origins[path.join(".")] = new GivenOrigin(layer, path);
    }
  }
  return merged;
}

/** Where the value at this dotted path was given, to show; the path itself when nobody gave it. */
export function placeOf(merged: Merged, path: string): string {
  return merged.origins[path]?.text ?? path;
}

/** Both places in one text; once when a single place says both. */
export function placesOf(merged: Merged, first: string, second: string): string {
  return [...new Set([placeOf(merged, first), placeOf(merged, second)])].join(" and ");
}

/** Every stated field of a document with its path. */
export function leavesOf(document: Requirements): [Path, unknown][] {
  const leaves: [Path, unknown][] = [];
  for (const [key, value] of Object.entries(document)) {
    if (value === undefined || key === "$schema") continue;
    if (isGroup(key)) {
      for (const [inner, each] of Object.entries(value)) {
        if (each !== undefined) leaves.push([[key, inner], each]);
      }
    } else leaves.push([[key], value]);
  }
  return leaves;
}

function isGroup(key: string): boolean {
  return GROUPS.some((group) => group === key);
}

/** The document with these fields; the inverse of {@link leavesOf}. */
export function documentOf(leaves: readonly (readonly [Path, unknown])[]): Requirements {
  const document: Requirements = {};
  for (const [path, value] of leaves) put(document, path, value);
  return document;
}

/** Sets one leaf. Each was read by the schema or by a flag's own reader, so the whole keeps the schema's type. */
function put(document: Requirements, [key = "", innerKey]: Path, value: unknown): void {
  const fields = document as Record<string, unknown>;
  if (innerKey === undefined) fields[key] = value;
  else ((fields[key] ??= {}) as Record<string, unknown>)[innerKey] = value;
}

/** Takes out of what was merged what a document says in another form. */
function dropSuperseded(merged: Merged, { latency, priority, weights }: Requirements): void {
  const isWholeAnswer = merged.document.stream === false;
  const toFirstSentence = typeof latency === "object" && latency.measure === "first-sentence";
  if (priority !== undefined) drop(merged, "weights");
  if (weights !== undefined) drop(merged, "priority");
  if (toFirstSentence && isWholeAnswer) drop(merged, "stream");
}

function drop({ document, origins }: Merged, field: "weights" | "priority" | "stream"): void {
  for (const [path] of leavesOf({ [field]: document[field] })) delete origins[path.join(".")];
  delete document[field];
}

// One source of requirements: a use case, a document, or flags; and where it gives each value.

/** A path in the requirements document: `["limits", "usdPerMonth"]`. */
export type Path = readonly string[];

export interface Layer {
  from: Exclude<OriginKind, "task" | "default">;
  document: Requirements;
  /** What to show as the place that gave the value at this path. */
  originOf(path: Path): string;
  /** The words of a command line that give it: `--max-cost`, `500`. None where no command line does. */
  argvOf?(path: Path): readonly string[];
}

/** The origin of a value in a layer. Its place is looked for where it is shown, which the places of most values never are. */
export class GivenOrigin implements Origin {
  readonly from: OriginKind;
  readonly argv?: readonly string[];
  readonly #layer: Layer;
  readonly #path: Path;

  constructor(layer: Layer, path: Path) {
    this.from = layer.from;
    const argv = layer.argvOf?.(path) ?? [];
    if (argv.length > 0) this.argv = argv;
    this.#layer = layer;
    this.#path = path;
  }

  get text(): string {
    return this.#layer.originOf(this.#path);
  }

  /** Written down, it has its place. */
  toJSON(): Origin {
    const { from, text, argv } = this;
    return argv === undefined ? { from, text } : { from, text, argv };
  }
}

/** A use case as a layer. One use case does not build on another: its own `useCase` field says nothing. */
export function useCaseLayer(useCase: UseCase): Layer {
  const { useCase: _ignored, ...document } = useCase.requirements;
  return { from: "use-case", document, originOf: () => `use case ${useCase.id}` };
}
