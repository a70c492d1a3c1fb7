/** The registry of priced items: no price of a list, and no charge of a tool, is left without an item billed at it. */
import { expect, test } from "vitest";
import { openCatalog } from "../../src/catalog/index.ts";
import { type CostEstimate, estimateCost, requestsFor } from "../../src/decision/cost.ts";
import { type CostOptions, PRICED_ITEMS, requestUse } from "../../src/decision/priced-items.ts";
import type { NumericFact } from "../../src/facts/claims.ts";
import { openFactSheets } from "../../src/facts/fact-sheets.ts";
import { exact } from "../../src/facts/money.ts";
import { resolveNeed } from "../../src/question/index.ts";
import type { Requirements } from "../../src/schema/requirements.ts";
import { REQUEST_EXTRAS, REQUEST_ITEMS, TOKEN_PRICES } from "../../src/schema/vocabulary.ts";
import { layerOf } from "../support/requirements.ts";
import { TEST_DAY } from "../support/run.ts";

const OPTIONS: CostOptions = { outputMultiple: 1, ruleOf: () => null };

test("whatever a request uses beside text and images stands on its bill", async () => {
  const catalog = await openCatalog();
  const itemsOf = (workload: Requirements["workload"]) => {
    const need = resolveNeed([layerOf({ workload })], catalog, { asOf: TEST_DAY });
    const sheet = openFactSheets(catalog, TEST_DAY).find("gpt-4o");
    if (sheet === null) throw new Error("the catalog has no gpt-4o");
    const { prices } = estimateCost(sheet, need.workload, OPTIONS);
    return requestUse(sheet, need.workload, prices, OPTIONS).items.map(({ item }) => item);
  };
  const plain = itemsOf({});
  const unbilled = REQUEST_EXTRAS.filter((extra) => itemsOf({ [extra]: 1 }).length <= plain.length);
  expect(unbilled).toEqual([]);
});

test("an amount buys whole requests to the last one, where a quotient of doubles falls short", () => {
  const at = (usdPerRequest: number) =>
    ({ exact: { request: exact(usdPerRequest) } }) as CostEstimate;
  expect(Math.floor(0.7 / 0.1)).toBe(6);
  expect(requestsFor(0.7, at(0.1))).toBe(7);
  expect(requestsFor(0.7, at(0))).toBeNull();
});

/** A fact that is nothing but its name, so that it can be told which one an item is billed at. */
const named = (path: string) => ({ path }) as NumericFact;

test("every price of a list is the price of an item, but for writing to the cache for twelve hours, which no request says of itself", () => {
  const list = Object.fromEntries(TOKEN_PRICES.map((price) => [price, named(price)]));
  const tools = {
    searchCall: named("search call"),
    searchBlock: named("search block"),
    fileCall: named("file call"),
  };
  const billedAt = REQUEST_ITEMS.map((item) => PRICED_ITEMS[item].price(list as never, tools).path);
  expect([...TOKEN_PRICES].filter((price) => !billedAt.includes(price))).toEqual([
    "cacheWriteTwelveHours",
  ]);
  expect(billedAt).toEqual([
    "input",
    "cachedInput",
    "cacheWrite",
    "input",
    "search call",
    "input",
    "file call",
    "output",
  ]);
});
