/** One source of requirements: a use case, a document, or flags; and where it gives each value. */
import type { Origin, OriginKind } from "../decision/need.ts";
import type { Requirements, UseCase } from "../schema/requirements.ts";

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
