/** Layers of requirements (a use case, a document, options) merged, keeping for every field who gave it. */
import type { Origin, OriginKind } from "../decision/need.ts";
import type { Requirements, UseCase } from "../schema/requirements.ts";

/** Requirements from several sources, and for each field's path the source that won. */
export interface Merged {
  document: Requirements;
  /** By dotted path: `budget`, `workload.requestsPerMonth`, `minBenchmarks.gpqa`. */
  origins: Record<string, Origin>;
}

interface Field {
  path: Path;
  value: unknown;
  origin: Origin;
}

/** Fields merged key by key; every other field, lists and spreads included, is replaced whole. */
const GROUPS = ["workload", "limits", "rateLimits", "minBenchmarks", "weights"] as const;

/**
 * Merges layers given in rising order of authority. What says the same thing in another form is replaced with it:
 * weights and a priority order replace each other, and a wait to the first sentence ends an earlier `stream: false`.
 */
export function mergeLayers(layers: readonly Layer[]): Merged {
  const fields = new Map<string, Field>();
  for (const layer of layers) {
    for (const replaced of supersededBy(layer.document, fields)) fields.delete(replaced);
    for (const [path, value] of leavesOf(layer.document)) {
      const origin = { from: layer.from, ...placeIn(layer, path) };
      fields.set(path.join("."), { path, value, origin });
    }
  }
  return {
    document: documentOf([...fields.values()].map(({ path, value }) => [path, value])),
    origins: Object.fromEntries([...fields].map(([path, { origin }]) => [path, origin])),
  };
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
  return Object.entries(document).flatMap(([key, value]): [Path, unknown][] => {
    if (value === undefined || key === "$schema") return [];
    if (!GROUPS.some((group) => group === key)) return [[[key], value]];
    return Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([innerKey, inner]) => [[key, innerKey], inner]);
  });
}

/** The document with these fields; the inverse of {@link leavesOf}. */
export function documentOf(leaves: readonly (readonly [Path, unknown])[]): Requirements {
  const groups = new Map<string, Map<string, unknown>>();
  const entries = new Map<string, unknown>();
  for (const [[key = "", innerKey], value] of leaves) {
    if (innerKey === undefined) {
      entries.set(key, value);
      continue;
    }
    const group = groups.get(key) ?? new Map<string, unknown>();
    groups.set(key, group.set(innerKey, value));
    entries.set(key, group);
  }
  // Every leaf was read by the schema or by a flag's own reader, so the whole has the schema's type.
  return Object.fromEntries(
    [...entries].map(([key, value]) => [
      key,
      value instanceof Map ? Object.fromEntries(value) : value,
    ]),
  );
}

function supersededBy(document: Requirements, fields: ReadonlyMap<string, Field>): string[] {
  const { latency, priority, weights } = document;
  const toFirstSentence = typeof latency === "object" && latency.measure === "first-sentence";
  return [...fields.values()]
    .filter(
      ({ path: [key], value }) =>
        (priority !== undefined && key === "weights") ||
        (weights !== undefined && key === "priority") ||
        (toFirstSentence && key === "stream" && value === false),
    )
    .map(({ path }) => path.join("."));
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

/** Where a layer gives the value at a path. */
export function placeIn(layer: Layer, path: Path): Omit<Origin, "from"> {
  const text = layer.originOf(path);
  const argv = layer.argvOf?.(path) ?? [];
  return argv.length === 0 ? { text } : { text, argv };
}

/** A use case as a layer. One use case does not build on another: its own `useCase` field says nothing. */
export function useCaseLayer(useCase: UseCase): Layer {
  const { useCase: _ignored, ...document } = useCase.requirements;
  return { from: "use-case", document, originOf: () => `use case ${useCase.id}` };
}
