/** Catalogs of thousands: one file of many models, and checks whose work grows with the claims alone. */
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { checkClaims, checkEntries } from "../../src/catalog/checks/index.ts";
import { noEntries } from "../../src/catalog/entry.ts";
import { openCatalog } from "../../src/catalog/index.ts";
import { namesOf } from "../../src/catalog/names.ts";
import type { Model } from "../../src/schema/model.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";

const LIST = {
  id: "own-list",
  title: "Own price list",
  publisher: "us",
  class: "own",
  checked: "2026-11-20",
} as const;

/** As from a price list: two prices each. */
function listed(place: number): Model {
  const claim = (value: number) => [{ value, source: LIST.id, observed: LIST.checked }];
  return {
    id: `listed-${place}`,
    name: `Listed ${place}`,
    provider: "openai",
    role: "candidate",
    family: "standard",
    snapshots: [{ id: `listed-${place}-1`, released: "2026-01-01", default: true }],
    prices: { standard: { input: claim(1 + place), output: claim(2 + place) } },
  };
}

function listedMany(count: number): Model[] {
  return Array.from({ length: count }, (_, place) => listed(place));
}

test("one file of many models is what a folder of them is, as YAML and as JSON", async () => {
  const models = listedMany(30);
  const bundle = { sources: [LIST], models };
  const separate = models.map((model) => [
    `many/${model.id}.json`,
    JSON.stringify({ ...model, sources: [LIST] }),
  ]);
  const folder = await temporaryFolder({
    "many.json": JSON.stringify(bundle),
    "many.yaml": stringify(bundle),
    ...Object.fromEntries(separate),
  });
  const opened = await Promise.all(
    ["many.json", "many.yaml", "many"].map((name) => openCatalog([name], folder)),
  );
  const [json, yaml, files] = opened.map(({ models: all, digest }) => ({
    ids: all.map(({ id }) => id).toSorted(),
    digest,
  }));
  expect(json?.ids).toContain("listed-29");
  expect(yaml).toEqual(json);
  expect(files?.ids).toEqual(json?.ids);
});

test("a bundle may be longer than any other document", async () => {
  const note = "n".repeat(2000);
  const models = listedMany(2600).map((model) => ({
    ...model,
    limits: { contextTokens: [{ value: 1, source: LIST.id, observed: LIST.checked, note }] },
  }));
  const text = JSON.stringify({ sources: [LIST], models });
  expect(text.length).toBeGreaterThan(5_000_000);
  const folder = await temporaryFolder({ "many.json": text });
  const asked = ["--catalog", "many.json", "--only", "listed-7", "--quiet", "--draws", "0"];
  expect(await runCli(asked, { cwd: folder })).toEqual({
    code: 0,
    stdout: "listed-7\n",
    stderr: "",
  });
  // Any other document is as long as before.
  const other = await temporaryFolder({ "need.json": text });
  const refused = await runCli(["-r", "need.json"], { cwd: other });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("too large");
});

test("twice the models are twice the look-ups of the checks", async () => {
  const { models: _shipped, ...rest } = await openCatalog();
  const lookUps = (count: number): number => {
    const models = listedMany(count);
    const names = namesOf({ ...rest, models, sources: [LIST] });
    const place = { where: () => "here", path: [], file: "many.json" };
    const added = { ...noEntries(), models: models.map((value) => ({ ...place, value })) };
    let counted = 0;
    const counting = <Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
      Object.assign(new Map(map), {
        has: (id: string) => (counted += 1) > 0 && map.has(id),
        get: (id: string) => ((counted += 1), map.get(id)),
      });
    const [known, snapshots, sources] = [names.models, names.snapshots, names.sources].map(
      counting,
    );
    if (!known || !snapshots || !sources) throw new Error("three maps");
    const watched = { ...names, models: known, snapshots, sources };
    checkEntries(added, watched);
    checkClaims(added, watched);
    return counted;
  };
  // A model: its id, its snapshot's twice, and the source of either price.
  expect(lookUps(100)).toBe(500);
  expect(lookUps(200)).toBe(1000);
});
