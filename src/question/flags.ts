/** Requirement options as they were typed → requirements, and requirements → the command line that asks for the same. */
import { usageFailure } from "../schema/failure.ts";
import type { Requirements } from "../schema/requirements.ts";
import { shellWord } from "../words/shell.ts";
import type { Layer, Path } from "./layer.ts";
import { documentOf } from "./merge.ts";
import { REQUIREMENT_ENTRIES, type RequirementFlags } from "./options/index.ts";
import type { FlagTools, Setting, Typed } from "./requirement-option.ts";

/**
 * Whether any option states a requirement. Piped input is then left unread. `--as-of` states none: it sets the day
 * of the decision.
 */
export function statesRequirement(flags: RequirementFlags): boolean {
  return REQUIREMENT_ENTRIES.some(([name]) => name !== "asOf" && isGiven(flags[name]));
}

/**
 * The options as a layer, each value remembering its option as typed: `--max-cost 500`.
 * @throws Failure (usage) naming the option
 */
export async function flagLayer(flags: RequirementFlags, tools: FlagTools): Promise<Layer> {
  const settings: Setting[] = [];
  for (const [name, { flag, read }] of REQUIREMENT_ENTRIES) {
    const typed = flags[name];
    if (isGiven(typed)) settings.push(...(await read(typed, flag, tools)));
  }
  const origins = new Map(settings.map(({ path, origin }) => [path.join("."), origin]));
  return {
    from: "flag",
    document: documentFrom(settings),
    originOf: (path: Path) => origins.get(path.join(".")) ?? path.join("."),
  };
}

function isGiven(typed: Typed | false | undefined): typed is Typed {
  return typed !== undefined && typed !== false;
}

function documentFrom(settings: readonly Setting[]): Requirements {
  const named = new Map<string, Setting>();
  for (const setting of settings) {
    const path = setting.path.join(".");
    const earlier = named.get(path);
    if (earlier !== undefined) {
      throw usageFailure("says the same thing twice", `${earlier.origin} and ${setting.origin}`);
    }
    named.set(path, setting);
  }
  return documentOf(settings.map(({ path, value }) => [path, value]));
}

// Requirements → the command line that asks for the same.

/**
 * The options, each followed by its value, ready to follow `pick-model`. Numbers are written out in full.
 * What options cannot say is left out: see `inexpressibleFields`.
 */
export function toCommand(requirements: Requirements): string[] {
  return REQUIREMENT_ENTRIES.flatMap(([, { flag, write }]) => {
    const texts = write(requirements);
    if (typeof texts === "boolean") return texts ? [flag] : [];
    return texts.flatMap((text) => [flag, text]);
  });
}

/** The command as one line for a POSIX shell. */
export function commandLine(options: readonly string[]): string {
  return ["pick-model", ...options].map(shellWord).join(" ");
}
