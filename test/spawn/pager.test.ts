/** Long texts in a real terminal: shown page by page, whole where there is no pager, with the answer's own exit code. */
import { chmod, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { BUILT, spawned } from "../support/spawn.ts";
import { inTerminal, type TerminalOptions } from "../support/terminal.ts";

const PROGRAM = path.join(BUILT, "bin.cjs");
const DAY = ["--as-of", "2026-11-22"];
/** Stated, so that nothing is read from stdin. */
const ASKED = ["--budget", "low", ...DAY];
const FULL = ["explain", "--full", ...ASKED];
/** Nobody qualifies: exit 1. */
const NOBODY = [...FULL, "--until", "2028-12-31"];

/** Marks what went through it, and reads to the end. */
const MARKING = "sed 's/^/paged: /'";

function shownFor(argv: readonly string[], options: TerminalOptions = {}) {
  return inTerminal([process.execPath, PROGRAM, ...argv], options);
}

/** As a pipe gets it; a terminal ends its lines with a carriage return, and here shows no colour. */
async function plain(argv: readonly string[]): Promise<string> {
  const { stdout } = await spawned(PROGRAM, argv);
  return stdout.replaceAll("\n", "\r\n");
}

test.each([
  { argv: FULL, code: 0 },
  { argv: NOBODY, code: 1 },
  { argv: ["compare", "--traits", "all", ...ASKED], code: 0 },
  { argv: ["compare", "--evidence", ...ASKED], code: 0 },
  { argv: ["catalog", "show", "gpt-4o", ...DAY], code: 0 },
  { argv: ["--help"], code: 0 },
  { argv: ["help", "compare"], code: 0 },
])("$argv is read page by page, with exit $code", async ({ argv, code }) => {
  const env = { PICK_MODEL_PAGER: MARKING, PAGER: "false", NO_COLOR: "1" };
  const paged = await shownFor(argv, { env });
  const text = await plain(argv);
  expect(paged).toEqual({ code, shown: text.replaceAll(/[^\r\n]*\r\n/g, "paged: $&") });
  const whole = await shownFor([...argv, "--no-pager"], { env });
  expect(whole).toEqual({ code, shown: text });
});

test.each([
  { argv: ["compare", "--traits", "speed", ...ASKED] },
  { argv: ["explain", ...ASKED] },
  { argv: ["-h"] },
  { argv: ["catalog", "list", ...DAY] },
  { argv: [...FULL, "--json"] },
])("$argv is not", async ({ argv }) => {
  const env = { PICK_MODEL_PAGER: MARKING, NO_COLOR: "1" };
  expect((await shownFor(argv, { env, rows: 5 })).shown).not.toContain("paged: ");
});

test("what fits the terminal needs no pager", async () => {
  const env = { PAGER: MARKING };
  const argv = ["catalog", "validate", "--help"];
  const lines = (await plain(argv)).split("\n").length;
  expect((await shownFor(argv, { env, rows: lines - 1 })).shown).toContain("paged: ");
  expect((await shownFor(argv, { env, rows: lines })).shown).not.toContain("paged: ");
});

test("less shows the first page, and the exit code stays when it is left early", async () => {
  const { shown, code } = await shownFor(NOBODY, { steps: [["\n:", "q"]] });
  expect(code).toBe(1);
  expect(shown).toContain("\u001B[1m");
  expect(shown.split("\n").length).toBeLessThanOrEqual(24);
});

test("a pager that reads no further is no fault", async () => {
  const { shown, code } = await shownFor(FULL, { env: { PAGER: "head -n 1" } });
  expect(code).toBe(0);
  expect(shown.trimEnd().split("\n")).toHaveLength(1);
});

test("the whole text is printed where no pager is wanted, or none is there", async () => {
  const text = await plain(FULL);
  const NO_COLOR = "1";
  for (const PAGER of ["", "cat"]) {
    expect(await shownFor(FULL, { env: { PAGER, NO_COLOR } })).toEqual({ code: 0, shown: text });
  }
  const named = await shownFor(FULL, { env: { PAGER: "no-such-pager", NO_COLOR } });
  expect(named.shown).toContain("no-such-pager");
  expect(named.shown.endsWith(text)).toBe(true);
  const nowhere = ["env", "PATH=/nowhere", process.execPath, PROGRAM, ...FULL];
  const unset = await inTerminal(nowhere, { env: { NO_COLOR } });
  expect(unset).toEqual({ code: 0, shown: text });
});

test("what goes elsewhere, or comes with something piped in, is not paged", async () => {
  const env = { PAGER: MARKING, NO_COLOR: "1" };
  const stdout = path.join(await temporaryFolder(), "answer.txt");
  expect(await shownFor(FULL, { env, stdout })).toEqual({ code: 0, shown: "" });
  const text = await readFile(stdout, "utf8");
  expect(text).toBe((await plain(FULL)).replaceAll("\r\n", "\n"));
  const piped = `echo '{}' | '${process.execPath}' '${PROGRAM}' ${FULL.join(" ")}`;
  expect((await inTerminal(["sh", "-c", piped], { env })).shown).not.toContain("paged: ");
});

test("less makes links of sources; another pager, or an old less, gets their names alone", async () => {
  const linking = { VTE_VERSION: "7600" };
  const link = "\u001B]8;;https://";
  const PAGER = "less -FRX";
  const asked = ["compare", "--traits", "all", "--evidence", ...ASKED];
  const search = await shownFor(asked, {
    env: { ...linking, PAGER },
    steps: [
      ["\n:", "/openai-model-page\r"],
      ["openai-model-page", "q"],
    ],
  });
  expect(search.shown).toContain(link);
  const other = await shownFor(FULL, { env: { ...linking, PAGER: MARKING } });
  expect(other.shown).not.toContain(link);
  expect(other.shown).toContain("openai-model-page-mini");
  const old = await temporaryFolder();
  await writeFile(
    path.join(old, "less"),
    "#!/bin/sh\n[ \"$1\" = --version ] && echo 'less 551' || cat\n",
  );
  await chmod(path.join(old, "less"), 0o755);
  const before = await shownFor(FULL, {
    env: { ...linking, PATH: `${old}:${process.env["PATH"]}` },
  });
  expect(before.shown).not.toContain(link);
  expect(before.shown).toContain("openai-model-page-mini");
});
