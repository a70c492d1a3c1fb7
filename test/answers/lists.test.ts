/** What the lists say of a small made-up catalog, whole; and that nothing of the shipped one is left out. */
import { beforeAll, describe, expect, test } from "vitest";
import { openCatalog } from "../../src/catalog/index.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { FORMAT_IDS, quietText, render } from "../../src/format/index.ts";
import { presentModel } from "../../src/answers/lists/model.ts";
import { presentModels } from "../../src/answers/lists/models.ts";
import { presentTasks } from "../../src/answers/lists/tasks.ts";
import { presentUseCases } from "../../src/answers/lists/use-cases.ts";
import { presentValidation, summariseCatalog } from "../../src/answers/lists/validation.ts";
import type { Presentation } from "../../src/format/presentation.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import { catalogFolder } from "../support/catalog-folder.ts";
import { failureOf } from "../support/failure-line.ts";

/** Only a decision has a record. */
const ALWAYS_THERE = FORMAT_IDS.filter(
  (format) => !["madr", "html", "github", "junit", "ics"].includes(format),
);

const DAY = "2025-09-15";
const MORE_CLAIMS = `
    - { value: 60, source: small-notes, observed: 2025-06-03, scope: alias, note: Another harness. }
    - { value: 70, source: acme-prices, observed: 2025-01-02, scope: [big-2025-01-01] }
    - { value: 99, source: acme-prices, observed: 2025-12-24 }
lifecycle:
  shutdown:
    - { value: 2026-03-01, source: acme-prices, observed: 2025-09-02 }
    - { value: 2026-09-01, source: small-notes, observed: 2025-09-02, undated: true, platform: elsewhere }
features:
  vision: [{ value: true, source: acme-prices, observed: 2025-06-02 }]
`;

let small: Catalog;
let shipped: Catalog;

async function smallCatalog(): Promise<Catalog> {
  const folder = await catalogFolder({
    "models/acme/big.yaml": (text) => text.trimEnd() + MORE_CLAIMS,
  });
  return { ...(await loadCatalog(folder, "data")), digest: "sha256:0123", overlaid: ["small"] };
}

/** One entry is read as it stands: nothing is decided for it. */
const unasked = (): never => {
  throw new Error("an entry was resolved");
};

const lists = (catalog: Catalog, day: string): Record<string, Presentation> => ({
  models: presentModels(catalog, day),
  model: presentModel(catalog, catalog.models[0]?.id ?? "", day),
  "use-cases": presentUseCases(catalog, unasked, catalog.useCases[0]?.id ?? ""),
  tasks: presentTasks(catalog, unasked, catalog.tasks[0]?.id ?? ""),
  validation: presentValidation(summariseCatalog(catalog, day)),
});
const NAMES = ["models", "model", "use-cases", "tasks", "validation"];
const list = (catalog: Catalog, name: string, day: string): Presentation => {
  const found = lists(catalog, day)[name];
  if (found === undefined) throw new Error(`no list ${name}`);
  return found;
};

describe("of a made-up catalog", () => {
  test.each(NAMES.flatMap((name) => ALWAYS_THERE.map((format) => [name, format] as const)))(
    "%s as %s",
    async (name, format) => {
      small = await smallCatalog();
      const text = await render(list(small, name, DAY), format, { columns: 80, colour: false });
      await expect(text).toMatchFileSnapshot(`golden/lists/${name}.${format}.txt`);
    },
  );

  test("quiet prints ids", async () => {
    small = await smallCatalog();
    const quiet = NAMES.map((name) => quietText(list(small, name, DAY)));
    expect(quiet).toEqual(["big\nsmall\n", "big\n", "pub-quiz\n", "trivia\n", ""]);
  });

  test("a snapshot is a model too, seen with its own claims", async () => {
    small = await smallCatalog();
    const { model, facts } = presentModel(small, "big-2025-01-01", DAY).data() as {
      model: unknown;
      facts: { path: string; value: unknown }[];
    };
    expect(model).toMatchObject({ id: "big", snapshot: "big-2025-01-01" });
    expect(facts.find(({ path }) => path === "benchmarks.quiz")?.value).toBe(70);
  });

  test("an unknown model", async () => {
    small = await smallCatalog();
    expect(await failureOf(() => presentModel(small, "smal", DAY))).toBe(
      "usage: unknown model 'smal' (did you mean 'small'?)",
    );
  });
});

describe("of the shipped catalog", () => {
  beforeAll(async () => {
    shipped = await openCatalog();
  });

  test("every claim is shown or lies in the future", () => {
    const late = "9999-12-31";
    const shown = shipped.models.flatMap(({ id }) => presentModel(shipped, id, late).grid().rows);
    expect(shown.length).toBe(summariseCatalog(shipped, late).claims);
    expect(JSON.stringify(shipped.models).split('"observed":').length - 1).toBe(shown.length);
  });

  test("no chapter is without a name", () => {
    const headings = shipped.models.flatMap(({ id }) =>
      presentModel(shipped, id, "2026-11-22")
        .document()
        .blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : [])),
    );
    expect(headings).toContain("Benchmarks");
    expect(headings).not.toContain("Else");
  });

  test.each([40, 80, 200])("fits %i columns", async (columns) => {
    for (const presentation of Object.values(lists(shipped, "2026-11-22"))) {
      const screen = await render(presentation, "table", { columns, colour: false });
      const wide = screen.split("\n").filter((line) => line.length > columns);
      expect(wide.filter((line) => line.trim().split(/ +/).length > 2)).toEqual([]);
    }
  });

  test("summaries are sentences of at most 200 characters", () => {
    for (const presentation of Object.values(lists(shipped, "2026-11-22"))) {
      expect(presentation.summary()).toMatch(/^.{1,199}\.$/);
    }
  });
});
