/** Results, tasks and use cases speak of benchmarks that are described. */
import type { Entry } from "../entry.ts";
import { unknownName, type Check, type Finding } from "./check.ts";

export const benchmarksExist: Check = ({ models, overlays, tasks, useCases }, { benchmarks }) => {
  const unknown = (entry: Entry<unknown>, path: string[], used: object | undefined): Finding[] =>
    Object.keys(used ?? {}).flatMap((id) =>
      unknownName(entry, [...path, id], "benchmark", id, benchmarks, true),
    );
  return [
    ...[...models, ...overlays, ...tasks].flatMap((entry) =>
      unknown(entry, ["benchmarks"], entry.value.benchmarks),
    ),
    ...useCases.flatMap((entry) =>
      unknown(entry, ["requirements", "minBenchmarks"], entry.value.requirements.minBenchmarks),
    ),
  ];
};
