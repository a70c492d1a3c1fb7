/** Help and version: on stdout, with exit 0, and complete. */
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import type { CommandSpec } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { openCatalog } from "../../src/catalog/index.ts";
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
  const brief = await runCli([...line, "-h"]);
  expect(brief).toMatchObject({ code, stderr });
  expect(brief.stdout.split("\n").length).toBeLessThanOrEqual(40);
  expect(brief.stdout === stdout || brief.stdout.includes("--help")).toBe(true);
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
    "Examples:",
    "Requirements:",
    "Workload:",
    "Hard limits:",
    "Models and evidence:",
    "Output:",
    "Help:",
    "Where nothing is stated:",
    "Commands:",
    "Exit codes:",
  ]);
  const check = await runCli(["check", "--help"]);
  expect(check.stdout.match(/^[A-Z].*:$/gm)?.slice(0, 4)).toEqual([
    "Examples:",
    "Arguments:",
    "This command:",
    "Requirements:",
  ]);
});

test("a first word alone is no command: its help, and what to type", async () => {
  const { stdout: help } = await runCli(["catalog", "--help"]);
  expect(await runCli(["catalog"])).toEqual({
    code: 2,
    stdout: "",
    stderr: `${help}\nerror: 'catalog' needs a command\n  try: pick-model catalog list\n`,
  });
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
  expect(await runCli(line)).toEqual({
    code: 0,
    stdout: `pick-model ${manifest.version}, facts of 2026-11-19\n`,
    stderr: "",
  });
});

test("the short help is a screen, and names every command", async () => {
  const { stdout } = await runCli(["-h"]);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(33);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  for (const [name] of commands.filter(([each]) => each !== "recommend")) {
    expect(stdout).toContain(name.split(" ")[0]);
  }
  await expect(stdout).toMatchFileSnapshot("golden/help.txt");
});

test("what help says is assumed is what an answer assumes", async () => {
  const { stdout } = await runCli(["--json"]);
  const { requirements } = JSON.parse(stdout) as { requirements: Record<string, unknown> };
  expect(requirements).toMatchObject({
    budget: "medium",
    latency: "standard",
    quality: "standard",
    task: "general",
  });
  const { stdout: help } = await runCli(["--help"]);
  expect(help).toMatch(
    /budget +medium, \$1,000 a month\n +latency +standard, .*10 seconds\n +quality +standard\n +task +general;/,
  );
});

test("what help says of the runs is what the catalog says", async () => {
  const { levels } = await openCatalog();
  const { stdout } = await runCli(["--help"]);
  expect(stdout).toContain(`what-if runs behind the confidence (${levels.sampling.draws});`);
});

test("headings are bold on a terminal, and the words are the same without", async () => {
  const plain = await runCli(["--help"]);
  const bold = await runCli(["--help"], { isTty: true });
  expect(bold.stdout).toContain("\u001B[1mRequirements:\u001B[22m");
  // oxlint-disable-next-line no-control-regex
  expect(bold.stdout.replaceAll(/\u001B\[\d+m/g, "")).toBe(plain.stdout);
});
