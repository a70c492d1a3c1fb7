/** The options as data: one name, one meaning, on every command. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import type { CommandSpec } from "../../src/cli/command.ts";
import { OPTION_GROUPS, type OptionSpec } from "../../src/question/option.ts";
import { runCli } from "../support/run.ts";

const commands: [string, CommandSpec][] = Object.entries(COMMANDS);
const options: [string, string, OptionSpec][] = commands.flatMap(([command, spec]) =>
  Object.entries(spec.options).map(([name, option]): [string, string, OptionSpec] => [
    command,
    name,
    option,
  ]),
);

test("an option's value has the option's own name", () => {
  for (const [, name, { flag }] of options) {
    const camel = flag
      .slice(2)
      .replaceAll(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
    expect(name).toBe(camel);
  }
});

/**
 * Options that a command gives words or a meaning of its own: who accepts (lock) and by what use is grouped (profile),
 * a folder instead of a file (profile), strictness in its own matter (evidence). All that a place before the command
 * asks is that they are spelled alike and take a value or none.
 */
const OWN_MEANINGS = ["--format", "--by", "--output", "--strict"];

test("an option means the same on every command: only so can it stand before the command", () => {
  const meanings = new Map<string, OptionSpec>();
  for (const [, , option] of options) {
    for (const flag of [option.flag, option.short ?? option.flag]) {
      const known = meanings.get(flag) ?? option;
      if (OWN_MEANINGS.includes(option.flag)) {
        const spelled = (spec: OptionSpec) => [spec.flag, spec.short, "placeholder" in spec];
        expect(spelled(known)).toEqual(spelled(option));
      } else {
        expect(known).toBe(option);
      }
      meanings.set(flag, option);
    }
  }
});

test("every option has a help text and a group of the help", () => {
  for (const [, , { help, group }] of options) {
    expect(help.length).toBeGreaterThan(0);
    expect(OPTION_GROUPS).toContain(group);
  }
});

test("every command has an example that starts with its own name", () => {
  for (const [name, { examples, summary }] of commands) {
    expect(summary.length).toBeLessThan(60);
    expect(examples.length).toBeGreaterThan(0);
    const typed = name === "recommend" ? "pick-model" : `pick-model ${name}`;
    for (const { line } of examples) expect(line).toContain(typed);
  }
});

/** No number, word, name or file of anything; and no file can be written there. */
const NONSENSE = "nowhere/at/all";
/** What else a command needs before it can look at an option. */
const NEEDED: Record<string, string[]> = {
  check: ["--expect", "gpt-4o"],
  "catalog show": ["gpt-4o"],
  completion: ["bash"],
  migrate: ["gpt-4o"],
  schema: ["requirements"],
};

// `ask` reads its last ones after somebody has answered at a terminal: test/spawn/ask.test.ts.
test.each(commands.filter(([name]) => name !== "ask"))(
  "%s reads every option it takes: none is passed over in silence",
  async (command, { options: own }) => {
    const cwd = mkdtempSync(path.join(tmpdir(), "pick-model-options-"));
    const needed = NEEDED[command] ?? [];
    const takingValues = Object.values(own).filter(({ placeholder }) => placeholder !== undefined);
    for (const { flag } of takingValues) {
      const argv = [...command.split(" "), ...needed, flag, NONSENSE];
      const stdin = command === "batch" ? { stdin: "{}" } : {};
      const { code, stderr } = await runCli(argv, { cwd, ...stdin });
      const isNamed = stderr.includes(flag) || stderr.includes(NONSENSE);
      expect({ flag, isRefused: code === 2 || code === 3, isNamed }).toEqual({
        flag,
        isRefused: true,
        isNamed: true,
      });
    }
  },
);
