/** A file of the catalog is called like what it holds, so that it can be found. */
import path from "node:path";
import type { Check } from "./check.ts";

export const filesNamedById: Check = ({ models, useCases }) =>
  [...models, ...useCases].flatMap((entry) => {
    const named = path.parse(entry.file).name;
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
