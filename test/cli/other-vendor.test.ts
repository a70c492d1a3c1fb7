/** A model of another vendor, brought by one file: no answer tells its end or its successor in the wrong name. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

/** Cheap and good enough to be the pick; replaced by a model the catalog has. */
const MODEL = `id: northwind-small
name: Northwind Small
provider: northwind
snapshots: [{ id: northwind-small-1, released: 2026-06-01, default: true }]
vendors: [{ id: northwind, name: Northwind Labs, note: Their own spelling. }]
sources:
  - { id: our-tests, title: Own evaluation, publisher: Us, class: own, checked: 2026-11-01 }
prices:
  standard:
    input: [{ value: 0.01, source: our-tests, observed: 2026-11-01 }]
    output: [{ value: 0.02, source: our-tests, observed: 2026-11-01 }]
limits:
  contextTokens: [{ value: 128000, source: our-tests, observed: 2026-11-01 }]
  maxOutputTokens: [{ value: 16000, source: our-tests, observed: 2026-11-01 }]
benchmarks:
  mmlu: [{ value: 90, source: our-tests, observed: 2026-11-01 }]
speed:
  outputTokensPerSecond: [{ value: 300, source: our-tests, observed: 2026-11-01 }]
  timeToFirstTokenSeconds: [{ value: 0.1, source: our-tests, observed: 2026-11-01 }]
lifecycle:
  shutdown: [{ value: 2027-01-14, source: our-tests, observed: 2026-11-01 }]
  replacement: [{ value: gpt-6-luna, source: our-tests, observed: 2026-11-01 }]
`;

const ENDS = "in Northwind Labs's API on 2027-01-14, in 53 days";
const WRONG = /down in OpenAI's API|OpenAI names|northwind's API/;

async function told(argv: readonly string[], model = MODEL): Promise<string> {
  const cwd = await temporaryFolder({ "northwind.yaml": model });
  const { code, stdout, stderr } = await runCli([...argv, "--catalog", "northwind.yaml"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.replaceAll(/\s+/g, " ");
}

describe("one file names its vendor", () => {
  test.each([
    [["recommend", "--only", "northwind-small"], `Ends ${ENDS}. Northwind Labs names gpt-6-luna: `],
    [
      ["recommend", "--only", "northwind-small", "--json"],
      "Northwind Labs names gpt-6-luna as the replacement of northwind-small: ",
    ],
    [
      ["cost", "--only", "northwind-small", "--json"],
      "Northwind Labs names gpt-6-luna as the replacement of northwind-small: ",
    ],
    [
      ["explain", "northwind-small", "--only", "northwind-small", "--full"],
      `Northwind Small ends ${ENDS}`,
    ],
    [
      ["recommend", "--only", "northwind-small", "--format", "madr"],
      "Northwind Labs names gpt-6-luna as the replacement of northwind-small: ",
    ],
    [
      ["report", "--only", "northwind-small", "--static"],
      "Northwind Labs names gpt-6-luna as the replacement of northwind-small: ",
    ],
  ])("in %j", async (argv, sentence) => {
    const text = await told(argv);
    expect(text).toContain(sentence);
    expect(text).not.toMatch(WRONG);
  });

  test("in a comparison, beside a model of a vendor that ends on the same day", async () => {
    const text = await told(["compare", "northwind-small", "gpt-4o", "--traits", "lifecycle"]);
    expect(text).toContain(
      `Northwind Small ends ${ENDS}; Northwind Labs names gpt-6-luna as the replacement.`,
    );
    expect(text).toContain("GPT-4o ends in OpenAI's API on 2027-01-14, in 53 days;");
  });

  test("side by side in a recommendation and in bills: each under its own vendor", async () => {
    const both = ["--only", "northwind-small", "--only", "gpt-4o", "--budget", "low"];
    expect(await told(["recommend", ...both])).toContain(`! Ends ${ENDS}. Northwind Labs names`);
    const bills = await told(["cost", ...both, "--json"]);
    expect(bills).toContain(
      "Northwind Small ends in Northwind Labs's API on 2027-01-14, in 53 days",
    );
    expect(bills).toContain("GPT-4o ends in OpenAI's API on 2027-01-14");
  });

  test("a lock of it is checked without the name of a vendor that is not its own", async () => {
    const cwd = await temporaryFolder({ "northwind.yaml": MODEL });
    const asked = ["--only", "northwind-small", "--catalog", "northwind.yaml"];
    const locked = await runCli(["lock", ...asked], { cwd });
    expect(locked).toMatchObject({ code: 0, stderr: "" });
    const lock = await readFile(path.join(cwd, "pick-model.lock.json"), "utf8").catch(() => null);
    const { code, stdout } = await runCli(
      ["check", "--catalog", "northwind.yaml", "--fail-within", "90"],
      { cwd },
    );
    expect({ code, lock: typeof lock }).toEqual({ code: 1, lock: "string" });
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "Northwind Small ends on 2027-01-14, in 53 days",
    );
    expect(stdout + lock).not.toMatch(WRONG);
  });
});

test.each([
  ["recommend", "--latency", "1s"],
  ["recommend", "--task", "moderation"],
  ["recommend", "--format", "markdown", "--latency", "1s"],
  ["compare", "northwind-small", "--traits", "all"],
  ["cost"],
  ["explain", "northwind-small", "--full"],
  ["explain", "northwind-small", "--format", "madr"],
  ["catalog", "show", "northwind-small"],
])("told of it alone, %s says nothing of a vendor that is not its own", async (...argv) => {
  const alone = ["compare", "catalog"].includes(argv[0]) ? [] : ["--only", "northwind-small"];
  const text = await told([...argv, ...alone], MODEL.replace(/^ {2}replacement:.*\n/m, ""));
  // What the catalog says of a task, and the name of a benchmark, are no sentences of the program.
  const own = text.replaceAll(/No benchmark of harmful.*?leaves open\.|OpenAI-MRCR/g, "");
  expect(own).not.toMatch(/OpenAI|GPT-4o(?! mini)/);
});

test("a vendor that nothing names goes by its id", async () => {
  const text = await told(
    ["recommend", "--only", "northwind-small"],
    MODEL.replace(/^vendors:.*\n/m, ""),
  );
  expect(text).toContain("Ends in northwind's API on 2027-01-14");
});

test("a second name for a vendor of the catalog is refused where it stands", async () => {
  const cwd = await temporaryFolder({
    "northwind.yaml": MODEL.replace("id: northwind, name", "id: openai, name"),
  });
  const refused = await runCli(["cost", "--catalog", "northwind.yaml"], { cwd });
  expect(refused).toEqual({
    code: 3,
    stdout: "",
    stderr:
      "error: northwind.yaml:5:17: vendors[0].id: 'openai' is already the id of a vendor\n  try: choose another id\n",
  });
});
