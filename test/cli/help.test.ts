/** Help and version: on stdout, with exit 0, and complete. */
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import type { CommandSpec } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { runCli } from "../support/run.ts";

const commands: [string, CommandSpec][] = Object.entries(COMMANDS);

test.each(commands)("%s --help names every option, operand and example", async (name, spec) => {
  const line = name.split(" ");
  const { code, stdout, stderr } = await runCli([...line, "--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const { flag, short = flag } of Object.values(spec.options)) {
    expect(stdout).toMatch(new RegExp(`^  (?:${short}, )?${flag} `, "m"));
  }
  for (const operand of spec.operands ?? []) expect(stdout).toContain(operand.name);
  for (const example of spec.examples) expect(stdout).toContain(`  ${example.line}\n`);
  expect(await runCli([...line, "-h"])).toEqual({ code, stdout, stderr });
  expect(await runCli(["help", ...line])).toEqual({ code, stdout, stderr });
});

test("the program's own help lists every other command", async () => {
  const { stdout } = await runCli(["--help"]);
  for (const [name, { summary }] of commands.filter(([each]) => each !== "recommend")) {
    expect(stdout).toMatch(new RegExp(`^  ${name} +${summary.replaceAll(/[()]/g, "\\$&")}$`, "m"));
  }
  expect(await runCli(["help"])).toMatchObject({ code: 0, stdout, stderr: "" });
});

test("the options stand in their groups, the requirements first", async () => {
  const { stdout } = await runCli(["--help"]);
  expect(stdout.match(/^[A-Z].*:$/gm)).toEqual([
    "Requirements:",
    "Workload:",
    "Hard limits:",
    "Models and evidence:",
    "Output:",
    "Help:",
    "Commands:",
    "Examples:",
  ]);
});

test("a first word shared by commands has a help of its own", async () => {
  expect(await runCli(["catalog", "--help"])).toEqual({
    code: 0,
    stdout: `Usage: pick-model catalog <list|show|validate>

Commands:
  catalog list      list the models of the catalog
  catalog show      show every fact about a model
  catalog validate  check catalog files
`,
    stderr: "",
  });
});

test.each([["--version"], ["-V"], ["compare", "--version"]])("%s %s", async (...line) => {
  expect(await runCli(line)).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
});
