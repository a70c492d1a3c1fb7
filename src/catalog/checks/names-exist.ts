/** Checks of names: benchmarks, sources, snapshots, tasks and models that are spoken of are described. */
import { claimsOf } from "../../facts/claims.ts";
import type { Entry } from "../entry.ts";
import { unknownName, type Check, type Finding } from "./check.ts";

/** A use case starts from tasks and models there are, and from no other use case. */
export const useCaseNamesExist: Check = ({ useCases }, { tasks, models, snapshots }) => {
  const known = new Map([...models, ...snapshots]);
  return useCases.flatMap((entry) => {
    const { task, useCase, models: only, exclude } = entry.value.requirements;
    const nested = {
      entry,
      path: ["requirements", "useCase"],
      message: "a use case cannot start from another",
      advice: "write its requirements out",
    };
    return [
      ...(useCase === undefined ? [] : [nested]),
      ...(typeof task === "string"
        ? unknownName(entry, ["requirements", "task"], "task", task, tasks)
        : Object.keys(task ?? {}).flatMap((id) =>
            unknownName(entry, ["requirements", "task", id], "task", id, tasks, true),
          )),
      ...Object.entries({ models: only, exclude }).flatMap(([field, ids]) =>
        (ids ?? []).flatMap((id, index) =>
          unknownName(entry, ["requirements", field, index], "model", id, known),
        ),
      ),
    ];
  });
};

/** Benchmarks, vendors and the article name sources that are written down. */
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

/** A claim about snapshots, and what the alias pointed to, names snapshots the model has. */
export const scopesAreSnapshots: Check = ({ models, overlays }, { snapshotsOf }) =>
  [...models, ...overlays].flatMap((entry) => {
    const known = snapshotsOf(entry.value.id);
    const scopes = claimsOf(entry.value).flatMap(({ path, claim }) =>
      Array.isArray(claim.scope)
        ? claim.scope.flatMap((id, index) =>
            unknownName(entry, [...path, "scope", index], "snapshot", id, known),
          )
        : [],
    );
    const aliases = (entry.value.alias ?? []).flatMap(({ value }, index) =>
      unknownName(entry, ["alias", index, "value"], "snapshot", value, known),
    );
    return [...scopes, ...aliases];
  });

/** Every claim names a source that is written down. */
export const claimSourcesExist: Check = ({ models, overlays }, { sources }) =>
  [...models, ...overlays].flatMap((entry) =>
    claimsOf(entry.value).flatMap(({ path, claim }) =>
      unknownName(entry, [...path, "source"], "source", claim.source, sources),
    ),
  );

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
