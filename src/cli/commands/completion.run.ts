/** The work of `pick-model completion`: a shell's script. */
import { openCatalog } from "../../catalog/index.ts";
import { readWord } from "../../typed/word.ts";
import type { Invocation } from "../command.ts";
import { completedCommands } from "../completed-commands.ts";
import { SHELLS } from "../completion/index.ts";
import { SHELL_NAMES } from "../completion/lists.ts";
import { EXIT } from "../exit-codes.ts";
import type { FILE_OPTIONS } from "../options/output.ts";
import { deliverText, readDestination } from "../output.ts";

export async function run({
  operands: [typed = ""],
  options,
  io,
  commands,
}: Invocation<typeof FILE_OPTIONS>): Promise<number> {
  const shell = readWord(typed, "completion", SHELL_NAMES);
  const script = SHELLS[shell](completedCommands(commands, await openCatalog()));
  await deliverText(script, readDestination(options), io);
  return EXIT.answered;
}
