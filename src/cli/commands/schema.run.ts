/** The work of `pick-model schema`: a JSON Schema. */
import { SCHEMA_NAMES } from "../../answers/published-names.ts";
import { jsonSchemaText } from "../../answers/published.ts";
import { readWord } from "../../typed/word.ts";
import type { Invocation } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import type { FILE_OPTIONS, JSON_OPTIONS } from "../options/common.ts";
import { deliverSaid, readDestination } from "../output.ts";

export async function run({
  operands: [typed = ""],
  options,
  io,
}: Invocation<typeof JSON_OPTIONS & typeof FILE_OPTIONS>): Promise<number> {
  const name = readWord(typed, "schema", SCHEMA_NAMES);
  await deliverSaid(jsonSchemaText(name), readDestination(options), io);
  return EXIT.answered;
}
