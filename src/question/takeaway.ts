/** Requirements to take away: as a file, and as the command line that gives the same answer. */
import type { Requirements } from "../schema/requirements.ts";
import { inexpressibleFields } from "./inexpressible.ts";
import type { RequirementCatalog } from "./requirement-catalog.ts";
import { commandLine, toCommand } from "./to-command.ts";
import { toYaml } from "./to-yaml.ts";

interface Sampling {
  draws: number;
  seed: number;
}

/** @param catalog whose usual sampling needs no option */
export function takeawayOf(
  requirements: Requirements,
  sampling: Sampling,
  { levels: { sampling: usual }, useCases }: Pick<RequirementCatalog, "levels" | "useCases">,
) {
  const options = [
    ...toCommand(requirements),
    ...(sampling.draws === usual.draws ? [] : ["--draws", String(sampling.draws)]),
    ...(sampling.seed === usual.seed ? [] : ["--seed", String(sampling.seed)]),
  ];
  return {
    yaml: toYaml(requirements),
    command: commandLine(options),
    inexpressible: inexpressibleFields(requirements, useCases),
  };
}
