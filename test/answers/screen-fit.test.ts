/** Every screen holds: lines at 80 columns, width at any, and the same words with and without colour. */
import { readdirSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { displayWidth } from "../../src/format/text.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

const PRESETS = readdirSync("data/use-cases").map((file) => file.replace(/\.yaml$/, ""));
const TASKS = (parse(readFileSync("data/tasks.yaml", "utf8")) as { tasks: { id: string }[] }).tasks;
const FIVE = "gpt-4o-2024-05-13,gpt-4o-2024-08-06,gpt-4o-2024-11-20,gpt-4o-mini,gpt-6-luna";
/** The exact figures say as much as the sampled ones, and take no time. */
const EXACT = ["--draws", "0"];
const QUESTIONS = [
  ...PRESETS.map((id) => ["-u", id]),
  ...TASKS.map(({ id }) => ["-t", id]),
  [],
  ["-b", "low", "-l", "realtime"],
  ["-b", "20"],
  ["-t", "documents", "--until", "2028-12-31", "--needs", "structured-outputs"],
  ["--context", "200k", "--needs", "audio-input"],
  ["--as-of", "2028-01-01"],
  ["--include-successors"],
  ["--include-successors", "-t", "agents", "--until", "2028-01-01", "-q", "critical"],
  ["--as-of", "2027-02-01", "-t", "coding", "-b", "low"],
  ["--only", "gpt-4o,gpt-4o-mini,gpt-6-luna", "-b", "low"],
  ["--only", FIVE],
  // Nobody of three and of five.
  ["--include-successors", "--max-cost", "1", "--requests", "1M"],
  ["--only", FIVE, "--context", "20M"],
].map((argv) => [...argv, ...EXACT]);

/** Lines at most on a terminal of 80 columns. */
const COMMANDS: { words: string[]; lines: number }[] = [
  { words: [], lines: 22 },
  { words: ["explain"], lines: 40 },
];
const WIDTHS = [40, 80, 100, 200];

// oxlint-disable-next-line no-control-regex
const COLOURS = /\u001B\[\d+m/g;

async function screenOf(argv: string[], columns: number, env = {}): Promise<string> {
  const { stdout, stderr } = await runCli(argv, { columns, env });
  expect(stderr).toBe("");
  return stdout;
}

/** A word that has no place to break, such as an address, may stick out. */
function isTooWide(line: string, columns: number): boolean {
  return displayWidth(line) > columns && line.trim().split(/ +/).length > 2;
}

/** Lines too wide, screens too long, and screens that colour changes. */
async function misfitsOf(argv: string[], lines: number): Promise<string[]> {
  const misfits: string[] = [];
  for (const columns of WIDTHS) {
    const screen = await screenOf(argv, columns);
    const printed = screen.trimEnd().split("\n");
    misfits.push(...printed.filter((line) => isTooWide(line, columns)));
    if (columns === 80 && printed.length > lines) misfits.push(...printed);
    const coloured = await screenOf(argv, columns, { FORCE_COLOR: "1" });
    if (coloured.replaceAll(COLOURS, "") !== screen) misfits.push(coloured);
  }
  return misfits;
}

describe.each(COMMANDS)("$words", ({ words, lines }) => {
  test.each(QUESTIONS)("%s %s %s %s", async (...question: string[]) => {
    expect(await misfitsOf([...words, ...question], lines)).toEqual([]);
  });
});

/** Command and prompt take two of them. */
const LOW = { columns: 40, rows: 20, isTty: true };

test.each(QUESTIONS)(
  "the first line stays in sight at 40x20: %s %s %s %s",
  async (...question: string[]) => {
    const { stdout } = await runCli([...question, "--no-color"], LOW);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.filter((line) => isTooWide(line, 40))).toEqual([]);
    expect(lines.length).toBeLessThanOrEqual(18);
    expect(lines[0]).toMatch(/^ {2}(?:GPT-|No model )/);
    expect(stdout).toMatch(
      /\n {2}(?:\d+ notes? more: (?:pick-model explain|--format)|More, same options: )/,
    );
    // What it costs, or what to change for an answer.
    expect(stdout).toMatch(/\$[\d.,]+|\n {4}(?:--until|keep|all of)/);
  },
);

test("a higher terminal is told all there is", async () => {
  const argv = ["-t", "coding", "-b", "low", ...EXACT, "--no-color"];
  const usual = await runCli(argv, { columns: 80, rows: 24, isTty: true });
  const high = await runCli(argv, { columns: 80, rows: 50, isTty: true });
  expect(usual.stdout).toMatch(/\n {2}\d notes? more: pick-model explain/);
  expect(usual.stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(22);
  expect(high.stdout).toContain("More, same options: pick-model explain");
});

test.each([
  { argv: ["compare"], lines: 24 },
  { argv: ["compare", "-t", "coding", "-b", "low"], lines: 24 },
  { argv: ["compare", "gpt-4o", "gpt-4o-mini", "gpt-6-luna"], lines: 24 },
  { argv: ["compare", "gpt-4o-mini", "-u", "agent"], lines: 24 },
  { argv: ["explain", "gpt-4o", "-b", "low", ...EXACT], lines: 40 },
  { argv: ["explain", "gpt-6-luna", "-t", "vision", ...EXACT], lines: 40 },
])("$argv", async ({ argv, lines }) => {
  expect(await misfitsOf(argv, lines)).toEqual([]);
});

test.each([
  { name: "compare-overview", argv: ["compare"] },
  { name: "compare-overview-stated", argv: ["compare", "gpt-4o-mini", "gpt-6-luna", "-b", "low"] },
  { name: "explain-overview", argv: ["explain", "-b", "low", "-l", "realtime"] },
  { name: "explain-overview-behind", argv: ["explain", "gpt-4o", "--requests", "200"] },
  {
    name: "explain-overview-unconfirmed",
    argv: ["explain", "gpt-6-luna", "--until", "2028-01-01"],
  },
])("$name", async ({ name, argv }) => {
  await expect(await screenOf(argv, 80)).toMatchFileSnapshot(`golden/${name}.txt`);
});

/** Lines at most of a check of many locks, and of a bill, on a terminal of 80 columns and 24 lines. */
const CHECK_LINES = 24;

function service(number: number): string {
  return `services/svc${String(number).padStart(2, "0")}`;
}

/** Forty services with a lock each, made from one: only what a test changes differs. */
async function fortyLocks(change: (lock: string, number: number) => string): Promise<string> {
  const requirements = "budget: low\ntask: chat\n";
  const first = await temporaryFolder({ "model.yaml": requirements });
  await runCli(["lock", "-r", "model.yaml", ...EXACT], { cwd: first });
  const lock = await readFile(path.join(first, "pick-model.lock.json"), "utf8");
  const numbers = Array.from({ length: 40 }, (_, place) => place + 1);
  return temporaryFolder(
    Object.fromEntries(
      numbers.flatMap((number) => [
        [`${service(number)}/model.yaml`, requirements],
        [`${service(number)}/pick-model.lock.json`, change(lock, number)],
      ]),
    ),
  );
}

test.each([
  {
    name: "all hold",
    change: (lock: string) => lock,
    says: "40 locks hold",
  },
  {
    name: "two reasons",
    change: (lock: string, number: number) => (number === 2 ? "{" : number === 10 ? "[]" : lock),
    says: "40 locks: 38 hold, 2 CANNOT BE READ",
  },
  {
    name: "one reason of forty",
    change: () => "{",
    says: "40 locks: 40 CANNOT BE READ",
  },
  {
    name: "forty reasons",
    change: (_lock: string, number: number) => `{"field${number}": 1}`,
    says: "40 locks: 40 CANNOT BE READ",
  },
])("check of 40 locks, $name", async ({ change, says }) => {
  const cwd = await fortyLocks(change);
  for (const columns of [80, 100, 200]) {
    const { stdout } = await runCli(["check", "services", ...EXACT], { cwd, columns });
    const lines = stdout.trimEnd().split("\n");
    expect(stdout).toContain(says);
    expect(lines.filter((line) => isTooWide(line, columns) && lines.length > 1)).toEqual([]);
    expect(lines.length).toBeLessThanOrEqual(CHECK_LINES);
    expect(lines[0]).toContain("40 locks");
  }
  const { stdout: whole } = await runCli(["check", "services", "--all", ...EXACT], { cwd });
  for (const number of [1, 17, 40]) expect(whole).toContain(path.basename(service(number)));
});

test("check of 40 locks that fail for forty reasons", async () => {
  const cwd = await fortyLocks((lock) => lock);
  await Promise.all(
    Array.from({ length: 40 }, (_, place) =>
      writeFile(
        path.join(cwd, service(place + 1), "model.yaml"),
        `quality: critical\nbudget: unlimited\nworkload: { requestsPerMonth: ${(place + 1) * 1000} }\n`,
      ),
    ),
  );
  const { stdout, code } = await runCli(["check", "services", ...EXACT], { cwd, columns: 80 });
  expect(code).toBe(1);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(CHECK_LINES);
  expect(lines[0]).toBe("  40 locks: 40 FAIL");
  const left = Number(
    /(\d+) lines? more: pick-model check --all$/.exec(stdout.trimEnd())?.[1] ?? 0,
  );
  expect(left).toBeGreaterThan(0);
});

const TUNED = "--fine-tuned --cached-tokens 500 --training-tokens 2M --epochs 3".split(" ");
const ERRORS = "--error-cost 0.2 --success gpt-4o=0.91 --success gpt-4o-mini=86%".split(" ");

test.each([
  { argv: ["cost"], lines: 16 },
  { argv: ["cost", "-u", "support-chatbot"], lines: 16 },
  { argv: ["cost", "-u", "support-chatbot", "-b", "50"], lines: 16 },
  { argv: ["cost", "-b", "50"], lines: 16 },
  { argv: ["cost", "--usage-tier", "1"], lines: 16 },
  { argv: ["cost", ...TUNED], lines: 18 },
  { argv: ["cost", "--web-searches", "1", "--file-searches", "0.5"], lines: 16 },
  { argv: ["cost", "gpt-5.1", "gpt-6-luna"], lines: 16 },
  { argv: ["cost", "gpt-4o", "gpt-4o-mini", "gpt-6-luna"], lines: 16 },
  { argv: ["cost", ...FIVE.split(",")], lines: 16 },
  { argv: ["cost", "--as-of", "2027-02-01"], lines: 16 },
  { argv: ["cost", "--include-successors"], lines: 16 },
  // A table that an option asks for comes on top: five lines of two models, six of three.
  { argv: ["cost", "--compare-tiers"], lines: 21 },
  { argv: ["cost", "gpt-4o", "gpt-4o-mini", "gpt-6-luna", "--compare-tiers"], lines: 22 },
  { argv: ["cost", ...ERRORS], lines: 21 },
  { argv: ["cost", "--requests", "200/day", "--task", "coding"], lines: 16 },
  { argv: ["cost", "--image", "1024x1024", "--requests", "20k"], lines: 18 },
  { argv: ["cost", "-u", "document-extraction"], lines: 18 },
  { argv: ["cost", "--image", "1024x1024", "--until", "2028-01-01", "-b", "5"], lines: 18 },
])("$argv takes $lines lines at most", async ({ argv, lines }) => {
  expect(await misfitsOf(argv, lines)).toEqual([]);
});
