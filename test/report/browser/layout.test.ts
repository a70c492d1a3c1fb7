/** The page as it is seen: no label over another, the answer without scrolling, readable without hue, short on paper. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import type { Requirements } from "../../../src/schema/requirements.ts";
import { openPages, type Pages, standsStill } from "../../support/pages.ts";
import { catalogOfFullModels, catalogWith, reportOf } from "../../support/report.ts";
import { runCli } from "../../support/run.ts";

const WIDTHS = [360, 768, 1440];
const DEAD_DAY = "2027-01-15";

let pages: Pages;
let usual: string;

beforeAll(async () => {
  pages = await openPages();
  usual = await pages.fileOf({});
});
afterAll(() => pages.close());

const STATIC_QUESTIONS: Requirements[] = [
  {},
  { includeSuccessors: true },
  {
    task: "vision",
    workload: { images: [{ width: 1024, height: 1024, detail: "high", count: 1 }] },
  },
];

/** States of the page, each reached by its address. */
const FRAGMENTS = [
  "",
  "budget=low",
  "budget=unlimited&quality=critical",
  "budget=20",
  "latency=realtime",
  "latency=2s",
  "latency=batch&requests=50M",
  "requests=100&inputTokens=50k",
  "requests=0.5",
  "task=vision&image=1024x1024:high&requests=5k",
  "task=coding&quality=high",
  "task=math&outputTokens=4k",
  "weight=cost=100,quality=0,latency=0",
  "weight=cost=0,quality=0,latency=1",
  "image=1024x1024:highx2&cachedTokens=500",
  "includeSuccessors=yes",
  "includeSuccessors=yes&image=512x512:low",
  "includeSuccessors=yes&weight=cost=1,quality=0,latency=0",
  "includeSuccessors=yes&needs=vision,function-calling&quality=high",
  "until=2027-06-30",
  "needs=vision,batch",
  "useCase=support-chatbot",
];

/** Texts of a drawing that cover another or a symbol, or leave it. */
const COLLISIONS = `(() => {
  const found = [];
  for (const svg of document.querySelectorAll("main svg")) {
    const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent !== "" && text.getClientRects().length > 0);
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    const boxes = texts.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    for (const [place, one] of boxes.entries()) {
      if (one.box.left < frame.left - 1.5 || one.box.right > frame.right + 1.5) found.push("outside: " + one.text);
      for (const two of boxes.slice(place + 1)) {
        const across = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
        const down = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top);
        if (across > 0.5 && down > 2) found.push(one.text + " / " + two.text);
      }
    }
    if (svg.matches(".plot")) for (const mark of svg.querySelectorAll(".filled, .hollow")) {
      const own = mark.getBoundingClientRect();
      for (const { text, box } of boxes) {
        const across = Math.min(own.right, box.right) - Math.max(own.left, box.left);
        const down = Math.min(own.bottom, box.bottom) - Math.max(own.top, box.top);
        if (across > 4 && down > 4) found.push(text + " over a symbol");
      }
    }
  }
  for (const card of document.querySelectorAll(".card")) {
    if (card.scrollWidth > card.clientWidth + 1) found.push("wider than its card: " + card.id);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push("wider than the page");
  return found;
})()`;

describe("no label covers another or leaves its card", () => {
  const catalogs = [
    { name: "the shipped models", ownModels: 0 },
    { name: "ten more models", ownModels: 10 },
  ];
  test.each(catalogs)(
    "in 22 states at three widths with $name",
    async ({ ownModels }) => {
      const file = await pages.fileOf({}, { catalog: await catalogWith(ownModels) });
      const collisions: string[] = [];
      for (const width of WIDTHS) {
        const page = await pages.opened(file, width, 900);
        for (const fragment of FRAGMENTS) {
          await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
          await standsStill(page);
          const found = (await page.evaluate(COLLISIONS)) as string[];
          collisions.push(...found.map((each) => `${width} #${fragment}: ${each}`));
        }
        await page.close();
      }
      expect(collisions).toEqual([]);
    },
    300_000,
  );

  test.each(STATIC_QUESTIONS)(
    "in a page without a script, and on the day after the shutdown: %j",
    async (document) => {
      for (const asOf of ["2026-11-22", DEAD_DAY]) {
        const file = await pages.fileOf(document, { isStatic: true, asOf });
        for (const width of WIDTHS) {
          const { page } = await pages.browser.open(file);
          await page.setViewportSize({ width, height: 900 });
          expect(await page.evaluate(COLLISIONS)).toEqual([]);
          await page.close();
        }
      }
    },
  );
});

describe("without scrolling", () => {
  async function bottomOf(page: Page, selector: string): Promise<number> {
    const box = await page.locator(selector).first().boundingBox();
    if (box === null) throw new Error(`${selector} is not shown`);
    return box.y + box.height;
  }

  test("1440 x 900 shows verdict, scorecard, end, sureness and every control", async () => {
    const page = await pages.opened(usual, 1440, 900);
    for (const selector of ["h1", ".verdict", "#scorecard", "#ends", "#sureness", ".panel"]) {
      expect({ selector, fits: (await bottomOf(page, selector)) <= 900 }).toEqual({
        selector,
        fits: true,
      });
    }
    const hidden = await page.evaluate(
      `document.querySelector(".panel").scrollHeight - document.querySelector(".panel").clientHeight`,
    );
    expect(hidden).toBe(0);
    await page.close();
  });

  test("360 x 760 shows verdict, end and the bars of cost above the bar of the verdict", async () => {
    const page = await pages.opened(usual, 360, 760);
    const bar = await page.locator("#verdict-bar").boundingBox();
    const limit = bar?.y ?? 0;
    for (const selector of ["h1", ".verdict", ".ending", "#scorecard .block >> nth=0"]) {
      expect({ selector, fits: (await bottomOf(page, selector)) <= limit }).toEqual({
        selector,
        fits: true,
      });
    }
    expect(await page.textContent(".ending")).toContain("14 January 2027");
    await page.close();
  });
});

test("on a phone the controls are a sheet: the verdict stays, Escape closes, the focus comes back", async () => {
  const page = await pages.opened(usual, 360, 760);
  expect(await page.locator("#requests").isVisible()).toBe(false);
  await page.click("#open-sheet");
  expect(await page.locator("#requests").isVisible()).toBe(true);
  const verdict = await page.textContent("#verdict");
  await page.focus("#requests");
  await page.keyboard.press("Home");
  await standsStill(page);
  expect(await page.textContent("#verdict")).not.toBe(verdict);
  const head = await page.locator("#verdict").boundingBox();
  expect(head?.y).toBeLessThan(760);
  await page.keyboard.press("Escape");
  expect(await page.locator("#requests").isVisible()).toBe(false);
  expect(await page.evaluate("document.activeElement.id")).toBe("open-sheet");
  const small = await page.evaluate(
    `[...document.querySelectorAll("#verdict-bar button, .top button")].filter((each) => each.offsetHeight > 0 && each.offsetHeight < 44).map((each) => each.id)`,
  );
  expect(small).toEqual([]);
  await page.close();
});

describe("a field reads what the command line reads", () => {
  test.each([
    ["requests", "50k", "--requests"],
    ["requests", "2M", "--requests"],
    ["requests", "200/day", "--requests"],
    ["latency", "800ms", "--latency"],
    ["budget", "$500", "--budget"],
    ["inputTokens", "1.5k", "--input-tokens"],
  ])("%s: %s", async (control, typed, flag) => {
    const page = await pages.opened(usual, 1440, 900);
    await page.evaluate(
      `document.querySelectorAll("details").forEach((each) => { each.open = true; })`,
    );
    await page.evaluate(
      `document.addEventListener("pick-model:answer", (event) => { window.heard = event.detail.result; })`,
    );
    await page.fill(`#${control}-exact`, typed);
    await page.keyboard.press("Tab");
    await standsStill(page);
    const { stdout } = await runCli([flag, typed, "--json"]);
    const expected = JSON.parse(stdout) as { ranking: { model: string; score: number }[] };
    const heard = (await page.evaluate("window.heard.ranking")) as typeof expected.ranking;
    expect(heard.map(({ model, score }) => [model, score.toFixed(10)])).toEqual(
      expected.ranking.map(({ model, score }) => [model, score.toFixed(10)]),
    );
    await page.close();
  });

  test.each([
    ["requests", "0x10", "'0x10' is not a number of requests"],
    ["requests", "", "no value"],
    ["budget", "0", "'0' is zero"],
    ["budget", "-5", "'-5' is negative"],
    ["budget", "€5", "'€5' is in euros (EUR), not in US dollars"],
    ["images", "1.5", "'1.5' is not a whole number"],
    ["requests", "1,000", "'1,000' could mean 1000 or 1: write"],
  ])("%s: '%s' is said under the field, and the answer stays", async (control, typed, said) => {
    const page = await pages.opened(usual, 1440, 900);
    await page.evaluate(
      `document.querySelectorAll("details").forEach((each) => { each.open = true; })`,
    );
    const before = await page.textContent("#answer");
    await page.fill(`#${control}-exact`, typed);
    await page.keyboard.press("Tab");
    expect(await page.textContent(`#${control}-error`)).toContain(said);
    expect(await page.getAttribute(`#${control}-exact`, "aria-invalid")).toBe("true");
    expect(await page.inputValue(`#${control}-exact`)).toBe(typed);
    expect(await page.textContent("#answer")).toBe(before);
    await page.close();
  });

  test("a word is no hard limit, an amount is", async () => {
    const page = await pages.opened(usual, 1440, 900);
    expect(await page.textContent("#budget-label")).toBe("Aim, no hard limit");
    await page.fill("#budget-exact", "500");
    await page.keyboard.press("Tab");
    await standsStill(page);
    expect(await page.textContent("#budget-label")).toBe("Hard limit");
    await page.close();
  });
});

test("the day after the shutdown the successor is the page", async () => {
  const page = await pages.opened(await pages.fileOf({}, { asOf: DEAD_DAY }), 1440, 900);
  expect(await page.textContent("h1")).toBe("Use GPT-6 Luna?");
  expect(await page.textContent(".verdict")).toContain("No source measures it on this work");
  expect(await page.locator("#scorecard, #ends, #bill, #chart-speed").count()).toBe(4);
  // What is ranked unasked is not offered to be ranked too.
  expect(await page.locator("#successors").count()).toBe(0);
  const empty = await page.evaluate(
    `[...document.querySelectorAll("main .card:not(.panel)")].filter((card) => card.textContent.length < 40).map((card) => card.id)`,
  );
  expect(empty).toEqual([]);
  await page.locator("#comparison-table").scrollIntoViewIfNeeded();
  expect(await page.textContent("#comparison-table thead")).toContain("GPT-6 Luna");
  await page.close();
});

test("what nobody measured is never drawn solid", async () => {
  const models = ["gpt-4o", "gpt-4o-mini", "gpt-6-luna"];
  const page = await pages.opened(await pages.fileOf({ models }), 1440, 900);
  expect(await page.locator("#scorecard .unmeasured").count()).toBeGreaterThan(0);
  expect(await page.locator("#chart-quality-cost .filled").count()).toBe(2);
  expect(await page.locator("#chart-quality-cost .hollow").count()).toBe(1);
  expect(await page.textContent("#chart-quality-cost")).toContain("unknown, counted as");
  await page.close();
});

test("hue means a model: no rule of the style sheet gives it to anything else", async () => {
  const html = await readFile(usual, "utf8");
  const [, styles = ""] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  const used = styles
    .replaceAll(/\.model-\w+ \{ --own: var\(--model-\w+\); \}/g, "")
    .match(/var\(--model-\w+\)/g);
  expect(used).toBeNull();
  // All other colours are greys: their parts differ by little.
  const others = styles.replaceAll(/--model-\d: #\w+;/g, "").match(/#[0-9a-f]{6}\b/g) ?? [];
  const hued = others.filter((colour) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.max(...parts) - Math.min(...parts) > 16;
  });
  expect(hued).toEqual([]);
});

test("in forced colours the chosen word is seen", async () => {
  const page = await pages.opened(usual, 1440, 900);
  await page.emulateMedia({ forcedColors: "active" });
  const inkOf = async (value: string) => {
    const shot = await page
      .locator(`label:has(> input[name="quality"][value="${value}"])`)
      .screenshot();
    return page.evaluate(
      `(async () => {
        const image = await createImageBitmap(new Blob([Uint8Array.from(atob("${shot.toString("base64")}"), (each) => each.charCodeAt(0))]));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        return [...context.getImageData(image.width >> 1, 4, 1, 1).data].join();
      })()`,
    );
  };
  const [chosen, other] = [await inkOf("standard"), await inkOf("high")];
  expect(chosen).not.toBe(other);
  await page.close();
});

describe("on A4 with margins of 10 mm", () => {
  test.each([
    ["usual", {}, {}],
    ["after the shutdown", {}, { asOf: DEAD_DAY }],
    ["static", {}, { isStatic: true }],
  ] as const)("%s: at most six pages", async (_name, document, options) => {
    const file = await pages.fileOf(document, options);
    const { page } = await pages.browser.open(file);
    if (!("isStatic" in options)) await standsStill(page);
    const paper = await page.pdf({
      format: "A4",
      margin: { top: "10mm", bottom: "10mm", left: "10mm", right: "10mm" },
    });
    const sheets = paper.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(sheets.length).toBeLessThanOrEqual(6);
    await page.close();
  });
});

test("ten models of one's own, each with every fact there is of GPT-4o, stay under a megabyte", async () => {
  const html = await reportOf({}, { catalog: await catalogOfFullModels(10) });
  expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
});

test("a saved copy opens on what was moved, and asks it as its own question", async () => {
  const page = await pages.opened(usual, 1440, 900);
  await page.fill("#requests-exact", "5k");
  await page.keyboard.press("Tab");
  await standsStill(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-copy")]);
  const file = path.join(pages.folder, "saved.html");
  await download.saveAs(file);
  const { page: copy, complaints } = await pages.browser.open(file);
  await standsStill(copy);
  expect(await copy.textContent("h1")).toBe(await page.textContent("h1"));
  expect(await copy.textContent("#command")).toBe(await page.textContent("#command"));
  expect(await copy.inputValue("#requests-exact")).toBe("5,000");
  expect(await copy.locator("#reset").isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await copy.close();
  await page.close();
});
