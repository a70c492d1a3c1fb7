/** The page in the hand: what is dragged, what stays where it is while something is moved, what goes to paper. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { openPages, type Pages, standsStill } from "../../support/pages.ts";

let pages: Pages;
let usual: string;

beforeAll(async () => {
  pages = await openPages();
  usual = await pages.fileOf({});
});
afterAll(() => pages.close());

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`nothing is drawn at ${selector}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function topOf(page: Page, selector: string): Promise<number> {
  return (await page.locator(selector).boundingBox())?.y ?? Number.NaN;
}

test("a settled move can be taken back, and the triangle is dragged", async () => {
  const page = await pages.opened(usual, 1440, 900);
  const handle = await page.locator("#triangle .handle").boundingBox();
  if (handle === null) throw new Error("the triangle has no handle");
  await page.mouse.move(handle.x + 8, handle.y + 8);
  await page.mouse.down();
  await page.mouse.move(handle.x + 22, handle.y - 70, { steps: 5 });
  await page.mouse.up();
  await standsStill(page);
  expect(await page.textContent("h1")).toBe("Use GPT-4o");
  expect(new URL(page.url()).hash).toMatch(/^#weight=cost=\d+,/);
  await page.click("#undo");
  await standsStill(page);
  expect(await page.textContent("h1")).toBe("Use GPT-4o mini");
  expect(await page.inputValue("#weightCost-exact")).toBe("40");
  await page.close();
});

test("today's line in the chart of volumes is dragged to ten times as many requests", async () => {
  const page = await pages.opened(usual, 1440, 900);
  await page.locator("#chart-volume").scrollIntoViewIfNeeded();
  const { from, to } = (await page.evaluate(`(() => {
    const grip = document.querySelector("#chart-volume .grip");
    const frame = grip.closest("svg").getBoundingClientRect();
    const scale = frame.width / grip.closest("svg").viewBox.baseVal.width;
    const { left, right, least, most } = grip.dataset;
    const decade = ((right - left) / Math.log10(most / least)) * scale;
    const x = frame.left + Number(grip.getAttribute("x1")) * scale;
    return { from: x, to: x + decade };
  })()`)) as { from: number; to: number };
  const { y } = await middleOf(page, "#chart-volume svg");
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(to - 20, y, { steps: 4 });
  await page.mouse.move(to, y);
  await page.mouse.up();
  await standsStill(page);
  expect(await page.inputValue("#requests-exact")).toBe("400,000");
  expect(new URL(page.url()).hash).toBe("#requests=400000");
  // Beside the line nothing is dragged.
  await page.mouse.move(from - 60, y);
  await page.mouse.down();
  await page.mouse.move(from - 90, y);
  await page.mouse.up();
  expect(await page.inputValue("#requests-exact")).toBe("400,000");
  await page.close();
});

test("a weight taken to 100 % and back leaves the others in the proportion they had", async () => {
  const page = await pages.opened(usual, 1440, 900);
  await page.locator("#controls summary", { hasText: "By number" }).click();
  const weights = async () =>
    Promise.all(
      ["Cost", "Quality", "Latency"].map((each) => page.inputValue(`#weight${each}-exact`)),
    );
  const setCost = async (percent: string) => {
    await page.fill("#weightCost-exact", percent);
    await page.keyboard.press("Tab");
    await standsStill(page);
  };
  expect(await weights()).toEqual(["40", "40", "20"]);
  await setCost("100");
  expect(await weights()).toEqual(["100", "0", "0"]);
  await setCost("40");
  expect(await weights()).toEqual(["40", "40", "20"]);
  await page.close();
});

describe("nothing jumps", () => {
  const MOVES = ["quality=high", "quality=critical", "budget=low", "requests=100"];

  test("a chart in view stays where it is, and what is open stays open", async () => {
    const page = await pages.opened(usual, 1440, 900);
    await page.locator("#sources > summary").click();
    await page.locator("#chart-speed details summary").click();
    await page.locator("#chart-volume").scrollIntoViewIfNeeded();
    const before = await topOf(page, "#chart-volume");
    for (const move of MOVES) {
      await page.evaluate(`location.hash = ${JSON.stringify(move)}`);
      await standsStill(page);
      expect(Math.abs((await topOf(page, "#chart-volume")) - before)).toBeLessThanOrEqual(1);
      expect(await page.locator("#sources").getAttribute("open")).not.toBeNull();
      expect(await page.locator("#chart-speed details").getAttribute("open")).not.toBeNull();
    }
    await page.close();
  });

  test("on a phone the slider under the finger stays there while it moves the answer", async () => {
    const page = await pages.opened(usual, 360, 760);
    await page.click("#open-sheet");
    const slider = "#requests";
    await page.locator(slider).scrollIntoViewIfNeeded();
    const before = await topOf(page, slider);
    for (const share of [0.1, 0.3, 0.6, 0.95]) {
      await page.evaluate(`(() => {
        const input = document.querySelector("${slider}");
        input.value = String(Number(input.min) + (input.max - input.min) * ${share});
        input.dispatchEvent(new Event("input", { bubbles: true }));
      })()`);
      expect(Math.abs((await topOf(page, slider)) - before)).toBeLessThanOrEqual(1);
      await standsStill(page);
      expect(Math.abs((await topOf(page, slider)) - before)).toBeLessThanOrEqual(1);
    }
    await page.close();
  });

  test("back takes back one move, not the page", async () => {
    const page = await pages.opened(usual, 1440, 900);
    for (const value of ["high", "critical"]) {
      await page.check(`input[name="quality"][value="${value}"]`, { force: true });
      await standsStill(page);
    }
    await page.goBack();
    await standsStill(page);
    expect(await page.isChecked('input[name="quality"][value="high"]')).toBe(true);
    expect(new URL(page.url()).hash).toBe("#quality=high");
    await page.close();
  });
});

test("Print all opens what opens and compares every trait, and leaves the page as it was", async () => {
  const page = await pages.opened(usual, 1440, 900);
  await page.evaluate(`window.print = () => {
    const all = [...document.querySelectorAll("main details")];
    window.printed = {
      closed: all.filter((each) => !each.open).length,
      rows: document.querySelectorAll("#comparison-table tbody tr:not(.group, .remarks)").length,
      account: document.querySelector("#accounts details").innerText.length,
    };
  }`);
  const traits = Number(
    /All (\d+)/.exec((await page.locator(".toolbar").innerText()).replaceAll(/\s+/g, " "))?.[1],
  );
  await page.click("#print-all");
  await page.waitForFunction("window.printed !== undefined");
  const printed = (await page.evaluate("window.printed")) as Record<string, number>;
  expect(printed).toMatchObject({ closed: 0, rows: traits });
  expect(printed["account"]).toBeGreaterThan(500);
  await page.evaluate(`dispatchEvent(new Event("afterprint"))`);
  expect(await page.locator("#accounts details[open], #words[open]").count()).toBe(0);
  expect(await page.isChecked('input[name="filter"][value="differences"]')).toBe(true);
  await page.close();
});
