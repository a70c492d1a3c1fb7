/** Completion scripts: made from the lists, and read by the shells that are there. */
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import type { CommandSpec } from "../../src/cli/command.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

const SHELLS = ["bash", "zsh", "fish"];
const specs: [string, CommandSpec][] = Object.entries(COMMANDS);

test.each(SHELLS)("%s: every command, option and model is in it", async (shell) => {
  const { code, stdout, stderr } = await runCli(["completion", shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const [name, { options }] of specs) {
    if (name !== "recommend") expect(stdout).toContain(name.split(" ").at(-1));
    for (const { flag } of Object.values(options)) expect(stdout).toContain(flag.slice(2));
  }
  for (const word of ["gpt-4o-mini", "support-chatbot", "coding", "realtime"]) {
    expect(stdout).toContain(word);
  }
});

test.each(SHELLS)("%s takes the script, where it is installed", async (shell) => {
  const { stdout } = await runCli(["completion", shell]);
  const file = path.join(await temporaryFolder(), `completion.${shell}`); // fish 3.6 checks no script from a pipe
  await writeFile(file, stdout);
  const { error, status, stderr } = spawnSync(shell, ["-n", file], { encoding: "utf8" });
  if (error !== undefined && "code" in error && error.code === "ENOENT") return;
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

/** What bash would offer for the last word. */
async function offered(...words: string[]): Promise<string[]> {
  const { stdout: script } = await runCli(["completion", "bash"]);
  const typed = ["pick-model", ...words].map((word) => `'${word}'`).join(" ");
  const ask = `COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _pick_model; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync("bash", ["-c", `${script}\n${ask}`], { encoding: "utf8" });
  return stdout.trimEnd().split("\n");
}

test("bash completes commands, options, words and models", async () => {
  expect(await offered("comp")).toEqual(["compare", "completion"]);
  expect(await offered("catalog", "v")).toEqual(["validate"]);
  expect(await offered("check", "--ex")).toEqual(["--exclude", "--expect"]);
  expect(await offered("--budget", "m")).toEqual(["medium"]);
  expect(await offered("lock", "--decide", "gpt-4o-m")).toEqual([
    "gpt-4o-mini",
    "gpt-4o-mini-2024-07-18",
  ]);
  expect(await offered("completion", "f")).toEqual(["fish"]);
});

test("bash takes no option's value for a command, and completes lists and --option=value", async () => {
  expect(await offered("--latency", "batch", "--fa")).toEqual([""]);
  expect(await offered("--as-of", "2026-11-22", "batch", "--fa")).toEqual(["--fail-fast"]);
  expect(await offered("batch", "--fields", "recommendation,as")).toEqual([
    "recommendation,asOf",
    "recommendation,assumptions",
  ]);
  expect(await offered("--budget", "=", "m")).toEqual(["medium"]);
  expect(await offered("--budget", "=")).toEqual(["low", "medium", "high", "unlimited"]);
});

test("bash keeps a file's name with a space whole", async () => {
  const cwd = await temporaryFolder({ "my file.ndjson": "" });
  expect(await offered("batch", "-o", path.join(cwd, "my"))).toEqual([
    path.join(cwd, "my file.ndjson"),
  ]);
});

test("an unknown shell is exit 2", async () => {
  expect(await runCli(["completion", "tcsh"])).toMatchObject({ code: 2, stdout: "" });
});
