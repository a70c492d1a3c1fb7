/** `pick-model tasks`: the kinds of work, and what each assumes. */
import { CATALOG_OPTIONS } from "../options/evidence.ts";
import { presentedCommand } from "../presented.ts";

export const tasks = presentedCommand({
  summary: "list the kinds of work for --task",
  description:
    "Lists the kinds of work for --task, with the evidence that counts for each and the workload it assumes.",
  operands: [{ name: "id", help: "one task in full", names: "tasks" }],
  options: CATALOG_OPTIONS,
  examples: [
    { line: "pick-model tasks coding", says: "one task in full" },
    { line: "pick-model tasks --json", says: "every task with its evidence" },
  ],
  present: async (invocation) => (await import("./lists.run.ts")).listTasks(invocation),
});
