/** Requirement options as they were typed → requirements, and requirements → the command line that asks for the same. */
import { usageFailure } from "../schema/failure.ts";
import type { Requirements } from "../schema/requirements.ts";
import { shellWord } from "../words/sentences.ts";
import { type Layer, type Path, documentOf } from "./merge.ts";
import { REQUIREMENT_ENTRIES, type RequirementFlags } from "./options/index.ts";
import { type FlagTools, type Setting, statedTokens, type Typed } from "./requirement-option.ts";

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
  const fields = fieldsOf(settings);
  const given = new Map(fields.map((setting) => [setting.path.join("."), setting]));
  return {
    from: "flag",
    document: documentOf(fields.map(({ path, value }) => [path, value])),
    originOf: (path: Path) => given.get(path.join("."))?.origin ?? path.join("."),
    argvOf: (path: Path) => given.get(path.join("."))?.argv ?? [],
  };
}

/** @throws Failure (usage) for one field stated in two ways, unless each counts a part of it */
function together(one: Setting, two: Setting): Setting {
  const origin = `${one.origin} and ${two.origin}`;
  const argv = [...one.argv, ...two.argv];
  if (one.counted === undefined || two.counted === undefined) {
    throw usageFailure("says the same thing twice", origin, "keep one of them");
  }
  const counted = {
    mean: one.counted.mean + two.counted.mean,
    max: one.counted.max + two.counted.max,
  };
  return { path: one.path, value: statedTokens(counted), origin, argv, counted };
}

function isGiven(typed: Typed | false | undefined): typed is Typed {
  return typed !== undefined && typed !== false;
}

/** One setting a field. @throws Failure (usage) */
function fieldsOf(settings: readonly Setting[]): Setting[] {
  const named = new Map<string, Setting>();
  for (const setting of settings) {
    const path = setting.path.join(".");
    const earlier = named.get(path);
    named.set(path, earlier === undefined ? setting : together(earlier, setting));
  }
  return [...named.values()];
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
