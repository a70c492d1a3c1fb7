/** Where an answer goes, how wide it is, and whether it has colour. */
import { mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { columnsOf, usesColour, usesLinks } from "../../src/cli/terminal.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

const terminal = { write: () => undefined, isTTY: true, columns: 120 };
const pipe = { write: () => undefined, isTTY: false, columns: undefined };

test.each([
  ["a terminal", false, terminal, {}, true],
  ["a pipe", false, pipe, {}, false],
  ["a file", false, null, {}, false],
  ["--no-color", true, terminal, {}, false],
  ["--no-color over FORCE_COLOR", true, terminal, { FORCE_COLOR: "1" }, false],
  ["NO_COLOR", false, terminal, { NO_COLOR: "1" }, false],
  ["NO_COLOR over FORCE_COLOR", false, terminal, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
  ["an empty NO_COLOR", false, terminal, { NO_COLOR: "" }, true],
  ["FORCE_COLOR into a pipe", false, pipe, { FORCE_COLOR: "1" }, true],
  ["FORCE_COLOR=0", false, terminal, { FORCE_COLOR: "0" }, false],
  ["an empty FORCE_COLOR", false, pipe, { FORCE_COLOR: "" }, false],
  ["a dumb terminal", false, terminal, { TERM: "dumb" }, false],
])("colour for %s", (_name, refused, stream, env, expected) => {
  expect(usesColour(refused, stream, env)).toBe(expected);
});

test("colour reaches the screen of every command, and none without", async () => {
  for (const line of [[], ["compare"], ["explain"], ["tasks"], ["catalog", "show", "gpt-4o"]]) {
    const coloured = await runCli(line, { isTty: true });
    const plain = await runCli([...line, "--no-color"], { isTty: true });
    expect(coloured.stdout).toContain("\u001B[");
    expect(plain.stdout).not.toContain("\u001B");
    // oxlint-disable-next-line no-control-regex
    expect(coloured.stdout.replaceAll(/\u001B\[[\d;]*m/g, "")).toBe(plain.stdout);
  }
});

test.each([
  ["a terminal of which nothing is known", terminal, { TERM: "xterm-256color" }, false],
  ["GNOME's", terminal, { VTE_VERSION: "7600" }, true],
  ["GNOME's of 2017", terminal, { VTE_VERSION: "5000" }, false],
  ["Konsole", terminal, { KONSOLE_VERSION: "231201" }, true],
  ["Windows Terminal", terminal, { WT_SESSION: "c1" }, true],
  ["iTerm", terminal, { TERM_PROGRAM: "iTerm.app" }, true],
  ["Apple's", terminal, { TERM_PROGRAM: "Apple_Terminal" }, false],
  ["kitty", terminal, { TERM: "xterm-kitty" }, true],
  ["a dumb one", terminal, { TERM: "dumb", WT_SESSION: "c1" }, false],
  ["a pipe", pipe, { VTE_VERSION: "7600" }, false],
  ["a file", null, { VTE_VERSION: "7600" }, false],
  ["a service's log", terminal, { VTE_VERSION: "7600", CI: "true" }, false],
  ["whoever wants no colour", terminal, { VTE_VERSION: "7600", NO_COLOR: "1" }, false],
  ["whoever forces them", pipe, { FORCE_HYPERLINK: "1" }, true],
  ["whoever refuses them", terminal, { VTE_VERSION: "7600", FORCE_HYPERLINK: "0" }, false],
])("links for %s", (_name, stream, env, expected) => {
  expect(usesLinks(false, stream, env)).toBe(expected);
  expect(usesLinks(true, stream, env)).toBe(false);
});

test.each([
  ["explain"],
  ["explain", "--full"],
  ["compare", "--traits", "cost", "--evidence"],
  ["catalog", "show", "gpt-4o"],
  ["migrate", "gpt-4o", "--full"],
])(
  "sources are links on a terminal that can, and the words are the same: %s %s",
  async (...line) => {
    const VTE_VERSION = "7600";
    const linked = await runCli(line, { isTty: true, env: { VTE_VERSION } });
    const plain = await runCli(line, { isTty: true });
    expect(plain.stdout).not.toContain("\u001B]");
    // oxlint-disable-next-line no-control-regex
    const link = /\u001B\]8;;(https:[!-~]+)\u001B\\(.+?)\u001B\]8;;\u001B\\/g;
    expect((linked.stdout.match(link) ?? []).length).toBeGreaterThan(1);
    // oxlint-disable-next-line no-control-regex
    expect(linked.stdout.replaceAll(/\u001B\]8;;[!-~]*?\u001B\\/g, "")).toBe(plain.stdout);
    const refused = await runCli([...line, "--no-color"], { isTty: true, env: { VTE_VERSION } });
    expect(refused.stdout).not.toContain("\u001B");
  },
);

test.each([
  ["the terminal's own", terminal, { COLUMNS: "40" }, 120],
  ["COLUMNS where nobody looks", pipe, { COLUMNS: "40" }, 40],
  ["80 otherwise", pipe, {}, 80],
  ["80 for nonsense", pipe, { COLUMNS: "-3" }, 80],
  ["80 for a terminal without width", { ...terminal, columns: 0 }, {}, 80],
  ["never less than a word", { ...terminal, columns: 3 }, {}, 20],
])("columns: %s", (_name, stream, env, expected) => {
  expect(columnsOf(stream, env)).toBe(expected);
});

test("the screen keeps within 80 columns, and within the terminal's; an address is never cut", async () => {
  for (const columns of [80, 60]) {
    for (const line of [["--budget", "low"], ["compare"], ["explain"], ["tasks"], ["use-cases"]]) {
      const { stdout } = await runCli(line, { columns });
      const wide = stdout.split("\n").filter((each) => Array.from(each).length > columns);
      expect(wide.filter((each) => each.trim().includes(" "))).toEqual([]);
    }
  }
});

test("--output writes the same bytes, and nothing to stdout", async () => {
  const cwd = await temporaryFolder();
  const printed = await runCli(["--json"], { cwd });
  const written = await runCli(["--json", "-o", "answer.json"], { cwd });
  const { recommendation } = JSON.parse(printed.stdout) as { recommendation: { summary: string } };
  const said = (what: string) => `note: ${what} answer.json: ${recommendation.summary}\n`;
  expect(written).toEqual({ code: 0, stdout: "", stderr: said("wrote") });
  expect(await readFile(path.join(cwd, "answer.json"), "utf8")).toBe(printed.stdout);
  expect(await readdir(cwd)).toEqual(["answer.json"]);
  const again = await runCli(["--json", "-o", "answer.json"], { cwd });
  expect(again).toEqual({ code: 0, stdout: "", stderr: said("nothing changed in") });
  await writeFile(path.join(cwd, "answer.json"), "{}");
  const over = await runCli(["--json", "-o", "answer.json"], { cwd });
  expect(over).toEqual({ code: 0, stdout: "", stderr: said("replaced") });
});

test("what goes into a file is heard, a no and a quiet one included", async () => {
  const cwd = await temporaryFolder();
  const no = await runCli(["--until", "2027-06-30", "--quiet", "-o", "model"], { cwd });
  expect(no).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^note: wrote model: No model .*\n$/),
  });
  const device = await runCli(["-b", "low", "-o", "/dev/null"], { cwd });
  expect(device).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("--output - is stdout", async () => {
  expect(await runCli(["--json", "-o", "-"])).toEqual(await runCli(["--json"]));
});

test("a file is replaced whole, keeps its mode, and is reached through a link", async () => {
  const cwd = await temporaryFolder();
  await writeFile(path.join(cwd, "real.txt"), "x".repeat(100_000), { mode: 0o640 });
  await symlink("real.txt", path.join(cwd, "link.txt"));
  expect((await runCli(["--quiet", "-o", "link.txt"], { cwd })).code).toBe(0);
  expect(await readFile(path.join(cwd, "real.txt"), "utf8")).toBe("gpt-4o-mini\n");
  expect((await stat(path.join(cwd, "real.txt"))).mode & 0o777).toBe(0o640);
  expect(await readlink(path.join(cwd, "link.txt"))).toBe("real.txt");
});

test("a no empties the file a script would read the model from", async () => {
  const cwd = await temporaryFolder({ model: "gpt-4o\n" });
  const { code } = await runCli(["--until", "2027-06-30", "--quiet", "-o", "model"], { cwd });
  expect(code).toBe(1);
  expect(await readFile(path.join(cwd, "model"), "utf8")).toBe("");
});

test("an error leaves an earlier file as it was", async () => {
  const cwd = await temporaryFolder({ "answer.json": "{}" });
  expect((await runCli(["--budget", "cheap", "-o", "answer.json"], { cwd })).code).toBe(2);
  expect(await readFile(path.join(cwd, "answer.json"), "utf8")).toBe("{}");
  await mkdir(path.join(cwd, "folder"));
  expect(await runCli(["-o", "folder"], { cwd })).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error: --output: cannot write 'folder': it is a folder\n  try: name a file in a folder of your own, or leave it out to print\n",
  });
  expect((await readdir(cwd)).toSorted()).toEqual(["answer.json", "folder"]);
});

test("the schema goes to a file too", async () => {
  const cwd = await temporaryFolder();
  expect(await runCli(["schema", "model", "-o", "m.json"], { cwd })).toEqual({
    code: 0,
    stdout: "",
    stderr: "note: wrote m.json\n",
  });
  expect(JSON.parse(await readFile(path.join(cwd, "m.json"), "utf8"))).toHaveProperty("$schema");
});
