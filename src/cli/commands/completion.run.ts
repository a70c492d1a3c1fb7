/** The work of `pick-model completion`: a shell's script. */
import { readWord } from "../../typed/word.ts";
import type { Invocation } from "../command.ts";
import { SHELL_NAMES } from "../completion/shell-names.ts";
import { SHELLS } from "../completion/shells.ts";
import { EXIT } from "../exit-codes.ts";
import type { FILE_OPTIONS } from "../options/common.ts";
import { deliverSaid, readDestination } from "../output.ts";

export async function run({
  operands: [typed = ""],
  options,
  io,
}: Invocation<typeof FILE_OPTIONS>): Promise<number> {
  const shell = readWord(typed, "completion", SHELL_NAMES);
  await deliverSaid(SHELLS[shell], readDestination(options), io);
  return EXIT.answered;
}
