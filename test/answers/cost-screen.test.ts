/** The cost answer as people and programs see it: whole screens, read by eye when they change. */
import { describe, expect, test } from "vitest";
import { costResult } from "../../src/answers/cost/schema.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

const OWN = `id: gpt-4o
sources:
  - { id: our-contract, title: Our contract, publisher: Us, class: own, checked: 2026-11-01 }
discount: [{ value: 0.12, source: our-contract, observed: 2026-11-01 }]
`;

interface Screen {
  name: string;
  line: string;
  code?: number;
  columns?: number;
}

const SCREENS: Screen[] = [
  { name: "nothing-stated", line: "" },
  { name: "text", line: "--requests 100k --input-tokens 1000 --output-tokens 300 -b 500" },
  {
    name: "images",
    line: "--requests 20k --input-tokens 300 --output-tokens 150 --image 1024x1024:highx2 --image 800x600:low --compare-tiers",
  },
  {
    name: "one-off-job",
    line: "--total-requests 143k --input-tokens 7101 --output-tokens 325 --cached-tokens 1000 --compare-tiers",
  },
  {
    name: "fine-tuned",
    line: "--requests 10k --input-tokens 3000 --cached-tokens 2000 --output-tokens 200 --fine-tuned --training-tokens 2M --epochs 3",
  },
  {
    name: "errors",
    line: "--requests 10k --input-tokens 1000 --output-tokens 300 --error-cost 0.2 --success gpt-4o=0.91 --success gpt-4o-mini=86%",
  },
  {
    name: "rate-limits",
    line: "--requests 10k --input-tokens 39k --output-tokens 1000 --usage-tier 1 --peak-rpm 2",
  },
  {
    name: "tools",
    line: "gpt-4o gpt-4o-mini gpt-6-luna --requests 10k --input-tokens 500 --output-tokens 300 --web-searches 1 --file-searches 0.5",
  },
  { name: "not-sold", line: "--fine-tuned --service-tier fast", code: 1 },
  { name: "after-the-shutdown", line: "--as-of 2027-02-01" },
  { name: "before-mini", line: "--as-of 2024-07-01" },
  {
    name: "own-prices",
    line: "--catalog own.yaml --requests 100k --input-tokens 1000 --output-tokens 300",
  },
  { name: "narrow", line: "--requests 100k --input-tokens 1000 --output-tokens 300", columns: 40 },
];

async function run(line: string, columns?: number) {
  const cwd = await temporaryFolder({ "own.yaml": OWN });
  const argv = ["cost", ...line.split(" ").filter((word) => word !== "")];
  return runCli(argv, { cwd, ...(columns === undefined ? {} : { columns }) });
}

describe("screens", () => {
  test.each(SCREENS)("$name", async ({ name, line, code = 0, columns = 80 }) => {
    const outcome = await run(line, columns);
    expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code, stderr: "" });
    const widest = Math.max(...outcome.stdout.split("\n").map((each) => each.length));
    expect(widest).toBeLessThanOrEqual(columns);
    await expect(outcome.stdout).toMatchFileSnapshot(`golden/cost-${name}.txt`);
  });
});

test("the answer is the first line, and images that turn it the next", async () => {
  const { stdout } = await run(
    "--requests 20k --input-tokens 300 --output-tokens 150 --image 1024x1024:highx2",
    80,
  );
  const [first, , third] = stdout.split("\n");
  expect(first).toBe("  GPT-4o is $34.21 a month cheaper: $121.50 against $155.71.");
  expect(third).toMatch(/^ {2}! Images make GPT-4o mini the dearer model here/);
});

describe("other formats", () => {
  const line =
    "--requests 100k --input-tokens 1000 --output-tokens 300 --total-requests 5 --compare-tiers";

  test("json is the result, as its schema says, figures unrounded", async () => {
    const { stdout } = await run(`${line} --json`);
    const result = costResult.parse(JSON.parse(stdout));
    expect(
      result.bills.map(({ model, usdPerMonth, usdTotal }) => [model, usdPerMonth, usdTotal]),
    ).toEqual([
      ["gpt-4o", 550, 0.0275],
      ["gpt-4o-mini", 33, 0.00165],
    ]);
  });

  test.each(["csv", "markdown"])("%s", async (format) => {
    const { stdout, stderr, code } = await run(`${line} --format ${format}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    await expect(stdout).toMatchFileSnapshot(`golden/cost.${format === "csv" ? "csv" : "md"}`);
  });

  test("summary is one sentence of at most 200 characters, whatever is asked", async () => {
    for (const { line: asked } of SCREENS) {
      const { stdout } = await run(`${asked} --format summary`);
      expect(stdout.trimEnd()).not.toContain("\n");
      expect(stdout.trimEnd().length).toBeLessThanOrEqual(200);
    }
  });

  test("quiet prints the cheapest model alone, and nothing when there is none", async () => {
    expect((await run("--quiet")).stdout).toBe("gpt-4o-mini\n");
    expect(await run("--quiet --fine-tuned --service-tier fast")).toEqual({
      code: 1,
      stdout: "",
      stderr: "",
    });
  });
});
