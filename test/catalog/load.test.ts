/** A catalog folder becomes one value, and every mistake in it is told with its place. */
import path from "node:path";
import { expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";
import { catalogFolder, type Change } from "../support/catalog-folder.ts";
import { failureOf } from "../support/failure-line.ts";

const failing = async (changes: Record<string, Change>) => {
  const folder = await catalogFolder(changes);
  return failureOf(() => loadCatalog(folder, "data"));
};
const replaced = (from: string, to: string) => (text: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

test("models in the order of their files, sources gathered from them", async () => {
  const { levels, ...catalog } = await loadCatalog(await catalogFolder());
  expect(levels.version).toMatch(/./);
  expect(catalog).toMatchObject({
    models: [
      { id: "big", role: "candidate", family: "standard" },
      { id: "small", role: "candidate", family: "standard" },
    ],
    sources: [{ id: "acme-prices" }, { id: "small-notes" }],
    benchmarks: [{ id: "quiz", scale: "percent" }],
    tasks: [{ id: "trivia" }],
    useCases: [{ id: "pub-quiz", requirements: { task: "trivia", budget: "low" } }],
    article: { title: "An article" },
  });
  expect(catalog.models[1]).not.toHaveProperty("sources");
});

test("the shipped catalog is whole", async () => {
  const catalog = await loadCatalog(path.join(import.meta.dirname, "../../data"), "data");
  expect(catalog.models.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["gpt-4o", "gpt-4o-mini"]),
  );
});

const SMALL = "models/acme/small.yaml";
const BIG = "models/acme/big.yaml";

test.each<[string, Record<string, Change>, string]>([
  [
    "a missing file",
    { "tasks.yaml": null },
    "catalog: data/tasks.yaml: no such file or folder (check the path)",
  ],
  [
    "a mistyped field",
    { [SMALL]: replaced("provider:", "provder:") },
    "catalog: data/models/acme/small.yaml:3:1: provder: no such field (did you mean 'provider'?)",
  ],
  [
    "a price that is no number",
    { [SMALL]: replaced("value: 0.5", "value: cheap") },
    'catalog: data/models/acme/small.yaml:8:22: prices.standard.input[0].value: expected a number, got "cheap"',
  ],
  [
    "a price without a source",
    { [SMALL]: replaced("source: small-notes, ", "") },
    "catalog: data/models/acme/small.yaml:8:13: prices.standard.input[0].source: is missing (give text)",
  ],
  [
    "a key given twice",
    { [SMALL]: (text) => `${text}name: Other\n` },
    "catalog: data/models/acme/small.yaml:11:1: 'name' is given twice (keep one of them)",
  ],
  [
    "an unknown source",
    { [SMALL]: replaced("source: small-notes", "source: small-note") },
    "catalog: data/models/acme/small.yaml:8:35: prices.standard.input[0].source: there is no source 'small-note' (did you mean 'small-notes'?)",
  ],
  [
    "a source id taken twice",
    { [SMALL]: (text) => text.replaceAll("small-notes", "acme-prices") },
    "catalog: data/models/acme/small.yaml:10:11: sources[0].id: 'acme-prices' is already the id of a source (choose another id)",
  ],
  [
    "a snapshot of another model's name",
    { [SMALL]: replaced("small-2025-01-01", "big") },
    "catalog: data/models/acme/small.yaml:5:11: snapshots[0].id: 'big' is already the id of a model or snapshot (choose another id)",
  ],
  [
    "no default snapshot",
    { [SMALL]: replaced(", default: true", "") },
    "catalog: data/models/acme/small.yaml:5:3: snapshots: no snapshot is the default (mark one with default: true)",
  ],
  [
    "two default snapshots",
    { [BIG]: replaced("2025-01-01 }", "2025-01-01, default: true }") },
    "catalog: data/models/acme/big.yaml:5:3: snapshots: 2 snapshots are the default (mark one with default: true)",
  ],
  [
    "a scope that is no snapshot",
    { [BIG]: replaced("scope: all", "scope: [big-2025-01-02]") },
    "catalog: data/models/acme/big.yaml:10:109: prices.standard.input[0].scope[0]: there is no snapshot 'big-2025-01-02' (did you mean 'big-2025-01-01'?)",
  ],
  [
    "an alias that is no snapshot",
    {
      [BIG]: (text) =>
        `${text}alias: [{ value: big, source: acme-prices, observed: 2025-06-02 }]\n`,
    },
    "catalog: data/models/acme/big.yaml:20:18: alias[0].value: there is no snapshot 'big' (one of big-2025-01-01, big-2025-06-01)",
  ],
  [
    "days in the wrong order",
    { [BIG]: replaced("until: 2025-08-31", "until: 2024-08-31") },
    "catalog: data/models/acme/big.yaml:10:89: prices.standard.input[0].until: 2024-08-31 is before the first day, 2025-01-01 (swap the two days)",
  ],
  [
    "a claim made twice",
    {
      [SMALL]: replaced(
        "[{ value: 0.5, source: small-notes, observed: 2025-01-02 }]",
        "[{ value: 0.5, source: small-notes, observed: 2025-01-02 }, { observed: 2025-01-02, source: small-notes, value: 0.5 }]",
      ),
    },
    "catalog: data/models/acme/small.yaml:8:72: prices.standard.input[1]: this claim is made twice (remove one)",
  ],
  [
    "a result of an unknown benchmark",
    { [BIG]: replaced("  quiz:", "  quizz:") },
    "catalog: data/models/acme/big.yaml:18:3: benchmarks.quizz: there is no benchmark 'quizz' (did you mean 'quiz'?)",
  ],
  [
    "a task that rests on an unknown benchmark",
    { "tasks.yaml": replaced("quiz:", "exam:") },
    "catalog: data/tasks.yaml:8:7: tasks[0].benchmarks.exam: there is no benchmark 'exam' (one of quiz)",
  ],
  [
    "a benchmark from an unknown source",
    { "benchmarks.yaml": replaced("source: acme-prices", "source: acme") },
    "catalog: data/benchmarks.yaml:9:13: benchmarks[0].source: there is no source 'acme' (one of acme-prices, small-notes)",
  ],
  [
    "an article source that is unknown",
    { "article.yaml": replaced("[acme-prices]", "[acme-price]") },
    "catalog: data/article.yaml:9:15: dimensions[0].sources[0]: there is no source 'acme-price' (did you mean 'acme-prices'?)",
  ],
  [
    "a use case of an unknown task",
    { "use-cases/pub-quiz.yaml": replaced("task: trivia", "task: { trivai: 1 }") },
    "catalog: data/use-cases/pub-quiz.yaml:6:11: requirements.task.trivai: there is no task 'trivai' (did you mean 'trivia'?)",
  ],
  [
    "a use case of an unknown model",
    { "use-cases/pub-quiz.yaml": (text) => `${text}  exclude: [smal]\n` },
    "catalog: data/use-cases/pub-quiz.yaml:8:13: requirements.exclude[0]: there is no model 'smal' (did you mean 'small'?)",
  ],
  [
    "a use case that starts from another",
    { "use-cases/pub-quiz.yaml": (text) => `${text}  useCase: pub-quiz\n` },
    "catalog: data/use-cases/pub-quiz.yaml:8:12: requirements.useCase: a use case cannot start from another (write its requirements out)",
  ],
  [
    "a file named otherwise than its model",
    { [SMALL]: replaced("id: small\n", "id: smaller\n") },
    "catalog: data/models/acme/small.yaml:1:5: id: 'smaller' stands in a file named 'small' (rename one)",
  ],
])("%s", async (_what, changes, expected) => {
  expect(await failing(changes)).toBe(expected);
});
