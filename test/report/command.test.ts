/** `pick-model report`: where the page goes, and what the program says and returns. */
import { chmod, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

const STATIC = ["report", "--static", "--budget", "low"];

test("the page goes to stdout, and nothing else is said", async () => {
  const { code, stdout, stderr } = await runCli(STATIC);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n$/);
});

test("with -o it goes into a file", async () => {
  const cwd = await temporaryFolder();
  const written = await runCli([...STATIC, "-o", "report.html"], { cwd });
  expect(written).toEqual({
    code: 0,
    stdout: "",
    stderr: expect.stringMatching(/^note: wrote report.html: Use GPT-4o mini: .*\n$/),
  });
  const { stdout } = await runCli(STATIC);
  expect(await readFile(path.join(cwd, "report.html"), "utf8")).toBe(stdout);
});

test("--format html is the interactive page", async () => {
  const page = await runCli(["--budget", "low", "--format", "html"]);
  expect(page).toEqual(await runCli(["report", "--budget", "low"]));
  expect(page.stdout).toContain('<script type="module">');
});

test("a terminal is told that a page is nothing for it", async () => {
  expect(await runCli(["report"], { isTty: true })).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining(
      "try: pick-model report -o report.html    or: pick-model report --open",
    ),
  });
});

test("nobody qualifies: the page is written, and the code says no", async () => {
  const { code, stdout } = await runCli([
    "report",
    "--static",
    "--max-cost",
    "0.01",
    "--requests",
    "1M",
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain("No model meets these requirements");
});

test("--open starts the browser with the file", async () => {
  const cwd = await temporaryFolder({
    browser: `#!/bin/sh\necho "$1" > "$(dirname "$0")/opened.tmp"\nmv "$(dirname "$0")/opened.tmp" "$(dirname "$0")/opened"\n`,
  });
  const browser = path.join(cwd, "browser");
  await chmod(browser, 0o755);
  const file = path.join(cwd, "report.html");
  const { code, stdout, stderr } = await runCli([...STATIC, "--open", "-o", "report.html"], {
    cwd,
    env: { BROWSER: browser },
  });
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(stderr).toContain(`opening ${file}`);
  const opened = await vi.waitFor(() => readFile(path.join(cwd, "opened"), "utf8"));
  expect(opened.trim()).toBe(file);
});

test.each([
  ["is not there", "nobody"],
  ["has a name that no program can have", "a".repeat(300)],
  ["stands in what is no folder", "/dev/null/browser"],
])("a browser that %s is named", async (_name, browser) => {
  const cwd = await temporaryFolder();
  const { code, stderr } = await runCli([...STATIC, "--open", "-o", "report.html"], {
    cwd,
    env: { BROWSER: browser },
  });
  expect(code).toBe(2);
  expect(stderr).toContain("--open: cannot start");
});

test("--open says where no temporary file can be made", async () => {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = "/dev/null/nowhere";
  try {
    const { code, stderr } = await runCli([...STATIC, "--open"], { env: { BROWSER: "true" } });
    expect(code).toBe(2);
    expect(stderr).toBe(
      "error: --open: cannot write to '/dev/null/nowhere': its folder is not there\n" +
        "  try: name the page's file: --output report.html\n",
    );
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
});
