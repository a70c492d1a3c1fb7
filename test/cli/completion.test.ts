/** What a shell may offer, told from the commands and the catalog; the shells themselves: test/spawn/completion.test.ts. */
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

const SHELLS = ["bash", "zsh", "fish"];

async function offered(...line: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await runCli(["__complete", ...line]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const [directive = "", ...lines] = stdout.trimEnd().split("\n");
  const words = lines.map((each) => each.split("\t")[0] ?? "");
  return directive === ":words" ? words : [directive, ...words];
}

test.each<[line: string[], expected: string[]]>([
  [["comp"], ["compare", "completion"]],
  [
    ["catalog", ""],
    ["list", "show", "validate"],
  ],
  [["catalog", "v"], ["validate"]],
  [
    ["help", "comp"],
    ["compare", "completion"],
  ],
  [
    ["check", "--ex"],
    ["--exclude", "--expect"],
  ],
  [
    ["--budget", ""],
    ["low", "medium", "high", "unlimited"],
  ],
  [["--budget", "m"], ["medium"]],
  [
    ["-b", "low", "comp"],
    ["compare", "completion"],
  ],
  [["--budget=m"], ["--budget=medium"]],
  [
    ["--task", "coding,m"],
    ["coding,math", "coding,moderation"],
  ],
  [["--task=sum"], ["--task=summarization"]],
  [
    ["--needs", "vision,s"],
    ["vision,structured-outputs", "vision,streaming"],
  ],
  [["compare", "--traits", "co"], ["cost"]],
  [["--min-benchmark", "gp"], ["gpqa="]],
  [["-u", "support"], ["support-chatbot"]],
  [
    ["lock", "--decide", "gpt-4o-m"],
    ["gpt-4o-mini", "gpt-4o-mini-2024-07-18"],
  ],
  [["completion", "f"], ["fish"]],
  [["--latency", "batch", "--fail-f"], []],
  [["--as-of", "2026-11-22", "batch", "--fail-f"], ["--fail-fast"]],
  [["check", ""], [":files *.lock.json"]],
  [["batch", ""], [":files *"]],
  [["batch", "-o", "my"], [":files *"]],
  [["catalog", "validate", ""], [":files *"]],
  [["lock", "-r", "a.yaml", ""], [":files *"]],
  [["compare", "--no-p"], ["--no-pager"]],
  [["nonsense", ""], []],
  [["explain", "gpt-4o", ""], []],
])("%j", async (line, expected) => {
  const found = await offered(...line);
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test("an empty line is offered commands and no option, a dash options and no command", async () => {
  const firsts = new Set(Object.keys(COMMANDS).map((name) => name.split(" ")[0]));
  firsts.delete("recommend");
  expect(new Set(await offered(""))).toEqual(firsts);
  for (const word of await offered("-")) expect(word).toMatch(/^--/);
});

test.each(SHELLS)("%s takes the script, where it is installed", async (shell) => {
  const { code, stdout, stderr } = await runCli(["completion", shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const file = path.join(await temporaryFolder(), `completion.${shell}`); // fish 3.6 checks no script from a pipe
  await writeFile(file, stdout);
  const checked = spawnSync(shell, ["-n", file], { encoding: "utf8" });
  if (checked.error !== undefined && "code" in checked.error && checked.error.code === "ENOENT") {
    return;
  }
  expect({ status: checked.status, stderr: checked.stderr }).toEqual({ status: 0, stderr: "" });
});

test("an unknown shell is exit 2", async () => {
  expect(await runCli(["completion", "tcsh"])).toMatchObject({ code: 2, stdout: "" });
});
