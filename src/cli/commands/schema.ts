/** `pick-model schema`: the JSON Schema of a file this program reads or prints. */
import { SCHEMA_NAMES } from "../../answers/published-names.ts";
import { defineCommand } from "../command.ts";
import { FILE_OPTIONS, JSON_OPTIONS } from "../options/common.ts";

export const schema = defineCommand({
  summary: "print the JSON Schema of a file",
  description: "Prints the JSON Schema of a file this program reads or prints.",
  operands: [
    {
      name: "name",
      help: `one of ${SCHEMA_NAMES.join(", ")}`,
      required: true,
      choices: SCHEMA_NAMES,
    },
  ],
  options: { ...JSON_OPTIONS, ...FILE_OPTIONS },
  examples: [
    {
      line: "pick-model schema requirements -o requirements.schema.json",
      says: "for an editor that completes requirements files",
    },
  ],
  run: async (invocation) => (await import("./schema.run.ts")).run(invocation),
});
