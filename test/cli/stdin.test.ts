/** When stdin is read, and when it is left alone. */
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

const ASKED = "budget: low\nlatency: realtime\n";

async function expected() {
  return runCli(["--budget", "low", "--latency", "realtime", "--json"]);
}

/** The parts of a result that do not say where a requirement came from. */
function decision(stdout: string): unknown {
  const { recommendation, ranking, excluded } = JSON.parse(stdout) as Record<string, unknown>;
  return { recommendation, ranking, excluded };
}

test.each(["pipe", "file"] as const)(
  "a %s is read when no option states a requirement",
  async (stdinKind) => {
    const piped = await runCli(["--json"], { stdin: ASKED, stdinKind });
    expect(piped).toMatchObject({ code: 0, stderr: "" });
    expect(decision(piped.stdout)).toEqual(decision((await expected()).stdout));
  },
);

test("options that state no requirement leave it to be read", async () => {
  const options = ["--json", "--as-of", "2026-11-22", "--draws", "100", "--seed", "1"];
  const piped = await runCli(options, { stdin: ASKED });
  expect(piped).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(piped.stdout)).toMatchObject({ requirements: { budget: "low" } });
});

test("an option that states one leaves it unread, and says so", async () => {
  const { code, stdout, stderr } = await runCli(["--quality", "high", "--json"], {
    stdinKind: "pipe",
  });
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr:
      "note: stdin is not read, because --quality states a requirement ('-r -' reads it too)\n",
  });
  expect(JSON.parse(stdout)).toMatchObject({ requirements: { quality: "high", budget: "medium" } });
  const quiet = await runCli(["--quality", "high", "--quiet"], { stdinKind: "pipe" });
  expect(quiet.stderr).toBe("");
});

test("-r - reads it beside options, which have the last word", async () => {
  const { code, stdout, stderr } = await runCli(["-r", "-", "--budget", "high", "--json"], {
    stdin: ASKED,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    requirements: { budget: "high", latency: "realtime" },
  });
});

test.each(["none", "terminal"] as const)("%s is not waited for", async (stdinKind) => {
  expect(await runCli(["--json"], { stdinKind })).toEqual(await runCli(["--json"]));
});

test("-r - with nothing there is an error and no wait", async () => {
  expect(await runCli(["-r", "-"], { stdinKind: "none" })).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error: stdin is empty\n  try: pipe in requirements as YAML or JSON, or state one as an option\n",
  });
});

test("commands without requirements never read it", async () => {
  for (const line of [["tasks"], ["use-cases"], ["catalog", "list"], ["schema", "model"]]) {
    expect(await runCli(line, { stdinKind: "pipe" })).toMatchObject({ code: 0, stderr: "" });
  }
});

test.each(["compare", "explain"])("%s reads it as the recommendation does", async (command) => {
  const piped = await runCli([command, "--json"], { stdin: ASKED });
  expect(piped).toMatchObject({ code: 0, stderr: "" });
  expect(piped.stdout).not.toBe((await runCli([command, "--json"])).stdout);
});

test("a file is YAML or JSON by what it holds, and found from where the program stands", async () => {
  const cwd = await temporaryFolder({
    "asked.yaml": ASKED,
    "asked.json": '{"budget": "low", "latency": "realtime"}',
    "json-in.yaml": '{"budget": "low", "latency": "realtime"}',
  });
  const result = decision((await expected()).stdout);
  for (const file of ["asked.yaml", "asked.json", "json-in.yaml"]) {
    const { code, stdout, stderr } = await runCli(["-r", file, "--json"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(decision(stdout)).toEqual(result);
  }
});

test("a mistake in a file is named with the file as typed", async () => {
  const cwd = await temporaryFolder({ "asked.yaml": "budget: low\nlatncy: realtime\n" });
  expect(await runCli(["-r", "asked.yaml"], { cwd })).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: asked.yaml:2:1: latncy: no such field\n  try: latency\n",
  });
});

test("the result's own requirements, piped back, give the same decision", async () => {
  const first = await runCli(["--use-case", "code-assistant", "--json"]);
  const { requirements } = JSON.parse(first.stdout) as { requirements: unknown };
  const again = await runCli(["--json"], { stdin: JSON.stringify(requirements) });
  expect(again).toMatchObject({ code: 0, stderr: "" });
  const model = (text: string) =>
    (JSON.parse(text) as { recommendation: { model: string } }).recommendation.model;
  expect(model(again.stdout)).toBe(model(first.stdout));
});

test.each(["", "compare", "explain", "cost", "report --static"])(
  "%s answers without a pipe that stays silent, and says so",
  async (command) => {
    const argv = command === "" ? [] : command.split(" ");
    const silent = await runCli(argv, { stdinSilent: true });
    expect(silent).toEqual({
      ...(await runCli(argv)),
      stderr:
        "note: stdin is open but silent, and is not waited for any longer ('-r -' waits for it)\n",
    });
    if (command !== "") return;
    expect((await runCli(["--quiet"], { stdinSilent: true })).stderr).toBe("");
  },
);

test.each([
  ["--quiet", "stdin: cannot be read: the disk does not answer"],
  ["batch --draws 0", "batch: cannot read stdin: the disk does not answer"],
  ["profile -", "profile: cannot read stdin: the disk does not answer"],
  ["evidence promptfoo - -t chat", "cannot read stdin: the disk does not answer"],
])("%s says when what is piped in breaks off", async (line, problem) => {
  const outcome = await runCli(line.split(" "), { stdin: '{"budget":', stdinBreaks: true });
  expect(outcome).toMatchObject({ code: 2, stdout: "" });
  expect(outcome.stderr).toMatch(/^error: [^\n]+\n {2}try: [^\n]+\n$/);
  expect(outcome.stderr).toContain(problem);
});
