/** `pick-model profile`: from bills and logs to requirements. */
import { defineCommand } from "../command.ts";
import { outputOptions, CATALOG_OPTIONS, DAY_OPTIONS } from "../options/common.ts";
import { PROFILE_OPTIONS } from "../options/own-data.ts";

const { output, ...PRINTED } = outputOptions();

export const profile = defineCommand({
  summary: "requirements from usage exports and logs",
  description:
    "Reads what OpenAI's Usage and Costs APIs export, answers and Batch output in your own logs, LiteLLM's payloads or " +
    "OpenTelemetry's spans, and says for each group what it uses, what that costs on each model, and whether the bill " +
    "fits. With -o it writes a requirements file a group, for every other command. No message or key is copied.",
  operands: [
    { name: "files", help: "exports and logs, or - for stdin", required: true, many: true },
  ],
  options: {
    ...PROFILE_OPTIONS,
    ...DAY_OPTIONS,
    ...CATALOG_OPTIONS,
    ...PRINTED,
    output: {
      ...output,
      help: "write requirements there: a folder, or a file where there is one group",
    },
  },
  examples: [
    {
      line: "pick-model profile usage.json costs.json -o services/",
      says: "a file a project, and the bill beside list prices",
    },
    { line: "pick-model profile answers.jsonl --by model", says: "from your own logs" },
    {
      line: "pick-model profile batch-output.jsonl --assume-days 1 -o nightly.yaml",
      says: "a nightly batch",
    },
  ],
  run: async (invocation) => (await import("./profile.run.ts")).run(invocation),
});
