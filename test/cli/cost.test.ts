/** What `cost` refuses: two lines that name the mistake and what to type, exit 2, and silence on stdout. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { COMPLAINT, complaintsAbout } from "../support/complaint.ts";
import { runCli } from "../support/run.ts";

async function refusal(line: string, cwd: string): Promise<string> {
  const argv = ["cost", ...line.split(" ")];
  const { code, stdout, stderr } = await runCli(argv, { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(COMPLAINT);
  return stderr;
}

describe("refuses", () => {
  test("what it cannot bill", async () => {
    const lines = [
      "cost --input-tokens -5",
      "cost --total-requests -1",
      "cost --total-requests 0",
      "cost --total-requests many",
      "cost --error-cost -1",
      "cost --error-cost free",
      "cost --success gpt-4o",
      "cost --success gpt-4o=1.1",
      "cost --success gpt-4o=101%",
      "cost --success gpt-4o=-0.1",
      "cost --success gpt-4o=0.9,gpt-4o=0.8",
      "cost --success gpt-4o-min=0.9",
      "cost --success gpt-6-luna=0.9",
      "cost gpt-4",
      "cost gpt-4o gpt-4o",
      "cost gpt-4o --only gpt-4o-mini",
      "cost --service-tier turbo",
      "cost --service-tier batch --latency realtime",
      "cost --input-tokens 100 --cached-tokens 200",
      "cost --image 100000x100000",
      "cost --image 0x5",
      "cost --image -5x5",
      "cost --image 10x10x0",
      "cost --image 10x10:medium",
    ];
    await expect(await complaintsAbout(lines, {})).toMatchFileSnapshot(
      "golden/cost-complaints.txt",
    );
  });

  test("files that are no images: empty, text named .png, one that is too large, one that is not there", async () => {
    const folder = await temporaryFolder({
      "empty.png": "",
      "text.png": "hello, this is no picture",
    });
    const wide = Buffer.alloc(33);
    wide.write("89504e470d0a1a0a0000000d49484452", "hex");
    wide.writeUInt32BE(100_000, 16);
    wide.writeUInt32BE(100_000, 20);
    await writeFile(path.join(folder, "huge.png"), wide);
    expect(await refusal("--image empty.png", folder)).toMatch(/empty.png' is empty/);
    expect(await refusal("--image text.png", folder)).toMatch(/text.png' is not a readable image/);
    expect(await refusal("--image huge.png", folder)).toMatch(/is 100000x100000 pixels/);
    expect(await refusal("--image none.png", folder)).toMatch(/there is no such file/);
  });
});

test("percentages and shares of success mean the same", async () => {
  const errors = async (success: string) => {
    const { stdout } = await runCli([
      "cost",
      "--json",
      "--error-cost",
      "0.2",
      "--success",
      success,
    ]);
    return (JSON.parse(stdout) as { errors: unknown }).errors;
  };
  expect(await errors("gpt-4o=7%,gpt-4o-mini=86%")).toEqual(
    await errors("gpt-4o=0.07,gpt-4o-mini=0.86"),
  );
});

describe("exit code 1, with the bills all the same", () => {
  test.each([
    [
      "every model is over the stated limit",
      "--requests 1M --input-tokens 1000 --output-tokens 300 --max-cost 20",
    ],
    ["every model has ended", "gpt-4o gpt-4o-mini --as-of 2027-01-15"],
    ["no tier is sold", "--fine-tuned --service-tier fast"],
    [
      "one request is more than a minute's tokens of the usage tier",
      "gpt-4o --requests 5 --input-tokens 40k --output-tokens 1 --usage-tier 1",
    ],
  ])("%s", async (_why, line) => {
    const { code, stdout, stderr } = await runCli(["cost", ...line.split(" "), "--json"]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect((JSON.parse(stdout) as { bills: unknown[] }).bills.length).toBeGreaterThan(0);
  });

  test("but a job too long for one request has its price, and exit code 0", async () => {
    const { code } = await runCli([
      "cost",
      "--total-requests",
      "1",
      "--input-tokens",
      "4.4M",
      "--output-tokens",
      "1.9M",
    ]);
    expect(code).toBe(0);
  });
});
