/**
 * Every option that states a requirement: what help says of it, the field it sets, how its text is read and how the
 * field is written back. Command line, help, completion, the report's address and the way back to a command all
 * come from this one table: a new option is one entry.
 */
import type { OptionValue } from "../option.ts";
import type { RequirementOption } from "../requirement-option.ts";
import { CANDIDATE_OPTIONS, DAY_OPTIONS } from "./candidates.ts";
import { LIMIT_OPTIONS } from "./limits.ts";
import { PREFERENCE_OPTIONS, WEIGHT_OPTIONS } from "./preferences.ts";
import { WORKLOAD_OPTIONS } from "./workload.ts";

/** In the order in which they are read and written. */
export const REQUIREMENT_OPTIONS = {
  ...PREFERENCE_OPTIONS,
  ...WORKLOAD_OPTIONS,
  ...LIMIT_OPTIONS,
  ...DAY_OPTIONS,
  ...WEIGHT_OPTIONS,
  ...CANDIDATE_OPTIONS,
} as const satisfies Record<string, RequirementOption>;

type Table = typeof REQUIREMENT_OPTIONS;
export type RequirementFlag = keyof Table;

/** Raw texts of the options, under the names the option parser gives them. Repeatable options are lists. */
export type RequirementFlags = {
  -readonly [Name in RequirementFlag]?:
    | (OptionValue<Table[Name]> extends true ? boolean : OptionValue<Table[Name]>)
    | undefined;
};

/** The table as a list. */
export const REQUIREMENT_ENTRIES = Object.entries(REQUIREMENT_OPTIONS) as [
  RequirementFlag,
  RequirementOption,
][];
