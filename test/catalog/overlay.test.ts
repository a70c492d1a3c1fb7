/** The user's own files over the catalog: own prices, own measurements, own models. */
import { expect, test } from "vitest";
import { digestOf } from "../../src/catalog/digest.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { applyOverlays } from "../../src/catalog/overlay.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import { catalogFolder, temporaryFolder } from "../support/catalog-folder.ts";
import { failureOf } from "../support/failure-line.ts";

async function base(): Promise<Catalog> {
  const data = await loadCatalog(await catalogFolder());
  return { ...data, digest: digestOf(data), overlaid: [] };
}

/** Lays files over the fixture catalog; without paths, all of them in the order given. */
async function overlaid(files: Record<string, string>, paths = Object.keys(files)) {
  return applyOverlays(await base(), paths, await temporaryFolder(files));
}

const modelOf = (catalog: Catalog, id: string) => catalog.models.find((model) => model.id === id);

const CONTRACT = `sources:
  - { id: contract, title: Our contract, publisher: Us, class: own, checked: 2025-03-01 }
`;

test("without paths the catalog is the same value", async () => {
  const catalog = await base();
  expect(await applyOverlays(catalog, [], "/")).toBe(catalog);
});

test("own claims follow the catalog's, and the digest tells", async () => {
  const before = await base();
  const after = await overlaid({
    "own.yaml": `id: small
${CONTRACT}prices:
  standard:
    input: [{ value: 0.4, source: contract, observed: 2025-03-01 }]
benchmarks:
  quiz: [{ value: 61, source: contract, observed: 2025-03-02 }]
`,
  });
  expect(modelOf(after, "small")).toEqual({
    ...modelOf(before, "small"),
    prices: {
      standard: {
        input: [
          { value: 0.5, source: "small-notes", observed: "2025-01-02" },
          { value: 0.4, source: "contract", observed: "2025-03-01" },
        ],
      },
    },
    benchmarks: { quiz: [{ value: 61, source: "contract", observed: "2025-03-02" }] },
  });
  expect(modelOf(after, "big")).toEqual(modelOf(before, "big"));
  expect(after.sources.map(({ id }) => id)).toEqual(["acme-prices", "small-notes", "contract"]);
  expect(after.overlaid).toEqual(["small"]);
  expect(after.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(after.digest).not.toBe(before.digest);
});

test("a discount follows every list price in force while it runs", async () => {
  const after = await overlaid({
    "discount.yaml": `id: big
${CONTRACT}discount: [{ value: 0.25, source: contract, observed: 2025-03-01, until: 2025-12-31 }]
`,
  });
  const prices = modelOf(after, "big")?.prices;
  // 4 less a quarter until the list price falls on 2025-09-01, then 2 less a quarter.
  expect(prices?.standard?.input?.slice(2)).toEqual([
    {
      value: 3,
      source: "contract",
      observed: "2025-03-01",
      from: "2025-03-01",
      until: "2025-08-31",
      scope: "all",
      note: "25 % off the list price of 4 (acme-prices)",
    },
    {
      value: 1.5,
      source: "contract",
      observed: "2025-09-02",
      from: "2025-09-01",
      until: "2025-12-31",
      scope: "all",
      note: "25 % off the list price of 2 (acme-prices)",
    },
  ]);
  expect(prices?.standard?.output?.slice(1)).toEqual([
    {
      value: 6,
      source: "contract",
      observed: "2025-06-02",
      from: "2025-06-02",
      until: "2025-12-31",
      note: "25 % off the list price of 8 (acme-prices)",
    },
  ]);
  expect(prices?.batch?.input).toHaveLength(2);
});

test("a discount for one tier leaves the others", async () => {
  const after = await overlaid({
    "discount.yaml": `id: big
${CONTRACT}discount: [{ value: 0.5, source: contract, observed: 2025-10-01, serviceTier: batch }]
`,
  });
  const prices = modelOf(after, "big")?.prices;
  expect(prices?.batch?.input?.map(({ value }) => value)).toEqual([1, 0.5]);
  expect(prices?.standard?.input).toHaveLength(2);
});

test("a folder brings a model of its own and claims about it, in the order of the names", async () => {
  const after = await overlaid(
    {
      "mine/a-tiny.yaml":
        "id: tiny\nname: Tiny\nprovider: us\nsnapshots: [{ id: tiny-1, released: 2025-01-01, default: true }]\n",
      "mine/b-more.json": JSON.stringify({
        id: "tiny",
        sources: [
          { id: "desk", title: "Desk", publisher: "Us", class: "own", checked: "2025-03-01" },
        ],
        benchmarks: { quiz: [{ value: 50, source: "desk", observed: "2025-03-01" }] },
      }),
      "mine/read-me.txt": "not a catalog file",
    },
    ["mine"],
  );
  expect(after.models.map(({ id }) => id)).toEqual(["big", "small", "tiny"]);
  expect(modelOf(after, "tiny")).toMatchObject({ benchmarks: { quiz: [{ value: 50 }] } });
});

test("two files may bring the same source", async () => {
  const claim = "tokenizer: [{ value: bpe, source: contract, observed: 2025-03-01 }]\n";
  const after = await overlaid({
    "big.yaml": `id: big\n${CONTRACT}${claim}`,
    "small.yaml": `id: small\n${CONTRACT}${claim}`,
  });
  expect(after.sources.map(({ id }) => id)).toEqual(["acme-prices", "small-notes", "contract"]);
  expect(after.overlaid).toEqual(["big", "small"]);
});

test.each<[string, Record<string, string>, string[], string]>([
  [
    "a missing path",
    {},
    ["none.yaml"],
    "catalog: none.yaml: no such file or folder (check the path)",
  ],
  [
    "a folder without catalog files",
    { "mine/notes.txt": "" },
    ["mine"],
    "catalog: mine: no catalog file in this folder (put a .yaml file there)",
  ],
  [
    "claims about an unknown model",
    { "own.yaml": "id: smal\n" },
    ["own.yaml"],
    "catalog: own.yaml:1:5: id: there is no model 'smal' to add claims to (did you mean 'small'?; a model of your own needs snapshots)",
  ],
  [
    "a model that is already there",
    {
      "own.yaml":
        "id: small\nname: S\nprovider: us\nsnapshots: [{ id: s-1, released: 2025-01-01, default: true }]\n",
    },
    ["own.yaml"],
    "catalog: own.yaml:1:5: id: 'small' is already the id of a model (choose another id)",
  ],
  [
    "another source under an id that is taken",
    { "own.yaml": `id: small\n${CONTRACT.replace("contract", "acme-prices")}` },
    ["own.yaml"],
    "catalog: own.yaml:3:11: sources[0].id: 'acme-prices' is already the id of a source (choose another id)",
  ],
  [
    "a price below nothing",
    {
      "own.yaml": `id: small\n${CONTRACT}prices: { standard: { input: [{ value: -1, source: contract, observed: 2025-03-01 }] } }\n`,
    },
    ["own.yaml"],
    "catalog: own.yaml:4:40: prices.standard.input[0].value: expected at least 0, got -1",
  ],
  [
    "a discount somebody else speaks of",
    {
      "own.yaml":
        "id: small\ndiscount: [{ value: 0.1, source: acme-prices, observed: 2025-03-01 }]\n",
    },
    ["own.yaml"],
    "catalog: own.yaml:2:34: discount[0].source: a discount is your own agreement (give its source class: own)",
  ],
  [
    "a discount for a snapshot",
    {
      "own.yaml": `id: small\n${CONTRACT}discount: [{ value: 0.1, source: contract, observed: 2025-03-01, scope: all }]\n`,
    },
    ["own.yaml"],
    "catalog: own.yaml:4:73: discount[0].scope: a discount holds for the whole model (write prices for a snapshot)",
  ],
  [
    "a discount of more than everything",
    {
      "own.yaml": `id: small\n${CONTRACT}discount: [{ value: 15, source: contract, observed: 2025-03-01 }]\n`,
    },
    ["own.yaml"],
    "catalog: own.yaml:4:21: discount[0].value: expected at most 1, got 15",
  ],
])("%s is refused", async (_what, files, paths, expected) => {
  expect(await failureOf(() => overlaid(files, paths))).toBe(expected);
});
