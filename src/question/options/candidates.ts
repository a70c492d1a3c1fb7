/** Options that say which models are considered, and on which day. */
import { readDate } from "../../typed/duration.ts";
import { readModelIds } from "../../typed/word.ts";
import { many, one, type RequirementOption, toggle } from "../requirement-option.ts";

const group = "Models and evidence";

export const DAY_OPTIONS = {
  asOf: {
    flag: "--as-of",
    group,
    placeholder: "date",
    help: "decide as if this day were today",
    ...one("asOf", readDate),
  },
} as const satisfies Record<string, RequirementOption>;

export const CANDIDATE_OPTIONS = {
  only: {
    flag: "--only",
    group,
    placeholder: "model,…",
    help: "consider these models or snapshots alone",
    names: "models",
    repeatable: true,
    ...many("models", readModelIds, (ids) => [ids.join(",")]),
  },
  exclude: {
    flag: "--exclude",
    group,
    placeholder: "model,…",
    help: "leave these models out",
    names: "models",
    repeatable: true,
    ...many("exclude", readModelIds, (ids) => [ids.join(",")]),
  },
  includeSuccessors: {
    flag: "--include-successors",
    group,
    help: "rank the models that replace them too",
    ...toggle("includeSuccessors"),
  },
} as const satisfies Record<string, RequirementOption>;
