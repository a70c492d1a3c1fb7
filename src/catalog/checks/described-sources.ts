/** Benchmarks, vendors and the article name sources that are written down. */
import { unknownName, type Check } from "./check.ts";

export const describedSourcesExist: Check = (
  { benchmarks, vendors, articleDimensions },
  { sources },
) => [
  ...benchmarks.flatMap((entry) =>
    unknownName(entry, ["source"], "source", entry.value.source, sources),
  ),
  ...vendors.flatMap((entry) =>
    entry.value.source === undefined
      ? []
      : unknownName(entry, ["source"], "source", entry.value.source, sources),
  ),
  ...articleDimensions.flatMap((entry) =>
    entry.value.sources.flatMap((id, index) =>
      unknownName(entry, ["sources", index], "source", id, sources),
    ),
  ),
];
