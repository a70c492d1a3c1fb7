/** From a question and its answer to the page that shows it, and the script the page runs. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Answer } from "../answers/recommendation/recommend.ts";
import { candidatesOf } from "../decision/assessment.ts";
import { exportedQuestion } from "../question/exported-question.ts";
import { mergeLayers } from "../question/index.ts";
import { reportHtml, viewOf } from "../report/index.ts";
import { statedLayer } from "../report/page-data.ts";
import { comparisonOf } from "./commands/compare.run.ts";
import type { StatedQuestion } from "./question.ts";

// The script of the interactive report: beside the built program, or bundled when run from source.

export const PAGE_SCRIPT_FILE = "page.js";

/** A name the bundler of the program cannot follow: it would put itself into the program. */
const BUNDLER = "../../scripts/page.ts";

let fromSource: Promise<string> | undefined;

export async function pageScript(): Promise<string> {
  if (!import.meta.filename.endsWith(".ts")) {
    return readFile(path.join(import.meta.dirname, PAGE_SCRIPT_FILE), "utf8");
  }
  fromSource ??= bundled();
  return fromSource;
}

async function bundled(): Promise<string> {
  const { bundlePage } = (await import(
    pathToFileURL(path.join(import.meta.dirname, BUNDLER)).href
  )) as {
    bundlePage: () => Promise<{ text: string }>;
  };
  return (await bundlePage()).text;
}

/** @param isStatic without any script, for mail and archives */
export async function reportPage(
  question: StatedQuestion,
  answer: Answer,
  isStatic: boolean,
): Promise<string> {
  const { catalog, need, layers, recommendOptions } = question;
  const { sampling } = recommendOptions;
  const stated = { ...mergeLayers(layers).document, asOf: need.asOf };
  // Where a successor stands in for nobody, it is compared too.
  const standIn = viewOf(answer).standsIn ? (answer.result.successor?.model ?? null) : null;
  const asked = candidatesOf(need, question.sheets).map(({ id }) => id);
  const compared =
    standIn === null ? need : { ...need, models: [...new Set([...asked, standIn])], exclude: [] };
  return reportHtml({
    answer,
    comparison: comparisonOf({ ...question, need: compared, isStated: true }, [], {
      evidence: true,
    }).record,
    takeaway: exportedQuestion(stated, sampling, catalog),
    live: isStatic
      ? null
      : {
          data: {
            catalog,
            asOf: need.asOf,
            layers: layers.map(statedLayer),
            sampling,
          },
          script: await pageScript(),
        },
  });
}
