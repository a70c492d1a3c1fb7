/** `pick-model completion`: a script that completes commands, options and names. */
import { defineCommand } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { FILE_OPTIONS } from "../options/output.ts";

const SHELL_NAMES = ["bash", "zsh", "fish"] as const;

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
  async run({ operands: [typed = ""], options, io, commands }) {
    const [{ completedCommands }, { openCatalog }, { SHELLS }, words, output] = await Promise.all([
      import("../completed-commands.ts"),
      import("../../catalog/index.ts"),
      import("../completion/index.ts"),
      import("../../typed/word.ts"),
      import("../output.ts"),
    ]);
    const shell = words.readWord(typed, "completion", SHELL_NAMES);
    const script = SHELLS[shell](completedCommands(commands, await openCatalog()));
    await output.deliverText(script, output.readDestination(options), io);
    return EXIT.answered;
  },
});
