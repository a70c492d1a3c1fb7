/** `pick-model check`: fails when a locked decision stops being right. */
import { QUESTION_OPTIONS } from "../options/common.ts";
import { CHECK_OPTIONS } from "../options/locks.ts";
import { presentedCommand } from "../presented.ts";

export const check = presentedCommand({
  summary: "fail when a locked decision stops being right",
  description:
    "Decides again with today's catalog and date, and exits with 1 and every reason when a lock no longer holds. " +
    "Takes lockfiles, globs and folders; without any, pick-model.lock.json of this folder. With requirements and " +
    "--expect it needs no lock.",
  operands: [
    {
      name: "locks",
      help: "lockfiles, globs, or folders with files named *pick-model.lock.json",
      many: true,
      files: "*.lock.json",
    },
  ],
  formats: ["github", "junit"],
  options: { ...QUESTION_OPTIONS, ...CHECK_OPTIONS },
  examples: [
    { line: "pick-model check", says: "the lock of this folder" },
    {
      line: 'pick-model check "services/**/*.lock.json" --ignore-cause time --format github',
      says: "every lock, in a pull request",
    },
    {
      line: "pick-model check -r requirements.yaml --expect gpt-4o-mini",
      says: "without a lock",
    },
  ],
  present: async (invocation) => (await import("./check.run.ts")).present(invocation),
});
