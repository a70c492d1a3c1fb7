/**
 * Worked costs that others have published, billed again at the official prices of 2026-10-01. Each test is named for
 * what the source got wrong, where it did.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/run.ts";

interface PublishedCost {
  id: string;
  source_url: string;
  model: string;
  inputs: {
    requests?: number;
    tokens_in?: number;
    tokens_out?: number;
    cached_in?: number;
    batch?: boolean;
    images?: { width: number | null; height: number | null; detail: string; count: number }[];
    training_tokens?: number;
    epochs?: number;
  };
  published_usd?: number;
  published_tokens?: number;
  recomputed: number;
  recomputed_gpt_4o_2024_05_13?: number;
  agrees: boolean;
  agrees_as?: string;
}

const FILE = path.join(import.meta.dirname, "..", "fixtures", "published-costs.json");
const CASES = JSON.parse(readFileSync(FILE, "utf8")) as PublishedCost[];

/** Every published figure that differs from the right one, and why. */
const MISTAKES: Record<string, string> = {
  "rancheye-mini-low-usd": "bills mini the 85 tokens of gpt-4o for an image at low detail",
  "trackai-4o-hour": "charges four times the price of the input",
  "uxheur-4o-run": "charges gpt-4o what its first snapshot costs",
  "uxheur-4o-100p": "charges gpt-4o what its first snapshot costs",
  "infosub-4o-143k": "charges gpt-4o what its first snapshot costs",
  "neuralbase-mini-100k": "states the output and leaves it out of the bill",
  "posthog-mini-displayed": "shows some two hundred times what was billed",
  "aipromptshub-4o-uncached": "charges $3 a million for input, a price of no snapshot",
  "aipromptshub-4o-85cached":
    "takes nine tenths off cached input, not half, and then adds up to less still",
  "receptai-4o": "charges more than five times the price of any snapshot",
};

/** The day the right figures are for. */
const DAY = "2026-10-01";
const FIRST_SNAPSHOT = "gpt-4o-2024-05-13";

/** The job as a user would ask for it; a size nobody states does not matter at low detail. */
function argvOf({ inputs }: PublishedCost, model: string): string[] {
  const { requests = 1, tokens_in = 0, tokens_out = 0, cached_in = 0, images = [] } = inputs;
  return [
    "cost",
    model,
    "--json",
    `--as-of=${DAY}`,
    `--total-requests=${requests}`,
    `--input-tokens=${tokens_in}`,
    `--output-tokens=${tokens_out}`,
    `--cached-tokens=${cached_in}`,
    ...(inputs.batch === true ? ["--service-tier", "batch", "--latency", "batch"] : []),
    ...images.flatMap(({ width, height, detail, count }) => [
      "--image",
      `${width ?? 1}x${height ?? 1}:${detail}x${count}`,
    ]),
    ...(inputs.training_tokens === undefined
      ? []
      : ["--fine-tuned", "--training-tokens", String(inputs.training_tokens)]),
    ...(inputs.epochs === undefined ? [] : ["--epochs", String(inputs.epochs)]),
  ];
}

interface Billed {
  usdTotal: number;
  images: { tokensEach: number; count: number }[];
}

async function billOf(published: PublishedCost, model: string): Promise<Billed> {
  const { code, stdout, stderr } = await runCli(argvOf(published, model));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { bills } = JSON.parse(stdout) as { bills: [Billed] };
  return bills[0];
}

/** The total or, where the source counts tokens, the tokens of the images. */
async function figureOf(published: PublishedCost, model = published.model): Promise<number> {
  const { usdTotal, images } = await billOf(published, model);
  return published.published_tokens === undefined
    ? usdTotal
    : images.reduce((sum, { tokensEach, count }) => sum + tokensEach * count, 0);
}

/** Whether a figure is the other one at the digits it was printed with; half a unit of them is allowed. */
function agreesAsPrinted(printed: number, figure: number): boolean {
  const decimals = /\.(\d+)/.exec(String(printed))?.[1]?.length ?? 0;
  return Math.abs(printed - figure) <= 0.5 * 10 ** -decimals + Number.EPSILON;
}

const wrong = CASES.filter(({ agrees }) => !agrees);
const right = CASES.filter(({ agrees }) => agrees);

test("every case with a mistake has its mistake named, and no other", () => {
  expect(wrong.map(({ id }) => id).toSorted()).toEqual(Object.keys(MISTAKES).toSorted());
});

describe("agrees with what was published", () => {
  test.each(right)("$id", async (published) => {
    const figure = await figureOf(published);
    expect(figure).toBe(published.recomputed);
    const printed = published.published_usd ?? published.published_tokens ?? NaN;
    expect(agreesAsPrinted(printed, figure)).toBe(true);
  });
});

describe("differs from what was published, because the source", () => {
  test.each(wrong.map((published) => ({ ...published, mistake: MISTAKES[published.id] })))(
    "$mistake ($id)",
    async (published) => {
      const figure = await figureOf(published);
      expect(figure).toBe(published.recomputed);
      const printed = published.published_usd ?? published.published_tokens ?? NaN;
      expect(agreesAsPrinted(printed, figure)).toBe(false);
    },
  );
});

describe("at the price of gpt-4o's first snapshot", () => {
  const stated = CASES.filter((each) => each.recomputed_gpt_4o_2024_05_13 !== undefined);
  test.each(stated)("$id", async (published) => {
    const figure = await figureOf(published, FIRST_SNAPSHOT);
    expect(figure).toBe(published.recomputed_gpt_4o_2024_05_13);
    const printed = published.published_usd ?? NaN;
    expect(agreesAsPrinted(printed, figure)).toBe(published.agrees_as === FIRST_SNAPSHOT);
  });
});
