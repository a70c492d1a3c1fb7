/** Every option reaches its own command, wherever it stands: none is swallowed by a parent. */
import { expect, test } from "vitest";
import { chooseCommand } from "../../src/cli/choose-command.ts";
import type { CommandSpec } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import type { OptionSpec } from "../../src/question/option.ts";
import { parseArguments } from "../../src/cli/parse-arguments.ts";
import type { Io } from "../../src/cli/io.ts";
import { runCli } from "../support/run.ts";

const silent = { write: () => undefined, isTTY: false, columns: undefined };
const io: Io = {
  stdout: silent,
  stderr: silent,
  stdin: { isTTY: false, kind: "none", chunks: () => (async function* nothing() {})() },
  env: {},
  cwd: ".",
  today: "2026-11-22",
};
const commands: [string, CommandSpec][] = Object.entries(COMMANDS);

/** Command and parsed arguments of a line. */
function parsed(argv: readonly string[]): [string, ReturnType<typeof parseArguments>] {
  const choice = chooseCommand(argv, COMMANDS);
  if (choice.kind !== "command") throw new Error(`${argv.join(" ")} is no command`);
  const spec = COMMANDS[choice.name as keyof typeof COMMANDS];
  return [choice.name, parseArguments(choice.name, spec, choice.argv, io)];
}

/** The option in each form it can be typed in. */
function forms({ flag, short, placeholder }: OptionSpec): string[][] {
  if (placeholder === undefined) return [[flag]];
  const long = [[flag, "some value"], [`${flag}=some value`], [flag, "-1"]];
  return short === undefined ? long : [...long, [short, "some value"], [`${short}some value`]];
}

test.each(commands)("options of %s, before and after its name", (name, spec) => {
  const operands = (spec.operands ?? []).filter(({ required }) => required).map(() => "word");
  for (const [option, definition] of Object.entries(spec.options)) {
    for (const form of forms(definition)) {
      const typed = form.includes("-1") ? "-1" : "some value";
      const value = definition.placeholder === undefined ? true : typed;
      const options = { [option]: definition.repeatable === true ? [value] : value };
      const words = name.split(" ");
      expect(parsed([...words, ...operands, ...form])).toEqual([name, { operands, options }]);
      expect(parsed([...form, ...words, ...operands])).toEqual([name, { operands, options }]);
      expect(parsed([words[0] ?? "", ...form, ...words.slice(1), ...operands])).toEqual([
        name,
        { operands, options },
      ]);
    }
  }
});

test("repeatable options gather their values, across the command's name too", () => {
  expect(parsed(["-t", "coding", "compare", "--task", "math"])).toEqual([
    "compare",
    { operands: [], options: { task: ["coding", "math"] } },
  ]);
});

test("what follows -- is never an option or a command", () => {
  expect(parsed(["compare", "--", "--json", "tasks"])).toEqual([
    "compare",
    { operands: ["--json", "tasks"], options: {} },
  ]);
});

test("the gates that decide an exit code hold on both sides of a command", async () => {
  const impossible = ["--until", "2027-06-30"];
  for (const argv of [
    ["explain", ...impossible],
    [...impossible, "explain"],
    ["recommend", ...impossible],
    impossible,
  ]) {
    expect((await runCli(argv)).code).toBe(1);
  }
  expect((await runCli(["explain"])).code).toBe(0);
});

test("the default command may be named", async () => {
  expect(await runCli(["recommend", "--json"])).toEqual(await runCli(["--json"]));
});
