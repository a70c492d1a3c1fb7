/** `pick-model completion`: a script that completes commands, options and names. */
import { defineCommand } from "../command.ts";
import { SHELL_NAMES } from "../completion/shell-names.ts";
import { FILE_OPTIONS } from "../options/common.ts";

export const completion = defineCommand({
  summary: "print a shell's completion script",
  description: `Prints a completion script for ${SHELL_NAMES.join(", ")}: commands, options, and the names of the catalog.`,
  operands: [
    {
      name: "shell",
      help: `one of ${SHELL_NAMES.join(", ")}`,
      required: true,
      choices: SHELL_NAMES,
    },
  ],
  options: FILE_OPTIONS,
  examples: [{ line: "source <(pick-model completion bash)", says: "for this shell alone" }],
  run: async (invocation) => (await import("./completion.run.ts")).run(invocation),
});
