/** Every command in every format: the form is what it says it is, and stderr stays silent. */
import { parse as parseYaml } from "yaml";
import { expect, test } from "vitest";
import type { COMMANDS } from "../../src/cli/commands/index.ts";
import { FORMAT_IDS, type FormatId } from "../../src/format/index.ts";
import { jsonSchemaText } from "../../src/answers/published.ts";
import { SCHEMA_NAMES } from "../../src/answers/published-names.ts";
import { openCatalog } from "../../src/catalog/index.ts";
import { runCli } from "../support/run.ts";

const LINES = {
  recommend: ["--budget", "low", "--latency", "realtime"],
  compare: ["compare"],
  explain: ["explain", "--budget", "low"],
  cost: ["cost", "--requests", "20k"],
  migrate: ["migrate", "gpt-4o-mini"],
  "use-cases": ["use-cases"],
  tasks: ["tasks"],
  "catalog list": ["catalog", "list"],
  "catalog show": ["catalog", "show", "gpt-4o-mini"],
  "catalog validate": ["catalog", "validate"],
} satisfies Record<
  Exclude<
    keyof typeof COMMANDS,
    | "ask"
    | "report"
    | "schema"
    | "lock"
    | "check"
    | "batch"
    | "completion"
    | "evidence promptfoo"
    | "profile"
  >,
  string[]
>;
/** Forms every answer has; the others belong to some. */
const EVERYWHERE = FORMAT_IDS.filter(
  (format) => !["html", "madr", "github", "junit", "ics"].includes(format),
);
const cases = Object.values(LINES).flatMap((line) =>
  EVERYWHERE.map((format): [string, FormatId, string[]] => [line.join(" "), format, line]),
);

/** What can be told of a form without knowing the answer. */
const SHAPES: Partial<Record<FormatId, (text: string) => void>> = {
  json: (text) => void JSON.parse(text),
  yaml: (text) => void parseYaml(text),
  csv: (text) => expect(text).toMatch(/^[\w,-]+\r\n/),
  summary: (text) => {
    expect(text.split("\n")).toHaveLength(2);
    expect(text.trimEnd().length).toBeLessThanOrEqual(200);
  },
};

test.each(cases)("%s --format %s", async (_name, format, line) => {
  const { code, stdout, stderr } = await runCli([...line, "--format", format]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/[^\n]\n$/);
  expect(stdout).not.toContain("\u001B");
  SHAPES[format]?.(stdout);
});

test.each(Object.values(LINES))(
  "%s: --json is --format json, and YAML says the same",
  async (...line) => {
    const json = await runCli([...line, "--json"]);
    expect(await runCli([...line, "-f", "json"])).toEqual(json);
    const yaml = await runCli([...line, "-f", "yaml"]);
    expect(parseYaml(yaml.stdout)).toEqual(JSON.parse(json.stdout));
  },
);

test("the answer is a table unless told, whatever the environment", async () => {
  const table = await runCli(["--format", "table"]);
  expect(await runCli([])).toEqual(table);
  expect(await runCli([], { env: { GITHUB_ACTIONS: "true", CI: "1" } })).toEqual(table);
});

test("--quiet prints ids alone", async () => {
  expect(await runCli(["--budget", "low", "--quiet"])).toEqual({
    code: 0,
    stdout: "gpt-4o-mini\n",
    stderr: "",
  });
  expect(await runCli(["catalog", "list", "--quiet"])).toEqual({
    code: 0,
    stdout: (await openCatalog()).models.map(({ id }) => `${id}\n`).join(""),
    stderr: "",
  });
  expect(await runCli(["compare", "gpt-4o", "--quiet"])).toEqual({
    code: 0,
    stdout: "gpt-4o\n",
    stderr: "",
  });
});

const IMPOSSIBLE = ["--until", "2027-06-30"];

test("when nothing qualifies the whole result is there, and --quiet prints nothing: exit 1", async () => {
  const { code, stdout, stderr } = await runCli([...IMPOSSIBLE, "--json"]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    recommendation: null,
    excluded: [{ model: "gpt-4o" }, { model: "gpt-4o-mini" }],
  });
  const silence = { code: 1, stdout: "", stderr: "" };
  expect(await runCli([...IMPOSSIBLE, "--quiet"])).toEqual(silence);
  expect(await runCli(["explain", ...IMPOSSIBLE, "--quiet"])).toEqual(silence);
  expect(await runCli(["explain", "gpt-4o", ...IMPOSSIBLE, "--quiet"])).toEqual(silence);
  expect(await runCli(["explain", "gpt-4o", ...IMPOSSIBLE])).toMatchObject({ code: 1, stderr: "" });
});

test.each(SCHEMA_NAMES)("schema %s prints the schema that is published", async (name) => {
  const stdout = jsonSchemaText(name);
  expect(await runCli(["schema", name])).toEqual({ code: 0, stdout, stderr: "" });
  expect(await runCli(["schema", name, "--json"])).toEqual({ code: 0, stdout, stderr: "" });
});

test.each([
  {
    line: ["catalog", "validate", "examples/own-model.yaml"],
    says: "examples/own-model.yaml is valid: adds house-model (8 facts)",
  },
  { line: ["catalog", "validate", "data"], says: "data is valid" },
  { line: ["catalog", "validate"], says: "Catalog valid" },
])("$line says what was checked, and what it adds", async ({ line, says }) => {
  const { code, stdout } = await runCli(line);
  expect(code).toBe(0);
  expect(stdout.replaceAll(/\s+/g, " ").trimStart().startsWith(says)).toBe(true);
  const { stdout: sentence } = await runCli([...line, "--format", "summary"]);
  expect(sentence.startsWith(says)).toBe(true);
});

test.each(Object.keys(LINES))(
  "the help of %s lists the formats it has, and no other",
  async (name) => {
    const line = LINES[name as keyof typeof LINES];
    const { stdout } = await runCli([...line, "--help"]);
    const help = stdout.replaceAll(/\s+/g, " ");
    for (const format of FORMAT_IDS) {
      const { code } = await runCli([...line, "--format", format, "-o", "/dev/null"]);
      expect({ format, isListed: help.includes(`${format} (`) }).toEqual({
        format,
        isListed: code < 2,
      });
    }
  },
);

test("lock and check list what they have", async () => {
  const listed = async (command: string) => {
    const { stdout } = await runCli([command, "--help"]);
    return FORMAT_IDS.filter((format) => stdout.includes(`${format} (`));
  };
  expect(await listed("lock")).toEqual(EVERYWHERE);
  expect(await listed("check")).toEqual(
    FORMAT_IDS.filter(
      (format) => EVERYWHERE.includes(format) || ["github", "junit"].includes(format),
    ),
  );
});

test("csv is separated as the spreadsheet wants it, by name or by the sign itself", async () => {
  const line = ["catalog", "list", "--format", "csv"];
  const { stdout } = await runCli(line);
  const cells = stdout.replaceAll('"', "").split(/[,\r\n]+/);
  for (const [typed, sign] of [
    ["semicolon", ";"],
    [";", ";"],
    ["tab", "\t"],
    ["\t", "\t"],
    ["comma", ","],
  ] as const) {
    const separated = await runCli([...line, "--csv-delimiter", typed]);
    expect(separated).toMatchObject({ code: 0, stderr: "" });
    const [head = ""] = separated.stdout.split("\r\n");
    expect(head.split(sign)).toHaveLength(stdout.split("\r\n")[0]?.split(",").length ?? 0);
    expect(separated.stdout.replaceAll('"', "").split(/[,;\t\r\n]+/)).toEqual(cells);
  }
  const named = await runCli(["-b", "low", "-f", "json", "--csv-delimiter", "tab"]);
  expect(named).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: --csv-delimiter: is for csv alone\n  try: add --format csv, or leave it out\n",
  });
  expect((await runCli([...line, "--csv-delimiter", "pipe"])).code).toBe(2);
});
