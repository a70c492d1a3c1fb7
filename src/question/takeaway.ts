/** Requirements to take away: as a file, and as the command line that gives the same answer. */
import type { Requirements } from "../schema/requirements.ts";
import { commandLine, inexpressibleFields, toCommand } from "./to-command.ts";
import { toYaml } from "./to-yaml.ts";

interface Sampling {
  draws: number;
  seed: number;
}

/** @param usual the sampling that needs no option */
export function takeawayOf(requirements: Requirements, sampling: Sampling, usual: Sampling) {
  const options = [
    ...toCommand(requirements),
    ...(sampling.draws === usual.draws ? [] : ["--draws", String(sampling.draws)]),
    ...(sampling.seed === usual.seed ? [] : ["--seed", String(sampling.seed)]),
  ];
  return {
    yaml: toYaml(requirements),
    command: commandLine(options),
    inexpressible: inexpressibleFields(requirements),
  };
}
