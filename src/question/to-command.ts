/** Requirements → the command line that asks for the same. */
import { shellWord } from "../words/shell.ts";
import type { Requirements } from "../schema/requirements.ts";
import { REQUIREMENT_ENTRIES } from "./options/index.ts";

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
