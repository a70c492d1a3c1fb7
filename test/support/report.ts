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
}

export async function reportOf(
  document: Requirements = {},
  { isStatic = false, catalog }: ReportOptions = {},
): Promise<string> {
  const used = catalog ?? (await openCatalog());
  const { question, answer } = await asked(document, used);
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

async function asked(document: Requirements, catalog: Catalog) {
  const layers = [layerOf(document)];
  const question = questionOf(layers, { catalog, asOf: TEST_DAY });
  const answer = answerTo(question);
  return { question: { ...question, catalog, layers, isStated: true }, answer };
}
