/** The registry of priced items: no price of a list, and no charge of a tool, is left without an item billed at it. */
import { expect, test } from "vitest";
import { PRICED_ITEMS } from "../../src/decision/priced-items.ts";
import type { NumericFact } from "../../src/facts/fact.ts";
import { REQUEST_ITEMS, TOKEN_PRICES } from "../../src/schema/vocabulary.ts";

/** A fact that is nothing but its name, so that it can be told which one an item is billed at. */
const named = (path: string) => ({ path }) as NumericFact;

test("every price of a list is the price of an item, but for writing to the cache, which is only noted", () => {
  const list = Object.fromEntries(TOKEN_PRICES.map((price) => [price, named(price)]));
  const tools = {
    searchCall: named("search call"),
    searchBlock: named("search block"),
    fileCall: named("file call"),
  };
  const billedAt = REQUEST_ITEMS.map((item) => PRICED_ITEMS[item].price(list as never, tools).path);
  expect([...TOKEN_PRICES].filter((price) => !billedAt.includes(price))).toEqual([
    "cacheWrite",
    "cacheWriteTwelveHours",
  ]);
  expect(billedAt).toEqual([
    "input",
    "cachedInput",
    "input",
    "search call",
    "input",
    "file call",
    "output",
  ]);
});
