/** Every option that states a requirement, and the file that can state them all. */
import type { RequirementFlag } from "../../question/flags.ts";
import { CANDIDATE_OPTIONS, CATALOG_OPTIONS, DAY_OPTIONS, SAMPLING_OPTIONS } from "./candidates.ts";
import { LIMIT_OPTIONS } from "./limits.ts";
import type { OptionSpec, OptionSpecs } from "./option.ts";
import { PREFERENCE_OPTIONS } from "./preferences.ts";
import { WORKLOAD_OPTIONS } from "./workload.ts";

/** Closed: an option the requirements room reads and nobody can type does not compile, nor the other way round. */
export const REQUIREMENT_OPTIONS = {
  ...PREFERENCE_OPTIONS,
  ...WORKLOAD_OPTIONS,
  ...LIMIT_OPTIONS,
  ...CANDIDATE_OPTIONS,
  ...DAY_OPTIONS,
} as const satisfies Record<RequirementFlag, OptionSpec>;

/** What every command that decides takes. */
export const QUESTION_OPTIONS = {
  requirements: {
    flag: "--requirements",
    short: "-r",
    group: "Requirements",
    placeholder: "file",
    help: "YAML or JSON file; '-' is stdin. A pipe is read by itself when no requirement is given",
  },
  ...REQUIREMENT_OPTIONS,
  ...CATALOG_OPTIONS,
  ...SAMPLING_OPTIONS,
} as const satisfies OptionSpecs;
