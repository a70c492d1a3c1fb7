/** The page's way out of a model that ends: the table of targets, the traps and the edits, before and after its day. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import type { Migration } from "../../../src/answers/migration/schema.ts";
import { openPages, type Pages, standsStill } from "../../support/pages.ts";
import { runCli } from "../../support/run.ts";

const DEAD_DAY = "2027-01-15";

let pages: Pages;

beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

async function migrationOf(...options: string[]): Promise<Migration> {
  const { stdout } = await runCli(["migrate", ...options, "--json"]);
  return JSON.parse(stdout) as Migration;
}

/** The section open, as a reader sees it: its headline, its rows and its notes by label. */
async function leavingOf(page: Page) {
  const section = page.locator("#leaving");
  if (!(await section.evaluate((each) => each.hasAttribute("open")))) {
    await section.locator("> summary").click();
  }
  const rows = await section.locator("tbody tr").all();
  const notes = await section.locator("dl.notes").first().innerText();
  return {
    headline: await section.locator("> summary").innerText(),
    targets: await Promise.all(
      rows.map(async (row) => {
        const cells = await row.locator("th, td").allInnerTexts();
        return cells.map((cell) => cell.trim().replaceAll(/\s/g, " "));
      }),
    ),
    notes: notes.replaceAll(/\s+/g, " "),
    text: (await section.innerText()).replaceAll(/\s+/g, " "),
  };
}

describe("a pick with an announced end", () => {
  test("has migrate's targets in its order, what ends as soon, the edits with their sources, and the days", async () => {
    const page = await pages.opened(await pages.fileOf({}), 1440, 900);
    const { targets, notThese, plan, from } = await migrationOf("gpt-4o-mini");
    const shown = await leavingOf(page);
    expect(shown.headline).toBe("Leaving GPT-4o mini: where to, what breaks, by when");
    expect(shown.targets.map(([name = ""]) => name.replace(/^→\s*|, low$/g, ""))).toEqual(
      targets.map(({ model }) => model),
    );
    expect(shown.targets.map((cells) => cells.at(-1))).toEqual(
      targets.map(({ changesNeeded }) => String(changesNeeded)),
    );
    expect(shown.targets[0]).toEqual(["→ gpt-6-luna", "$10", "3 s", "unknown", "unknown", "2"]);
    // Every trap, with its day.
    for (const { model } of notThese) expect(shown.notes).toContain(model);
    expect(shown.notes).toContain(
      "gpt-5, gpt-5-mini and gpt-5-nano end on 2026-12-11, 34 days earlier",
    );
    // Every edit of the first target that needs doing, with its first source.
    const edits = targets[0]?.changes.filter(({ severity }) => severity !== "check") ?? [];
    expect(edits.length).toBeGreaterThan(1);
    for (const { parameter, evidence } of edits) {
      expect(shown.notes).toMatch(new RegExp(`${parameter}: .*\\[${evidence[0] ?? ""}, `));
    }
    for (const { date } of plan) expect(shown.notes).toContain(date);
    expect(shown.text).toContain(`ends in OpenAI's API on ${from.shutdown ?? ""}`);
    await page.close();
  });

  test("follows what is moved: the bill, and the model that is left", async () => {
    const page = await pages.opened(await pages.fileOf({}), 1440, 900);
    await page.evaluate(`location.hash = "requests=20k&quality=high"`);
    await standsStill(page);
    const moved = await leavingOf(page);
    const { from, targets } = await migrationOf("gpt-4o", "--requests", "20k", "-q", "high");
    expect(moved.headline).toMatch(/^Leaving GPT-4o:/);
    expect(moved.text).toContain(`now $${(from.usdPerMonth ?? 0).toLocaleString("en-US")}`);
    expect(moved.targets.map(([name = ""]) => name.replace(/^→\s*|, low$/g, ""))).toEqual(
      targets.map(({ model }) => model),
    );
    await page.close();
  });
});

test("from the day after, those that are gone are left; a pick that goes on is not", async () => {
  const page = await pages.opened(await pages.fileOf({}, { asOf: DEAD_DAY }), 1440, 900);
  const { headline, targets, text } = await leavingOf(page);
  expect(headline).toBe("Leaving GPT-4o and GPT-4o mini: where to, what breaks, by when");
  expect(targets).toHaveLength(12);
  expect(text).toContain("GPT-4o mini was shut down in OpenAI's API on 2027-01-14, 1 day ago.");
  // Nobody can ask a model that is gone.
  expect(text).not.toMatch(/prompts on both/);
  await page.close();
});

test("before any end is announced there is nothing to leave", async () => {
  const page = await pages.opened(await pages.fileOf({}, { asOf: "2026-10-01" }), 1440, 900);
  expect(await page.locator("#leaving > *").count()).toBe(0);
  await page.close();
});

test.each([360, 768, 1440])("at %i px every cell of the table is in sight", async (width) => {
  for (const asOf of ["2026-11-22", DEAD_DAY]) {
    const page = await pages.opened(await pages.fileOf({}, { asOf }), width, 900);
    await leavingOf(page);
    const cut = await page.evaluate(
      `[...document.querySelectorAll("#leaving .scroll")].filter((frame) => frame.scrollWidth > frame.clientWidth + 1).length
        + [...document.querySelectorAll("#leaving td")].filter((cell) => cell.getBoundingClientRect().right > innerWidth).length`,
    );
    expect(cut).toBe(0);
    await page.close();
  }
});
