/** The table of facts against the shipped catalog: every trait has its row, one kind a fact however it is asked for. */
import { expect, test } from "vitest";
import { openCatalog } from "../../src/catalog/index.ts";
import { claimsAt, traitsOf } from "../../src/facts/claims.ts";
import { factRow } from "../../src/facts/fact-rows.ts";
import { openFactSheets } from "../../src/facts/fact-sheets.ts";

const catalog = await openCatalog();
const benchmarks = new Map(catalog.benchmarks.map((each) => [each.id, each]));

test("every trait of every model has a row, its label filled in, and is found at its place", () => {
  const traits = catalog.models.flatMap((model) =>
    traitsOf(model).map(({ path, claims }) => ({ model, place: path.join("."), claims })),
  );
  const unfilled = traits.filter(({ place }) => factRow(place, benchmarks).label.includes("*"));
  const lost = traits.filter(({ model, place, claims }) => claimsAt(model, place) !== claims);
  const counted = traits.filter(({ place }) => factRow(place, benchmarks).unit !== undefined);
  const noFigure = counted.filter(({ claims }) => typeof claims[0]?.value !== "number");
  expect(traits.length).toBeGreaterThan(300);
  expect(unfilled).toEqual([]);
  expect(lost).toEqual([]);
  expect([...new Set(noFigure.map(({ place }) => place))]).toEqual(["speed.requestSeconds"]);
});

test.each([
  ["prices.batch.cachedInput", "cached input price (batch)", "USD per million tokens", "lower"],
  [
    "fineTunedPrices.standard.output",
    "output price (fine-tuned, standard)",
    "USD per million tokens",
    "lower",
  ],
  [
    "rateLimits.3.tokensPerMinute",
    "tokens per minute, usage tier 3",
    "tokens per minute",
    "higher",
  ],
  ["speed.outputTokensPerSecond", "output speed", "tokens per second", "higher"],
  ["features.vision", "offers vision", undefined, undefined],
  ["benchmarks.gpqa", "GPQA", "percent right", "higher"],
])("%s is the %s", (path, label, unit, better) => {
  const row = factRow(path, benchmarks);
  expect([row.unit, row.better]).toEqual([unit, better]);
  expect(row.label.slice(0, label.length)).toBe(label);
});

test("what the plain id means is a matter of the lifecycle, whoever asks", () => {
  expect(factRow("alias").kind).toBe("lifecycle");
  expect(openFactSheets(catalog, "2026-11-29").find("gpt-4o")?.plain("alias").kind).toBe(
    "lifecycle",
  );
});

test.each(["prices.standard.reading", "limits.pages", "moods.good"])(
  "no model file has a fact at '%s'",
  (path) => {
    expect(() => factRow(path)).toThrow(`no model file has a fact at ${path}`);
    expect(claimsAt(catalog.models[0], path)).toEqual([]);
  },
);
