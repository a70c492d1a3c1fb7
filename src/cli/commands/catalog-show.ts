/** `pick-model catalog show`: every fact about a model, with its sources. */
import { CATALOG_OPTIONS } from "../options/evidence.ts";
import { DAY_OPTIONS } from "../options/requirements.ts";
import { presentedCommand } from "../presented.ts";

export const catalogShow = presentedCommand({
  summary: "show every fact about a model",
  description:
    "Shows every fact about a model, with the claims behind it, their sources and their dates.",
  operands: [
    {
      name: "model",
      help: "a model or one of its snapshots",
      names: "models",
      required: true,
      example: "gpt-4o-mini",
    },
  ],
  options: { ...DAY_OPTIONS, ...CATALOG_OPTIONS },
  examples: [{ line: "pick-model catalog show gpt-4o-mini", says: "what is known of a model" }],
  present: async (invocation) => (await import("./lists.run.ts")).showModel(invocation),
});
