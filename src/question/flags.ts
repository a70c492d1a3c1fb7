/** Requirement options as they were typed → a layer of requirements. */
import { usageFailure } from "../schema/failure.ts";
import type { Requirements } from "../schema/requirements.ts";
import { FLAG_READERS, type FlagTools, type Setting } from "./flag-readers.ts";
import type { Layer, Path } from "./layer.ts";
import { documentOf } from "./merge.ts";

/** Raw texts of the options, under the names the option parser gives them. Repeatable options are lists. */
export interface RequirementFlags {
  useCase?: string | undefined;
  task?: string[] | undefined;
  complexity?: string | undefined;
  budget?: string | undefined;
  latency?: string | undefined;
  quality?: string | undefined;
  stream?: boolean | undefined;
  requests?: string | undefined;
  inputTokens?: string | undefined;
  outputTokens?: string | undefined;
  cachedTokens?: string | undefined;
  image?: string[] | undefined;
  webSearches?: string | undefined;
  fileSearches?: string | undefined;
  trainingTokens?: string | undefined;
  epochs?: string | undefined;
  serviceTier?: string | undefined;
  fineTuned?: boolean | undefined;
  maxCost?: string | undefined;
  maxRequestCost?: string | undefined;
  maxWait?: string | undefined;
  needs?: string[] | undefined;
  context?: string | undefined;
  maxOutput?: string | undefined;
  usageTier?: string | undefined;
  peakRpm?: string | undefined;
  minBenchmark?: string[] | undefined;
  until?: string | undefined;
  asOf?: string | undefined;
  weight?: string[] | undefined;
  priority?: string | undefined;
  only?: string[] | undefined;
  exclude?: string[] | undefined;
  includeSuccessors?: boolean | undefined;
}
export type RequirementFlag = keyof RequirementFlags;

const FLAG_NAMES = Object.keys(FLAG_READERS) as RequirementFlag[];

/**
 * Whether any option states a requirement. Piped input is then left unread. `--as-of` states none: it sets the day
 * of the decision.
 */
export function statesRequirement(flags: RequirementFlags): boolean {
  return FLAG_NAMES.some((name) => name !== "asOf" && isGiven(flags[name]));
}

/**
 * The options as a layer, each value remembering its option as typed: `--max-cost 500`.
 * @throws Failure (usage) naming the option
 */
export async function flagLayer(flags: RequirementFlags, tools: FlagTools): Promise<Layer> {
  const settings: Setting[] = [];
  for (const name of FLAG_NAMES) {
    const typed = flags[name];
    if (isGiven(typed)) settings.push(...(await FLAG_READERS[name](typed, tools)));
  }
  const origins = new Map(settings.map(({ path, origin }) => [path.join("."), origin]));
  return {
    from: "flag",
    document: documentFrom(settings),
    originOf: (path: Path) => origins.get(path.join(".")) ?? path.join("."),
  };
}

function isGiven(
  typed: string | string[] | boolean | undefined,
): typed is string | string[] | true {
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
