/** Published choices between the two models, each decided anew by the shipped catalog from what its source states. */
import { readFileSync } from "node:fs";
import { openCatalog } from "../src/catalog/index.ts";
import { confidenceOf } from "../src/decision/confidence.ts";
import { decide, leadOfPick } from "../src/decision/decision.ts";
import { openFactSheets } from "../src/facts/fact-sheets.ts";
import { documentLayer } from "../src/question/document-layer.ts";
import { resolveNeed } from "../src/question/index.ts";
import type { Catalog } from "../src/schema/catalog.ts";
import { parseDocument } from "../src/schema/document.ts";
import type { Requirements } from "../src/schema/requirements.ts";
import type {
  BudgetLevel,
  Complexity,
  LatencyLevel,
  QualityLevel,
} from "../src/schema/vocabulary.ts";

/** The day all cases are decided on, whatever the day of their source. */
export const DECIDED_ON = "2026-10-01";

export interface PublishedCase {
  id: string;
  source_url: string;
  scenario: string;
  requirements: {
    task: string;
    budget: BudgetLevel | null;
    latency: LatencyLevel | null;
    quality: QualityLevel | null;
    complexity: Complexity | null;
    volume_requests_per_month: number | null;
    input_tokens: number | null;
    output_tokens: number | null;
    images_per_request: number | null;
    needs: string[];
  };
  expected: string;
  /** `strong`: a vendor's document, a shipped default, or measured on the source's own data. */
  strength: "strong" | "weak";
}

export interface DecidedCase extends PublishedCase {
  /** A model's id, or `neither`. */
  pick: string;
  margin: number | null;
  isTie: boolean;
  /** The share printed for the pick; null where none is. */
  probability: number | null;
}

export const publishedCases = JSON.parse(
  readFileSync(new URL("../test/fixtures/published-decisions.json", import.meta.url), "utf8"),
) as PublishedCase[];

/** A case as its source's reader would write it down; what the source does not say is left out. */
export function documentOf({ requirements: stated }: PublishedCase): Requirements {
  const { budget, latency, quality, complexity } = stated;
  const images = stated.images_per_request;
  const workload = {
    requestsPerMonth: stated.volume_requests_per_month,
    inputTokens: stated.input_tokens,
    outputTokens: stated.output_tokens,
    images: images === null ? null : [{ width: 1024, height: 1024, detail: "high", count: images }],
  };
  const needs = stated.needs.map((need) =>
    need === "structured_output" ? "structured-outputs" : need.replaceAll("_", "-"),
  );
  return {
    task: stated.task === "other" ? "general" : stated.task,
    ...present({ budget, latency, quality, complexity }),
    workload: present(workload),
    needs,
  } as Requirements; // read as any document: whatever does not fit is refused
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

async function decided(each: PublishedCase, catalog: Catalog): Promise<DecidedCase> {
  const parsed = await parseDocument(JSON.stringify(documentOf(each)), `${each.id}.json`, "usage");
  const need = resolveNeed([documentLayer(parsed, "file")], catalog, { asOf: DECIDED_ON });
  const decision = decide(need, openFactSheets(catalog, need.asOf));
  const [pick] = decision.ranking;
  const lead = leadOfPick(decision);
  const confidence = confidenceOf(decision, catalog.levels.sampling);
  return {
    ...each,
    pick: pick?.id ?? "neither",
    margin: lead?.margin ?? null,
    isTie: lead?.tie ?? false,
    probability: confidence?.probabilityBest[pick?.id ?? ""] ?? null,
  };
}

export async function decidePublishedCases(): Promise<DecidedCase[]> {
  const catalog = await openCatalog();
  return Promise.all(publishedCases.map((each) => decided(each, catalog)));
}
