/** The report of a catalog and a requirements document, as the command makes it. */
import { openCatalog } from "../../src/catalog/index.ts";
import { reportPage } from "../../src/cli/report-page.ts";
import type { Answer } from "../../src/answers/recommendation/recommend.ts";
import { answerTo, questionOf } from "../../src/ask.ts";
import type { Catalog } from "../../src/schema/catalog.ts";
import type { Requirements } from "../../src/schema/requirements.ts";
import { layerOf } from "./requirements.ts";
import { TEST_DAY } from "./run.ts";

export interface ReportOptions {
  isStatic?: boolean;
  catalog?: Catalog;
  /** The test's day otherwise. */
  asOf?: string;
}

export async function reportOf(
  document: Requirements = {},
  { isStatic = false, catalog, asOf = TEST_DAY }: ReportOptions = {},
): Promise<string> {
  const used = catalog ?? (await openCatalog());
  const { question, answer } = await asked(document, used, asOf);
  return reportPage(question, answer, isStatic);
}

export async function answerOf(document: Requirements = {}): Promise<Answer> {
  return (await asked(document, await openCatalog())).answer;
}

/** A catalog whose every name, title and note is an attack. */
export async function markedUpCatalog(): Promise<Catalog> {
  const attack = `<img src=x onerror="alert(1)"></script><script>alert(2)</script>`;
  const catalog = structuredClone(await openCatalog());
  for (const model of catalog.models) model.name = `${model.name} ${attack}`;
  for (const source of catalog.sources) {
    source.title = `${source.title} ${attack}`;
    source.note = attack;
  }
  for (const task of catalog.tasks) task.name = `${task.name} ${attack}`;
  return catalog;
}

/** Names that are long, right to left, turned around, and of other scripts; prices and results of each its own. */
const OWN_NAMES = [
  "House model",
  "Claude Sonnet 12 with a name of more than eighteen letters",
  "نموذج المنزل",
  "Grok\u202Elive",
  "模型七号",
  "Mistral Large 4",
  "Gemini 5 Pro",
  "a-model-whose-name-cannot-be-broken-anywhere-at-all-however-narrow-the-page-may-be",
  "Llama 6",
  "Qwen 5",
];

/** Ten of one's own with every fact of the best documented model, each with figures of its own. */
export async function catalogOfFullModels(ownModels: number): Promise<Catalog> {
  const catalog = structuredClone(await openCatalog());
  const pattern = catalog.models.find(({ id }) => id === "gpt-4o");
  if (pattern === undefined) throw new Error("the catalog has no gpt-4o");
  for (const [place, name] of OWN_NAMES.slice(0, ownModels).entries()) {
    const text = JSON.stringify(pattern)
      .replaceAll("gpt-4o", `own-${place}`)
      .replaceAll(/"value":([\d.]+)/g, (_, value) => `"value":${Number(value) + 1 + place}`);
    catalog.models.push({ ...(JSON.parse(text) as typeof pattern), name });
  }
  return catalog;
}

/** The shipped catalog with so many models of one's own, each as complete as a file of one's own measurements. */
export async function catalogWith(ownModels: number): Promise<Catalog> {
  const catalog = structuredClone(await openCatalog());
  const pattern = catalog.models.find(({ id }) => id === "gpt-4o-mini");
  if (pattern === undefined) throw new Error("the catalog has no gpt-4o-mini");
  for (const [place, name] of OWN_NAMES.slice(0, ownModels).entries()) {
    const claimed = (value: number) => [
      { value, source: "livebench", observed: "2026-11-01", scope: "all" as const },
    ];
    const times = 1 + place / 3;
    catalog.models.push({
      id: `own-${place}`,
      name,
      provider: pattern.provider,
      family: pattern.family,
      role: "candidate",
      snapshots: [{ id: `own-${place}-1`, released: "2026-06-01", default: true }],
      prices: { standard: { input: claimed(0.2 * times), output: claimed(0.8 * times) } },
      limits: { contextTokens: claimed(128_000), maxOutputTokens: claimed(16_000) },
      benchmarks: { mmlu: claimed(70 + 2 * place), gpqa: claimed(40 + 3 * place) },
      speed: {
        outputTokensPerSecond: claimed(40 * times),
        timeToFirstTokenSeconds: claimed(0.3 * times),
      },
    });
  }
  return catalog;
}

async function asked(document: Requirements, catalog: Catalog, asOf = TEST_DAY) {
  const layers = [layerOf(document)];
  const question = questionOf(layers, { catalog, asOf });
  const answer = answerTo(question);
  return { question: { ...question, catalog, layers, isStated: true }, answer };
}
