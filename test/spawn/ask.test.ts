/** `pick-model ask` in a real terminal: questions on stderr, the answer on stdout, and the line that asks the same. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { BUILT, spawned } from "../support/spawn.ts";
import { inTerminal, type Step } from "../support/terminal.ts";

const PROGRAM = path.join(BUILT, "bin.cjs");

const DAY = "2026-11-22";
const WORK: readonly Step[] = [
  ["What kind of work?", "cha"],
  ["1 match", "\r"],
  ["How many requests?", "200/day\r"],
  ["What may it cost", "lots"],
  ["lots", "\r"],
  ["is not a budget", "\u007F\u007F\u007F\u007F20\r"],
  ["How good must", "\r"],
];

test("five questions, the answer, and a command line that gives the same one", async () => {
  const cwd = await temporaryFolder();
  const stdout = path.join(cwd, "answer.txt");
  const { shown, code } = await inTerminal(
    ["node", PROGRAM, "ask", "--as-of", DAY, "--save", "asked.yaml", "--json"],
    { cwd, stdout, steps: [...WORK, ["Until when", "\r"]] },
  );
  expect(code).toBe(0);
  const line = "--task chat --requests 200/day --budget 20 --quality standard";
  expect(shown.replaceAll(/\s+/g, " ")).toContain(`The same without questions: pick-model ${line}`);
  const answer = await readFile(stdout, "utf8");
  const typed = await spawned(PROGRAM, [...line.split(" "), "--as-of", DAY, "--json"]);
  const read = await spawned(PROGRAM, ["-r", "asked.yaml", "--as-of", DAY, "--json"], { cwd });
  const pick = (text: string) => (JSON.parse(text) as { ranking: unknown }).ranking;
  expect(pick(answer)).toEqual(pick(typed.stdout));
  expect(pick(answer)).toEqual(pick(read.stdout));
  expect(JSON.parse(answer)).toMatchObject({ requirements: { task: "chat", budget: 20 } });
});

test("a day beyond the shutdown is taken into the question", async () => {
  const { shown, code } = await inTerminal(["node", PROGRAM, "ask", "--as-of", DAY], {
    steps: [...WORK, ["Until when", "2027-06-30\r"]],
  });
  expect(code).toBe(1);
  expect(shown).toContain("No model");
  expect(shown.replaceAll(/\s+/g, " ")).toContain("--quality standard --until 2027-06-30");
});

test("Ctrl-C ends it with 130, and nothing on stdout", async () => {
  const stdout = path.join(await temporaryFolder(), "answer.txt");
  for (const before of [WORK.slice(0, 1), WORK.slice(0, 2)]) {
    const at = before.length === 1 ? "1 match" : "How many requests?";
    const { shown, code } = await inTerminal(["node", PROGRAM, "ask"], {
      stdout,
      steps: [...before, [at, "\u0003"]],
    });
    expect(code).toBe(130);
    expect(shown).toContain("note: stopped; nothing was answered.");
    expect(await readFile(stdout, "utf8")).toBe("");
  }
});

test("without a terminal it names the options, with exit 2", async () => {
  const line = "pick-model --task chat --requests 200/day --budget 20 --quality standard";
  expect(await spawned(PROGRAM, ["ask"])).toEqual({
    code: 2,
    stdout: "",
    stderr: `error: ask: needs a terminal to ask in\n  try: ${line}\n`,
  });
});
