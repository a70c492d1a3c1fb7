/** Checks of names: benchmarks, sources, snapshots, tasks and models that are spoken of are described. */
import { adviceText } from "../../schema/failure.ts";
import { suggestion } from "../../schema/nearest.ts";
import type { Entry } from "../entry.ts";
import { unknownName, type Check, type Finding, type TraitCheck } from "./check.ts";

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
export const scopesAreSnapshots: TraitCheck = ({ path, claims }, entry, { snapshotsOf }) => {
  const known = snapshotsOf(entry.value.id);
  return claims.flatMap(({ scope, value }, index) => [
    ...(Array.isArray(scope)
      ? scope.flatMap((id, place) =>
          unknownName(entry, [...path, index, "scope", place], "snapshot", id, known),
        )
      : []),
    ...(path[0] === "alias"
      ? unknownName(entry, [...path, index, "value"], "snapshot", String(value), known)
      : []),
  ]);
};

/** Every claim names a source that is written down. */
export const claimSourcesExist: TraitCheck = ({ path, claims }, entry, { sources }) =>
  claims.flatMap(({ source }, index) =>
    sources.has(source)
      ? []
      : unknownName(entry, [...path, index, "source"], "source", source, sources),
  );

/** Claims are added to models there are. */
export const overlaidModelsExist: Check = ({ overlays }, { models }) =>
  overlays
    .filter(({ value }) => !models.has(value.id))
    .map((entry) => ({
      entry,
      path: ["id"],
      message: `there is no model '${entry.value.id}' to add claims to`,
      advice: `${adviceText(suggestion(entry.value.id, [...models.keys()]))}; a model of your own needs snapshots`,
    }));

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
