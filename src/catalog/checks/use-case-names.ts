/** A use case starts from tasks and models there are, and from no other use case. */
import { unknownName, type Check } from "./check.ts";

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
