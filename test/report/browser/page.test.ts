/** The interactive page in a real browser: it decides as the command line does, and asks nothing of the network. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { RecommendationResult } from "../../../src/answers/recommendation/schema.ts";
import { rankAlternatives } from "../../decision/ranked.ts";
import { mulberry32 } from "../../../src/decision/robustness/sequences.ts";
import { CHARTS } from "../../../src/report/charts/index.ts";
import { CHOICES, type ChoiceId } from "../../../src/report/controls/choices.ts";
import { placeOn } from "../../../src/report/controls/scale.ts";
import { SLIDER_IDS, SLIDERS } from "../../../src/report/controls/sliders.ts";
import { MARGIN, placeOf, RISE, SIDE } from "../../../src/report/controls/triangle.ts";
import { scoreText } from "../../../src/report/names.ts";
import { openBrowser, type OpenBrowser } from "../../support/chromium.ts";
import { answerOf, markedUpCatalog, reportOf } from "../../support/report.ts";
import { runCli } from "../../support/run.ts";

let folder: string;
let browser: OpenBrowser;
/** The report of nothing stated, interactive and static. */
let usual: string;
let still: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pick-model-page-"));
  browser = await openBrowser();
  usual = await fileOf(await reportOf());
  still = await fileOf(await reportOf({}, { isStatic: true }));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function fileOf(html: string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(folder, "of-")), "report.html");
  await writeFile(file, html);
  return file;
}

async function settled(page: Page): Promise<void> {
  await page.waitForSelector('html[data-state="done"]');
}

/** What a move of one control did. */
interface Moved {
  result: RecommendationResult;
  yaml: string;
  command: string;
  headline: string;
  scores: string[];
}

/** Moves a control as a reader does, until the page has its whole answer, or says why there is none. */
async function move(
  page: Page,
  control: string,
  value: string,
): Promise<Moved | { problem: string }> {
  const text = await page.evaluate(
    `(async () => {
      const heard = new Promise((resolve) => {
        document.addEventListener("pick-model:answer", (event) => resolve(event.detail.result), { once: true });
      });
      const [control, value] = ${JSON.stringify([control, value])};
      const target = document.getElementById(control + "-exact") ?? document.getElementById(control);
      const radio = document.querySelector('input[name="' + control + '"][value="' + value + '"]');
      if (radio?.checked) return JSON.stringify({ problem: "it stands there already" });
      if (radio !== null) radio.click();
      else {
        target.value = value;
        target.dispatchEvent(new Event("change", { bubbles: true }));
      }
      const textOf = (selector) => document.querySelector(selector)?.textContent ?? "";
      const problem = textOf("#problem") + textOf("#" + control + "-error");
      if (problem !== "") return JSON.stringify({ problem });
      const result = await heard;
      return JSON.stringify({
        result,
        yaml: textOf("#yaml"),
        command: textOf("#command"),
        headline: textOf("#answer .kicker") + textOf("#answer h1"),
        scores: [...document.querySelectorAll("#scorecard .sum > .door")].map((door) => door.textContent),
      });
    })()`,
  );
  return JSON.parse(String(text)) as Moved | { problem: string };
}

/**
 * Where a limit came from is a place in a file, or an option, and so is what to change: all else must be the same. Figures are compared to twelve
 * digits, because the logarithms of two versions of V8 differ in the last bit.
 */
function comparable(result: RecommendationResult): unknown {
  const { program: _program, ...rest } = result;
  return rounded({
    ...rest,
    excluded: rest.excluded.map(({ reasons, closestChange: _change, ...model }) => ({
      ...model,
      reasons: reasons.map(({ origin: _origin, originKind: _kind, ...reason }) => reason),
    })),
  });
}

function rounded(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map((each) => rounded(each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]));
}

test("the page loads without a complaint and asks for nothing", async () => {
  const { page, complaints } = await browser.open(await fileOf(await reportOf({ budget: "low" })));
  await settled(page);
  expect(await page.textContent("h1")).toContain("GPT-4o mini");
  expect(complaints).toEqual([]);
  await page.close();
});

describe("a moved control", () => {
  test("decides as the command line does, in 50 states reached one from the other", async () => {
    const { page, complaints } = await browser.open(
      await fileOf(await reportOf({ useCase: "support-chatbot", quality: "high" })),
    );
    await settled(page);
    const random = mulberry32(20_261_122);
    const picks = new Set<string | null>();
    let states = 0;
    for (let step = 0; states < 50; step += 1) {
      expect(step).toBeLessThan(200);
      const [control, value] = someMove(random);
      const moved = await move(page, control, value);
      if ("problem" in moved) continue;
      states += 1;
      const { stdout } = await runCli(["-r", "-", "--json"], { stdin: moved.yaml });
      const expected = JSON.parse(stdout) as RecommendationResult;
      expect({ control, value, result: comparable(moved.result) }).toEqual({
        control,
        value,
        result: comparable(expected),
      });
      expect(moved.headline).toContain(expected.recommendation?.name ?? "No model meets");
      // Where nobody qualifies the scores are those of who could stand in.
      if (expected.ranking.length > 0) {
        expect(moved.scores).toEqual(expected.ranking.map(scoreText));
      }
      picks.add(expected.recommendation?.model ?? null);
    }
    expect(picks.size).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("gives a command line that answers the same", async () => {
    const { page } = await browser.open(await fileOf(await reportOf({ task: "coding" })));
    await settled(page);
    await move(page, "budget", "750");
    await move(page, "quality", "high");
    await move(page, "weightCost", "3");
    const moved = await move(page, "requests", "123456");
    if ("problem" in moved) throw new Error(moved.problem);
    const argv = moved.command.split(" ").slice(1);
    const { stdout, stderr } = await runCli([...argv, "--json"]);
    expect(stderr).toBe("");
    expect(comparable(JSON.parse(stdout) as RecommendationResult)).toEqual(
      comparable(moved.result),
    );
    await page.close();
  });

  test("shows where it changes the answer, as the engine's own flips have it", async () => {
    const { page } = await browser.open(usual);
    await settled(page);
    const { result } = await answerOf();
    let seen = 0;
    for (const [control, parameter, times] of [
      ["budget", "budget", 1],
      ["requests", "workload.requestsPerMonth", 1],
      ["weightQuality", "weights.quality", 100],
    ] as const) {
      const flips = result.flips.filter((flip) => flip.parameter === parameter);
      seen += flips.length;
      const line = await page.textContent(`#${control}-changes`);
      for (const { at, direction } of flips) {
        expect(line).toContain(`GPT-4o ${direction} ${SLIDERS[control].text(at * times)}`);
      }
      expect(await page.locator(`#${control}-track .edge`).count()).toBe(flips.length);
    }
    expect(seen).toBeGreaterThan(1);
    await page.close();
  });

  test("with figures that contradict each other says so, and keeps the last answer", async () => {
    const { page } = await browser.open(
      await fileOf(await reportOf({ workload: { serviceTier: "batch" } })),
    );
    await settled(page);
    const moved = await move(page, "latency", "realtime");
    expect(moved).toEqual({ problem: expect.stringContaining("cannot hold together") });
    expect(await page.textContent("h1")).toContain("GPT-4o");
    await page.close();
  });
});

test("an address holds what was moved", async () => {
  const file = usual;
  const first = await browser.open(file);
  await settled(first.page);
  await move(first.page, "budget", "high");
  await move(first.page, "images", "2");
  const moved = await move(first.page, "cachedShare", "50");
  if ("problem" in moved) throw new Error(moved.problem);
  const fragment = new URL(first.page.url()).hash;
  expect(fragment).toBe("#budget=high&cachedTokens=500&image=1024x1024:highx2");
  const second = await browser.open(file, fragment);
  await settled(second.page);
  expect(parse((await second.page.textContent("#yaml")) ?? "")).toEqual(parse(moved.yaml));
  expect(await second.page.inputValue("#images-exact")).toBe("2");
  await second.page.click("#reset");
  await settled(second.page);
  expect(new URL(second.page.url()).hash).toBe("");
  await first.page.close();
  await second.page.close();
});

test("an address that says nonsense is told so", async () => {
  const { page } = await browser.open(usual, "#budget=-5&colour=red&quality=high");
  await settled(page);
  const problem = await page.textContent("#link-problem");
  expect(problem).toContain("budget ('-5' is negative), colour (there is no such option)");
  expect(await page.isChecked('input[name="quality"][value="high"]')).toBe(true);
  await page.close();
});

test("the triangle is coloured as the engine decides", async () => {
  const random = mulberry32(3);
  for (const requirements of [{}, { budget: "high" }, { task: "math" }] as const) {
    const { page } = await browser.open(await fileOf(await reportOf(requirements)));
    await settled(page);
    const { decision } = await answerOf(requirements);
    const points = Array.from({ length: 120 }, () => {
      const [a, b] = [random(), random()].toSorted((x, y) => x - y);
      return { cost: a ?? 0, latency: (b ?? 0) - (a ?? 0), quality: 1 - (b ?? 0) };
    });
    const { tieEpsilon } = decision.sheets.catalog.levels.decision;
    const clear = points.flatMap((weights) => {
      const [best, next] = rankAlternatives(decision.eligible, weights, tieEpsilon);
      // A pixel's width from the border either colour will do.
      return best === undefined || (next !== undefined && best.score - next.score < 0.004)
        ? []
        : [{ ...placeOf(weights), id: best.id }];
    });
    expect(clear.length).toBeGreaterThan(60);
    const seen = await page.evaluate(
      `(() => {
        const regions = [...document.querySelectorAll("#triangle polygon")];
        return ${JSON.stringify(clear)}.map(({ x, y }) => {
          const at = new DOMPoint(${MARGIN.left} + x * ${SIDE}, ${MARGIN.top} + (${RISE} - y) * ${SIDE});
          return regions.find((region) => region.isPointInFill(at))?.dataset.model ?? null;
        });
      })()`,
    );
    expect(seen).toEqual(clear.map(({ id }) => id));
    await page.close();
  }
});

test("the keyboard alone reaches and moves every control", async () => {
  const { page } = await browser.open(usual);
  await settled(page);
  const wanted = [
    ...SLIDER_IDS.flatMap((id) => [id, `${id}-exact`]),
    "task",
    "imageKind",
    "until",
    "successors",
    "copy-link",
    "save-copy",
    "radio:budget",
    "radio:latency",
    "radio:quality",
    "copy:command",
    "copy:yaml",
  ];
  await page.evaluate(
    `document.querySelectorAll("#controls details").forEach((each) => { each.open = true; })`,
  );
  const reached = new Set<string>();
  for (let presses = 0; presses < 700 && !wanted.every((each) => reached.has(each)); presses += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(`(() => {
      const { activeElement: at } = document;
      if (at.dataset.copy) return "copy:" + at.dataset.copy;
      return at.type === "radio" ? "radio:" + at.name : at.id;
    })()`);
    reached.add(String(name));
  }
  expect(wanted.filter((name) => !reached.has(name))).toEqual([]);

  const { requests } = SLIDERS;
  const today = requests.valueOf((await answerOf()).decision.need);
  const next = requests.scale.values[placeOn(requests.scale, today) + 1] ?? 0;
  await page.focus("#requests");
  await page.keyboard.press("ArrowRight");
  expect(await page.inputValue("#requests-exact")).toBe(requests.field(next));
  await page.focus('input[name="quality"][value="standard"]');
  await page.keyboard.press("ArrowRight");
  expect(await page.isChecked('input[name="quality"][value="high"]')).toBe(true);
  await settled(page);
  expect(new URL(page.url()).hash).toBe(`#quality=high&requests=${next}`);
  await page.focus("#reset");
  await page.keyboard.press("Enter");
  expect(await page.inputValue("#requests-exact")).toBe(requests.field(today));
  await page.close();
});

describe("axe finds no violation of WCAG 2.2, A or AA", () => {
  const cases = [
    { scheme: "light", width: 360, isStatic: false },
    { scheme: "dark", width: 1440, isStatic: false },
    { scheme: "dark", width: 360, isStatic: true },
    { scheme: "light", width: 1440, isStatic: true },
  ];
  test.each(cases)("%o", async ({ scheme, width, isStatic }) => {
    const { page } = await browser.open(isStatic ? still : usual);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme === "dark" ? "dark" : "light" });
    if (!isStatic) await settled(page);
    await page.evaluate(
      `document.querySelectorAll("details").forEach((each, place) => { each.open = place < 12; })`,
    );
    const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(overflow).toBeLessThanOrEqual(0);
    await page.evaluate(axe.source);
    const found = (await page.evaluate(
      "axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
    )) as axe.AxeResults;
    const broken = found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
    expect(broken).toEqual([]);
    await page.close();
  });
});

test("markup in a catalog's own texts is shown as text, and none of it runs", async () => {
  const catalog = await markedUpCatalog();
  for (const isStatic of [true, false]) {
    const { page, complaints } = await browser.open(
      await fileOf(await reportOf({}, { catalog, isStatic })),
    );
    if (!isStatic) {
      await settled(page);
      await move(page, "quality", "critical");
      await settled(page);
    }
    for (const summary of await page.locator("#comparison summary, #sources summary").all()) {
      await summary.evaluate("(each) => each.click()");
    }
    expect(await page.textContent("h1")).toContain('<img src=x onerror="alert(1)">');
    expect(await page.locator("img, main script").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  }
});

test("without scripts the page still shows the answer and its charts", async () => {
  const silent = await openBrowser({ javaScriptEnabled: false });
  const { page, complaints } = await silent.open(still);
  expect(await page.locator("h1").textContent()).toContain("GPT-4o mini");
  expect(await page.locator(".drawing svg:visible").count()).toBe(CHARTS.length);
  expect(complaints).toEqual([]);
  const { page: live } = await silent.open(usual);
  expect(await live.locator("noscript").textContent()).toContain("Without JavaScript");
  expect(await live.locator("h1").textContent()).toContain("GPT-4o mini");
  expect(await live.locator("#requests").isVisible()).toBe(false);
  expect(await live.locator(".drawing svg:visible").count()).toBe(CHARTS.length);
  await silent.close();
});

test("a figure opens its arithmetic, a compared value its claims", async () => {
  const { page } = await browser.open(usual);
  await settled(page);
  await page.click('#scorecard [data-door="cost:gpt-4o-mini"]');
  expect(await page.textContent("#door")).toMatch(/\$[\d.]+ × [\d,]+ requests = \$/);
  expect(await page.locator("#door a[href^='https://']").count()).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await page.locator("#comparison-table").scrollIntoViewIfNeeded();
  await page.fill("#comparison-search", "output speed");
  await page.locator('#comparison-table [data-door^="claims:"]').first().click();
  expect(await page.locator("#door table tbody tr").count()).toBeGreaterThan(1);
  expect(await page.locator("#door a[href^='https://']").count()).toBeGreaterThan(0);
  await page.close();
});

const WORDS: readonly ChoiceId[] = ["budget", "latency", "quality", "task", "imageKind"];

/** A control and a value for it, anywhere on its scale. */
function someMove(random: () => number): [string, string] {
  const place = Math.floor(random() * (SLIDER_IDS.length + WORDS.length));
  const slider = SLIDER_IDS[place];
  if (slider !== undefined) {
    const { values } = SLIDERS[slider].scale;
    return [slider, String(values[Math.floor(random() * values.length)])];
  }
  const word = WORDS[place - SLIDER_IDS.length] ?? "quality";
  const options = CHOICES[word].options({ tasks: TASKS });
  return [word, options[Math.floor(random() * options.length)]?.value ?? ""];
}

const TASKS = ["general", "chat", "coding", "math", "vision", "factual"].map((id) => ({
  id,
  name: id,
})) as never;
