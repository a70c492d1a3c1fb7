/** Checks of ids: none means two things, and a file is called like what it holds. */
import { parse } from "node:path";
import type { Entry } from "../entry.ts";
import type { IdCounts, Names } from "../names.ts";
import type { Check, Finding } from "./check.ts";

/** A file of the catalog is called like what it holds, so that it can be found. */
export const filesNamedById: Check = ({ models, useCases }) =>
  [...models, ...useCases].flatMap((entry) => {
    const named = parse(entry.file).name;
    const { id } = entry.value;
    return named === id
      ? []
      : [
          {
            entry,
            path: ["id"],
            message: `'${id}' stands in a file named '${named}'`,
            advice: "rename one",
          },
        ];
  });

export const uniqueIds: Check = (added, names) => [
  ...twice(added.models, names.models, "model"),
  ...twice(added.sources, names.sources, "source"),
  ...twice(added.vendors, names.vendors, "vendor"),
  ...twice(added.benchmarks, names.benchmarks, "benchmark"),
  ...twice(added.tasks, names.tasks, "task"),
  ...twice(added.useCases, names.useCases, "use case"),
  ...added.models.flatMap((entry) => snapshotTwice(entry, names)),
];

function twice(entries: readonly Entry<{ id: string }>[], ids: IdCounts, kind: string): Finding[] {
  return entries
    .filter(({ value }) => isTwice(value.id, ids))
    .map((entry) => takenId(entry, ["id"], kind, entry.value.id))
    .slice(-1); // the first of the two is where it belongs
}

/** A snapshot may be called like its own model, not like another model or another snapshot. */
function snapshotTwice(
  entry: Entry<{ id: string; snapshots: { id: string }[] }>,
  { models, snapshots }: Names,
): Finding[] {
  return entry.value.snapshots.flatMap(({ id }, index) =>
    (id !== entry.value.id && models.has(id)) || isTwice(id, snapshots)
      ? [takenId(entry, ["snapshots", index, "id"], "model or snapshot", id)]
      : [],
  );
}

function isTwice(id: string, ids: IdCounts): boolean {
  return (ids.get(id) ?? 0) > 1;
}

function takenId(entry: Entry<unknown>, path: PropertyKey[], kind: string, id: string): Finding {
  return {
    entry,
    path,
    message: `'${id}' is already the id of a ${kind}`,
    advice: "choose another id",
  };
}
