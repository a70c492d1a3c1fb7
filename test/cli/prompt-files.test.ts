/** Prompts and answers in files: their tokens counted, never their text shown. */
import { readFile, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countTextTokens } from "../../src/cli/prompt-tokens.ts";
import { FORMAT_IDS } from "../../src/format/index.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { COMPLAINT } from "../support/complaint.ts";
import { runCli } from "../support/run.ts";

const SECRET = "planted-secret-7f3a";
/** Counted by OpenAI with o200k_base: https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken */
const PUBLISHED = [
  ["antidisestablishmentarianism", 6],
  ["2 + 2 = 4", 7],
  ["お誕生日おめでとう", 8],
] as const;
const [SIX, SEVEN, EIGHT] = PUBLISHED.map(([text]) => text);

/** The tokens that a command line comes to. */
async function asked(argv: readonly string[], options: Parameters<typeof runCli>[1]) {
  const { code, stdout, stderr } = await runCli([...argv, "--json"], options);
  expect(code).toBe(0);
  const { requirements } = JSON.parse(stdout) as {
    requirements: { workload: { inputTokens: unknown; outputTokens: unknown } };
  };
  const { inputTokens, outputTokens } = requirements.workload;
  return { inputTokens, outputTokens, stderr };
}

test.each(PUBLISHED)("%s has %i tokens", async (text, tokens) => {
  expect(await countTextTokens(text)).toBe(tokens);
});

test("markers of the encoding in a prompt are words like any other", async () => {
  expect(await countTextTokens("<|endoftext|>")).toBeGreaterThan(1);
});

describe("rows of letters without an end", () => {
  test("of ordinary length are counted exactly: a piece is a piece wherever the text is cut", async () => {
    // 399 letters and a space: as many times the tokens of one.
    const row = `${"ab".repeat(199)}c `;
    const [one, ten] = [await countTextTokens(row), await countTextTokens(row.repeat(10))];
    expect(ten).toBe(10 * one);
  });

  test.each(["a", "日", " ", "-", "\r\n", "é", "🙂"])(
    "of %j a million times take no time to speak of, and about as many tokens as in parts",
    async (letter) => {
      const times = 1_000_000;
      const tokens = await countTextTokens(letter.repeat(times));
      const part = await countTextTokens(letter.repeat(4_000));
      expect(tokens / (part * (times / 4_000))).toBeCloseTo(1, 2);
    },
  );

  test("no text of any kind breaks the counter, and more text never has fewer tokens", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.nat(900), async (text, repeats) => {
        const tokens = await countTextTokens(text.repeat(repeats));
        expect(tokens).toBeLessThanOrEqual(Buffer.byteLength(text) * repeats);
        expect(tokens > 0).toBe(text.length * repeats > 0);
      }),
      { numRuns: 50 },
    );
  });
});

describe("files", () => {
  const files = { "system.txt": SIX ?? "", "prompt.txt": SEVEN ?? "", "answer.txt": EIGHT ?? "" };

  test("of a prompt and an answer stand for their tokens, and are named", async () => {
    const cwd = await temporaryFolder(files);
    const argv = ["--prompt-file", "prompt.txt", "--answer-file", "answer.txt"];
    expect(await asked(argv, { cwd })).toEqual({
      inputTokens: 7,
      outputTokens: 8,
      stderr:
        "note: 7 tokens in, counted in prompt.txt; 8 tokens out, counted in answer.txt: text alone, without what a message adds\n",
    });
  });

  test("of the instructions are added to the prompt", async () => {
    const cwd = await temporaryFolder(files);
    const argv = ["--system-file", "system.txt", "--prompt-file", "prompt.txt"];
    expect(await asked(argv, { cwd })).toMatchObject({
      inputTokens: 6 + 7,
      stderr:
        "note: 13 tokens in, counted in system.txt and prompt.txt: text alone, without what a message adds\n",
    });
    expect(await asked(argv.slice(0, 2), { cwd })).toMatchObject({ inputTokens: 6 });
  });

  test("of several prompts stand for their mean, the longest for the limits", async () => {
    const cwd = await temporaryFolder({ ...files, "long.txt": `${SIX} `.repeat(40).trim() });
    const long = await countTextTokens(`${SIX} `.repeat(40).trim());
    const argv = ["--system-file", "system.txt", "--prompt-file", "prompt.txt"];
    expect(await asked([...argv, "--prompt-file", "long.txt"], { cwd })).toMatchObject({
      inputTokens: { mean: 6 + (7 + long) / 2, max: 6 + long },
    });
  });

  test("in UTF-16 with its mark say the same, and - is stdin", async () => {
    const cwd = await temporaryFolder();
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(EIGHT ?? "", "utf16le")]);
    await writeFile(path.join(cwd, "utf16.txt"), marked);
    expect(await asked(["--prompt-file", "utf16.txt"], { cwd })).toMatchObject({ inputTokens: 8 });
    const stdin = Buffer.from(`\uFEFF${EIGHT}`);
    expect(await asked(["--prompt-file", "-"], { cwd, stdin })).toEqual({
      inputTokens: 8,
      outputTokens: expect.any(Number),
      stderr: "note: 8 tokens in, counted in stdin: text alone, without what a message adds\n",
    });
  });

  test("are asked like the numbers they hold: the same bytes but for the note", async () => {
    const cwd = await temporaryFolder(files);
    for (const command of [[], ["cost"], ["compare"], ["explain", "gpt-4o"]]) {
      const counted = await runCli([...command, "--prompt-file", "prompt.txt"], { cwd });
      const stated = await runCli([...command, "--input-tokens", "7"], { cwd });
      const origin = (text: string) =>
        text.replaceAll("--prompt-file prompt.txt", "--input-tokens 7");
      expect(origin(counted.stdout).replaceAll(/\s+/g, " ")).toBe(
        stated.stdout.replaceAll(/\s+/g, " "),
      );
      expect(counted.stderr.startsWith("note: 7 tokens in, counted in prompt.txt")).toBe(true);
    }
  });

  test("say nothing beside an answer that is to be quiet", async () => {
    const cwd = await temporaryFolder(files);
    const outcome = await runCli(["--prompt-file", "prompt.txt", "--quiet"], { cwd });
    expect(outcome).toEqual({ code: 0, stdout: "gpt-4o\n", stderr: "" });
  });
});

test("whatever is no text, or says a thing twice, is refused in two lines that name it", async () => {
  const cwd = await temporaryFolder({
    "prompt.txt": "a prompt",
    "empty.txt": "",
    "blank.txt": " \n\t\n",
  });
  const write = (name: string, bytes: Uint8Array) => writeFile(path.join(cwd, name), bytes);
  await write("binary.bin", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00]));
  await write("zeros.txt", Buffer.from(SECRET, "utf16le"));
  await write("huge.txt", Buffer.from(SECRET));
  await truncate(path.join(cwd, "huge.txt"), 20_000_001);
  const lines = [
    "--prompt-file nowhere.txt",
    "--system-file .",
    "--prompt-file empty.txt",
    "--answer-file blank.txt",
    "--prompt-file binary.bin",
    "--prompt-file zeros.txt",
    "--prompt-file huge.txt",
    "--prompt-file=",
    "--prompt-file -",
    "--prompt-file - --answer-file -",
    "--prompt-file - -r -",
    "--prompt-file prompt.txt --input-tokens 800",
    "--input-tokens 800 --system-file prompt.txt",
    "--answer-file prompt.txt --output-tokens 80",
    "--system-file prompt.txt --system-file prompt.txt",
    "--prompt-file prompt.txt --cached-tokens 500",
  ];
  const shown: string[] = [];
  for (const line of lines) {
    const { code, stdout, stderr } = await runCli(line.split(" "), { cwd });
    expect({ line, code, stdout }).toEqual({ line, code: 2, stdout: "" });
    const errors = stderr.replace(/^note: [^\n]+\n/, "");
    expect(errors).toMatch(COMPLAINT);
    expect(stderr).not.toContain(SECRET);
    shown.push(`$ pick-model ${line}\n${errors}`);
  }
  await expect(shown.join("\n")).toMatchFileSnapshot("golden/prompt-files.txt");
});

test("no text of a prompt or an answer leaves its file, in any format, lock or page", async () => {
  const cwd = await temporaryFolder({
    "prompt.txt": `You are ${SECRET}. {"api_key": "sk-${SECRET}"}`,
    "answer.txt": `${SECRET}@example.com`,
  });
  const files = ["--prompt-file", "prompt.txt", "--answer-file", "answer.txt"];
  const answered: string[] = [];
  for (const format of FORMAT_IDS) {
    const { code, stdout, stderr } = await runCli([...files, "-f", format], { cwd });
    if (code === 0 && stdout.length > 0) answered.push(format);
    expect(`${stdout}${stderr}`).not.toContain(SECRET);
  }
  // The others are formats of a check, and of days.
  expect(FORMAT_IDS.filter((format) => !answered.includes(format))).toEqual([
    "github",
    "junit",
    "ics",
  ]);
  const locked = await runCli(["lock", ...files, "-o", "service.lock.json"], { cwd });
  expect(locked.code).toBe(0);
  expect(await readFile(path.join(cwd, "service.lock.json"), "utf8")).not.toContain(SECRET);
});

test("a row of letters of any script may be as long as a file", async () => {
  const few = await countTextTokens("模".repeat(400));
  expect(await countTextTokens("模".repeat(400 * 15_000))).toBe(few * 15_000);
});
