/** What `cost` refuses: one line that names the mistake, exit 2, and silence on stdout. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

async function refusal(line: string, cwd?: string): Promise<string> {
  const argv = ["cost", ...line.split(" ")];
  const { code, stdout, stderr } = await runCli(argv, cwd === undefined ? {} : { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trimEnd()).not.toContain("\n");
  return stderr.trimEnd().replace("pick-model: ", "");
}

describe("refuses", () => {
  test.each([
    [
      "--input-tokens -5",
      "--input-tokens: '-5' is negative (expected a number of tokens, such as 800 or 10k)",
    ],
    [
      "--total-requests -1",
      "--total-requests: '-1' is negative (expected a number of requests, such as 143k)",
    ],
    ["--total-requests 0", "--total-requests: '0' is zero (it must be above zero)"],
    [
      "--total-requests many",
      "--total-requests: 'many' is not a number of requests (expected a number of requests, such as 143k)",
    ],
    [
      "--error-cost -1",
      "--error-cost: '-1' is negative (expected an amount in US dollars, such as 500 or $0.01)",
    ],
    [
      "--error-cost free",
      "--error-cost: 'free' is not an amount in US dollars (expected an amount in US dollars, such as 500 or $0.01)",
    ],
    ["--success gpt-4o", "--success: 'gpt-4o' is not name=number (write it as gpt-4o=0.91)"],
    ["--success gpt-4o=1.1", "--success: '1.1' is too large (at most 1)"],
    ["--success gpt-4o=101%", "--success: '101' is too large (at most 100)"],
    [
      "--success gpt-4o=-0.1",
      "--success: '-0.1' is negative (expected a success rate from 0 to 1, such as gpt-4o=0.91)",
    ],
    ["--success gpt-4o=0.9,gpt-4o=0.8", "--success: 'gpt-4o' is given twice (name each one once)"],
    [
      "--success gpt-4o-min=0.9",
      "--success: unknown model 'gpt-4o-min' (did you mean 'gpt-4o-mini'?)",
    ],
    [
      "--success gpt-6-luna=0.9",
      "--success: gpt-6-luna is not among the models billed (they are gpt-4o, gpt-4o-mini)",
    ],
    ["gpt-4", "cost: unknown model 'gpt-4' (did you mean 'gpt-4o'?)"],
    ["gpt-4o gpt-4o", "cost: 'gpt-4o' is given twice (name each one once)"],
    [
      "gpt-4o --only gpt-4o-mini",
      "cost: says twice which models to bill (name them once, as words or by --only and --exclude)",
    ],
    ["--service-tier flex", "--service-tier: unknown value 'flex' (one of standard, batch, fast)"],
    [
      "--service-tier batch --latency realtime",
      "--service-tier batch and --latency realtime: service tier batch cannot be realtime: a batch is answered within 24 hours (--service-tier standard, or drop the wait)",
    ],
    [
      "--input-tokens 100 --cached-tokens 200",
      "--cached-tokens 200 and --input-tokens 100: 200 cached tokens are more than the 100 input tokens (cached tokens are a part of the input tokens)",
    ],
    ["--image 100000x100000", "--image: '100000' is too large (at most 65535)"],
    ["--image 0x5", "--image: '0' is zero (it must be above zero)"],
    ["--image -5x5", "--image: '-5' is negative (expected a number of pixels, such as 1024)"],
    ["--image 10x10x0", "--image: '0' is zero (it must be above zero)"],
    ["--image 10x10:medium", "--image: unknown value 'medium' (one of high, low, auto)"],
  ])("%s", async (line, expected) => {
    expect(await refusal(line)).toBe(expected);
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
    ["every model has ended", "--as-of 2027-01-15"],
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
