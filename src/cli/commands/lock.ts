/** `pick-model lock`: writes down a decision, for `check` to guard. */
import { defineCommand } from "../command.ts";
import { outputOptions, QUESTION_OPTIONS } from "../options/common.ts";
import { LOCK_OPTIONS } from "../options/locks.ts";

export const lock = defineCommand({
  summary: "write a decision lockfile for CI",
  description:
    "Writes down the decision, with its requirements, its grounds and the day, into pick-model.lock.json or the " +
    "file of --output. 'pick-model check' then fails when it stops being right. Without requirements, a lock that " +
    "is there is renewed, overruled or completed.",
  operands: [
    {
      name: "files",
      help: "more files for -r, or instead of it: of several, or a pattern, a lock beside each",
      many: true,
      files: "*",
    },
  ],
  options: { ...QUESTION_OPTIONS, ...LOCK_OPTIONS, ...outputOptions() },
  examples: [
    {
      line: "pick-model lock -r requirements.yaml",
      says: "lock the answer to a requirements file",
    },
    { line: "pick-model lock -r services/*/model.yaml", says: "a lock beside each of many" },
    {
      line: 'pick-model lock --decide gpt-4o --reason "legal has approved it alone"',
      says: "overrule the pick",
    },
    {
      line: 'pick-model lock --accept shutdown-announced --expires 2027-01-10 --reason "migrating"',
      says: "let a known finding pass for a while",
    },
  ],
  run: async (invocation) => (await import("./lock.run.ts")).run(invocation),
});
