/** Completion typed in the real shells, where they are installed; `.ci/run` installs them. */
import { spawnSync } from "node:child_process";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { BUILT, spawned } from "../support/spawn.ts";
import { inTerminal, type Step } from "../support/terminal.ts";

const PROGRAM = path.join(BUILT, "bin.cjs");

/** What is typed before the key is pressed, and the line it becomes. */
const TYPED: readonly (readonly [typed: string, completed: string])[] = [
  ["--bud", "--budget"],
  ["--budget m", "--budget medium"],
  ["--task coding,mo", "--task coding,moderation"],
  ["--task=sum", "--task=summarization"],
  ["--needs vision,structured", "--needs vision,structured-outputs"],
  ["compare --traits mod", "compare --traits modalities"],
  ["--min-benchmark gpq", "--min-benchmark gpqa="],
  ["-b low compar", "-b low compare"],
  ["check pick", "check pick-model.lock.json"],
  ["batch que", "batch questions.ndjson"],
  ["catalog val", "catalog validate"],
  ["help expl", "help explain"],
  ["-u support", "-u support-chatbot"],
];

/** A folder with a lock and a file, and a program in it that completes as ours does and else says what it was given. */
async function place() {
  const cwd = await temporaryFolder({ "pick-model.lock.json": "{}", "questions.ndjson": "" });
  const bin = path.join(cwd, "bin");
  await mkdir(bin);
  const program = path.join(bin, "pick-model");
  await writeFile(
    program,
    `#!/bin/sh\nif [ "$1" = __complete ]; then exec node '${PROGRAM}' "$@"; fi\necho "<$*>"\n`,
  );
  await chmod(program, 0o755);
  return { cwd, env: { PATH: `${bin}${path.delimiter}${process.env["PATH"]}`, ZDOTDIR: cwd } };
}

function isInstalled(shell: string): boolean {
  return spawnSync(shell, ["--version"]).error === undefined;
}

test.skipIf(!isInstalled("fish"))("fish offers what completes each line", async () => {
  const { cwd, env } = await place();
  const { stdout: script } = await spawned(PROGRAM, ["completion", "fish"]);
  await writeFile(path.join(cwd, "completion.fish"), script);
  for (const [typed, completed] of TYPED) {
    const ask = `source completion.fish; complete -C 'pick-model ${typed}'`;
    const { stdout } = await spawned("fish", ["-c", ask], { cwd, env: { ...env, HOME: cwd } });
    expect(stdout.trimEnd().split("\t")[0]).toBe(completed.split(" ").at(-1));
  }
});

const INTERACTIVE: Record<string, { file: string; setup: string; argv: string[] }> = {
  bash: {
    file: "rc",
    setup: "PS1='READY> '\nbind 'set enable-bracketed-paste off'\n",
    argv: ["bash", "--noprofile", "--rcfile", "rc", "-i"],
  },
  zsh: {
    file: ".zshrc",
    setup: "unsetopt beep; PS1='READY> '\n",
    argv: ["zsh", "-i"],
  },
};

test.each(Object.keys(INTERACTIVE).filter(isInstalled))("%s completes each line", async (shell) => {
  const { cwd, env } = await place();
  const { file = "", setup = "", argv = [] } = INTERACTIVE[shell] ?? {};
  const { stdout: script } = await spawned(PROGRAM, ["completion", shell]);
  await writeFile(path.join(cwd, "completion.sh"), script);
  const before = shell === "zsh" ? "autoload -U compinit; compinit -u -D\n" : "";
  await writeFile(path.join(cwd, file), `${before}source ./completion.sh\n${setup}`);
  const lines = TYPED.map(([typed]) => `pick-model ${typed}\t\r`);
  const steps = [...lines, "exit\r"].map((keys, at): Step => [
    at === 0 ? "READY> " : ">\r\n",
    keys,
  ]);
  const { shown } = await inTerminal(argv, { cwd, env, steps, columns: 200 });
  const given = [...shown.matchAll(/^<(.*?) ?>\r$/gm)].map(([, line]) => line);
  expect(given).toEqual(TYPED.map(([, completed]) => completed));
});
