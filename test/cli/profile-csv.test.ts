/** `profile` of CSV files: the columns the user names, whatever way spreadsheets and databases write them. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { profile as profileSchema, type Profile } from "../../src/answers/profile/schema.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { COMPLAINT } from "../support/complaint.ts";
import { runCli } from "../support/run.ts";

const SECRET = "planted-secret-7f3a";
const COLUMNS = "input=in,output=out,cached=cached,time=at,model=model";
const ROWS = [
  ["at", "model", "in", "cached", "out"],
  ["2026-11-01T00:00:00Z", "gpt-4o-mini", "1000", "0", "100"],
  ["2026-11-06T00:00:00Z", "gpt-4o-mini", "2000", "1024", "300"],
  ["2026-11-11T00:00:00Z", "gpt-4o-mini", "3000", "1024", "200"],
];

const plain = (rows: readonly (readonly string[])[], delimiter = ",", end = "\n") =>
  `${rows.map((row) => row.join(delimiter)).join(end)}${end}`;

async function fileOf(content: string | Uint8Array): Promise<string> {
  const file = path.join(await temporaryFolder(), "usage.csv");
  await writeFile(file, content);
  return file;
}

async function profiled(content: string | Uint8Array, ...line: string[]): Promise<Profile> {
  const argv = line.some((word) => word.startsWith("input="))
    ? line
    : ["--columns", COLUMNS, ...line];
  const outcome = await runCli(["profile", await fileOf(content), ...argv, "--json"]);
  expect(outcome).toMatchObject({ code: 0, stderr: "" });
  return profileSchema.parse(JSON.parse(outcome.stdout));
}

/** What the three rows come to: 3 requests in 10 days, and the means of 6,000, 2,048 and 600 tokens. */
const EXPECTED = {
  days: 10,
  requests: 3,
  requestsPerMonth: 9,
  inputTokens: 2000,
  cachedInputTokens: 2048 / 3,
  outputTokens: 200,
};

async function readAs(content: string | Uint8Array, ...line: string[]) {
  const { groups, days } = await profiled(content, ...line);
  const [only] = groups;
  expect(groups).toHaveLength(1);
  return Object.fromEntries(
    Object.keys(EXPECTED).map((name) => [name, { days, ...only }[name as keyof typeof only]]),
  );
}

describe("the same rows come to the same", () => {
  const quotedRows = ROWS.map((row) => row.map((cell) => `"${cell}"`));
  const grouped = (mark: string) =>
    ROWS.map((row, index) =>
      row.map((cell, place) =>
        index > 0 && place >= 2 && cell.length > 3 ? `"${cell[0]}${mark}${cell.slice(1)}"` : cell,
      ),
    );
  const withText = (text: string) =>
    ROWS.map((row, index) => [index === 0 ? "prompt" : `"${text}"`, ...row]);
  const utf16 = Buffer.from(`\uFEFF${plain(ROWS, "\t")}`, "utf16le");

  it.each<[string, string | Uint8Array]>([
    ["as they are", plain(ROWS)],
    ["without a last line break", plain(ROWS).trimEnd()],
    ["with a byte order mark", `\uFEFF${plain(ROWS)}`],
    ["with Windows' line breaks", plain(ROWS, ",", "\r\n")],
    ["with old line breaks", plain(ROWS, ",", "\r")],
    ["divided by semicolons", plain(ROWS, ";")],
    ["divided by tabs", plain(ROWS, "\t")],
    ["divided by bars", plain(ROWS, "|")],
    ["in UTF-16, as spreadsheets write text", utf16],
    ["in quotes", plain(quotedRows)],
    ["beside a text with commas, quotes and line breaks", plain(withText('a, ""b"",\r\n3,4'))],
    ["with blank lines between", plain(ROWS, ",", "\n\n")],
    ["with spaces around cells", plain(ROWS, " , ")],
    ["with thousands in commas", plain(grouped(","))],
    ["with thousands in points beside semicolons", plain(grouped("."), ";")],
    ["with thousands in spaces", plain(grouped("\u00A0"))],
    ["with thousands in apostrophes", plain(grouped("'"))],
    [
      "as numbers with a point",
      plain(ROWS.map((row) => row.map((cell) => cell.replace(/^(\d+)$/, "$1.0")))),
    ],
    ["with more columns than named", plain(ROWS.map((row) => [...row, "more"]))],
    ["in another order", plain(ROWS.map((row) => row.toReversed()))],
  ])("%s", async (_what, content) => {
    expect(await readAs(content)).toEqual(EXPECTED);
  });

  it("with times as seconds and milliseconds since 1970, and without a zone", async () => {
    const at = (time: (iso: string) => string) =>
      plain(ROWS.map(([iso = "", ...rest], index) => [index === 0 ? iso : time(iso), ...rest]));
    expect(await readAs(at((iso) => String(Date.parse(iso) / 1000)))).toEqual(EXPECTED);
    expect(await readAs(at((iso) => String(Date.parse(iso))))).toEqual(EXPECTED);
    expect(await readAs(at((iso) => iso.replace("T", " ").replace("Z", "")))).toEqual(EXPECTED);
    expect(await readAs(at((iso) => iso.replace("T00", " 02").replace("Z", "+02:00")))).toEqual(
      EXPECTED,
    );
  });

  it("however the file is cut into chunks", async () => {
    const bytes = Buffer.from(`\uFEFF${plain(withText('ünï ""x""'), ",", "\r\n")}`);
    const size = fc.integer({ min: 1, max: bytes.length });
    await fc.assert(
      fc.asyncProperty(size, async (each) => {
        const { counted } = await inChunks(bytes, each);
        expect(counted).toEqual({ requests: 3, textInput: 6000, output: 600 });
      }),
      { numRuns: 30 },
    );
  });
});

async function inChunks(bytes: Uint8Array, size: number) {
  const { readCsv, readCsvColumns } = await import("../../src/cli/profile/read-csv.ts");
  const { usageCounter } = await import("../../src/profile/usage.ts");
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const counter = usageCounter("none");
  await readCsv({ name: "usage.csv", chunks: chunks() }, readCsvColumns([COLUMNS]), counter);
  const { requests, textInput, output } = counter.result().totals;
  return { counted: { requests, textInput, output } };
}

test("rows that count requests are buckets, their tokens totals; a day alone is a whole day", async () => {
  const rows = [
    ["day", "service", "calls", "tokens in", "tokens out"],
    ["2026-11-01", "search", "100", "80000", "10000"],
    ["2026-11-01", "search", "50", "40000", "5000"],
    ["2026-11-02", "search", "150", "120000", "15000"],
    ["2026-11-02", "support", "10", "9000", "1000"],
  ];
  const columns = "input=tokens in,output=tokens out,requests=calls,time=day,project=service";
  const { groups, days } = await profiled(plain(rows), "--columns", columns);
  expect(days).toBe(2);
  expect(groups.map((each) => [each.group, each.requestsPerMonth, each.inputTokens])).toEqual([
    ["search", 4500, 800],
    ["support", 150, 900],
  ]);
  // A day has no minute.
  expect(groups.map((each) => each.peakRequestsPerMinute)).toEqual([null, null]);
});

test("the requirements it writes cost what its table says", async () => {
  const file = await fileOf(plain(ROWS));
  const folder = path.join(path.dirname(file), "services");
  const argv = ["profile", file, "--columns", COLUMNS];
  expect((await runCli([...argv, "-o", folder])).code).toBe(0);
  const { groups } = await profiled(plain(ROWS));
  const [name = ""] = await readdir(folder);
  const { stdout } = await runCli(["cost", "-r", path.join(folder, name), "--json"]);
  const { bills } = JSON.parse(stdout) as { bills: { model: string; usdPerMonth: number }[] };
  expect(bills.map(({ model, usdPerMonth }) => [model, usdPerMonth])).toEqual(
    groups[0]?.costs.map(({ model, usdPerMonth }) => [model, usdPerMonth]),
  );
});

test("headers with commas and signs of equality, and columns named one by one", async () => {
  const rows = [
    ['"in, all"', "a=b"],
    ["10", "5"],
  ];
  const named = await profiled(
    plain(rows),
    "--columns",
    "input=in, all",
    "--columns",
    "output=a=b",
    "--assume-days",
    "1",
  );
  expect(named.totals).toMatchObject({ requests: 1, textInput: 10, output: 5 });
  const once = await profiled(
    plain(rows),
    "--columns",
    "input=in, all,output=a=b",
    "--assume-days",
    "1",
  );
  expect(once).toEqual(named);
});

test("a file named twice, and buckets in two files, would count twice", async () => {
  const rows = [
    ["day", "calls", "in", "out"],
    ["2026-11-01", "10", "1000", "100"],
    ["2026-11-02", "10", "1000", "100"],
  ];
  const columns = ["--columns", "input=in,output=out,requests=calls,time=day"];
  const [one, other] = [await fileOf(plain(rows)), await fileOf(plain(rows.slice(0, 2)))];
  const twice = await runCli(["profile", one, one, ...columns]);
  expect({ code: twice.code, stdout: twice.stdout }).toEqual({ code: 2, stdout: "" });
  expect(twice.stderr).toContain("is named twice");
  const overlap = await runCli(["profile", one, other, ...columns]);
  expect({ code: overlap.code, stdout: overlap.stdout }).toEqual({ code: 2, stdout: "" });
  expect(overlap.stderr.replaceAll(/\s+/g, " ")).toContain(
    `${one} and ${other} overlap: both have the same bucket of the same group`,
  );
});

test("rows without figures are counted and said, with the place of the first", async () => {
  const rows = [
    ...ROWS,
    ["2026-11-11T00:00:00Z", "gpt-4o-mini", "NaN", "0", "100"],
    ["2026-11-11T00:00:00Z", "gpt-4o-mini", "1.5", "0", "100"],
    ["yesterday", "gpt-4o-mini", "1", "0", "100"],
    ["2026-11-11T00:00:00Z", "gpt-4o-mini", "1.000", "0", "100"],
    ["2026-11-11T00:00:00Z", "gpt-4o-mini", "1e400", "0", "100"],
    ["2026-11-11T00:00:00Z", "gpt-4o-mini", "", "0", "100"],
    ["cut"],
  ];
  const { notes } = await profiled(plain(rows));
  expect(notes[0]).toMatch(
    /^left out: 5 records that could not be read \(first: .*usage\.csv, line 5, input: no whole number\); 2 records without usage$/,
  );
  const file = await fileOf(plain(rows));
  const strict = await runCli(["profile", file, "--columns", COLUMNS, "--strict"]);
  expect(strict).toMatchObject({ code: 2, stdout: "" });
});

test("what is not to be read is refused in two lines with its place", async () => {
  const header = ROWS[0] ?? [];
  const good = plain(ROWS);
  const cases: [string, string | Uint8Array, string[]][] = [
    ["a mistyped column", good, ["--columns", "input=inn,output=out"]],
    ["a column that is not there", good, ["--columns", "input=prompt_tokens,output=out"]],
    ["a name for no column", good, ["--columns", "inputs=in,output=out"]],
    ["no output", good, ["--columns", "input=in"]],
    ["no header named", good, ["--columns", "input=in,output="]],
    ["a column twice", good, ["--columns", "input=in,input=cached,output=out"]],
    ["two columns of a name", plain([[...header, "in"]]), ["--columns", COLUMNS]],
    ["no columns named", good, ["--input-format", "csv"]],
    ["columns of no CSV", good, ["--input-format", "otel", "--columns", COLUMNS]],
    ["no word of columns", good, []],
    ["a negative count", good.replace("3000", "-3000"), ["--columns", COLUMNS]],
    [
      "more cached than sent",
      good.replace("1000", "10").replace(",0,", ",11,"),
      ["--columns", COLUMNS],
    ],
    ["a quote that stays open", `${good}"2026`, ["--columns", COLUMNS]],
    ["a quote inside a cell", good.replace("2000", `2${SECRET}"0"`), ["--columns", COLUMNS]],
    ["no header", plain(ROWS.slice(1)), ["--columns", COLUMNS]],
    ["nothing", "", ["--columns", COLUMNS]],
    ["a header alone", plain([header]), ["--columns", COLUMNS]],
    ["bytes that are no text", Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), ["--columns", COLUMNS]],
    ["no times", plain(ROWS), ["--columns", "input=in,output=out"]],
    ["no project to group by", good, ["--columns", COLUMNS, "--by", "project"]],
  ];
  const shown: string[] = [];
  for (const [what, content, argv] of cases) {
    const file = await fileOf(content);
    const { code, stdout, stderr } = await runCli(["profile", file, ...argv]);
    expect({ what, code, stdout }).toEqual({ what, code: 2, stdout: "" });
    expect(stderr).toMatch(COMPLAINT);
    expect(stderr).not.toContain(SECRET);
    shown.push(`# ${what}\n${stderr.replaceAll(path.dirname(file), "FOLDER")}`);
  }
  await expect(shown.join("\n")).toMatchFileSnapshot("golden/profile-csv.txt");
});

test("no cell but names of models, projects and tags leaves the file, and of a key its end", async () => {
  const rows = [
    ["prompt", "user", "key", "project", "in", "out"],
    [SECRET, `${SECRET}@example.com`, `sk-${SECRET}-wxyz`, `${SECRET}@example.com`, "10", "5"],
  ];
  const file = await fileOf(plain(rows));
  for (const by of ["project", "api-key", "none"]) {
    const folder = path.join(path.dirname(file), by);
    const columns = "input=in,output=out,key=key,project=project";
    const argv = ["profile", file, "--columns", columns, "--by", by, "--assume-days", "1"];
    const { code, stdout, stderr } = await runCli([...argv, "-o", folder]);
    expect(code).toBe(0);
    const names = await readdir(folder);
    const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
    for (const text of [stdout, stderr, ...names, ...texts]) expect(text).not.toContain(SECRET);
  }
});
