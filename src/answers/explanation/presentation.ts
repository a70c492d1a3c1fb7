/** The account of one model for every format: the document, the JSON, one spreadsheet row a fact, one sentence. */
import { gridOf, type GridColumns } from "../../format/columns.ts";
import type { Document } from "../../format/document.ts";
import type { Presentation, Grid } from "../../format/presentation.ts";
import { signedPoints } from "../../words/figures.ts";
import { isShort, shortened } from "../../words/sentences.ts";
import type { Answer } from "../recommendation/recommend.ts";
import type { FactClaim, FactRecord, Explanation } from "./schema.ts";
import { alertsOf, answerBlocks, headlineOf } from "./screen/answer.ts";
import { changeBlocks } from "./screen/changes.ts";
import { costBlocks } from "./screen/cost.ts";
import { evidenceBlocks } from "./screen/evidence.ts";
import { explanationOverview } from "./screen/overview.ts";
import { qualityBlocks } from "./screen/quality.ts";
import { requirementBlocks } from "./screen/requirements.ts";
import { scoreBlocks } from "./screen/score.ts";
import { waitBlocks } from "./screen/wait.ts";

interface FactRow {
  model: string;
  fact: FactRecord;
  /** The claim that is believed, where there is one. */
  taken: FactClaim | undefined;
  sources: Explanation["sources"];
}

const COLUMNS: GridColumns<FactRow> = {
  model: { value: ({ model }) => model },
  fact: { value: ({ fact }) => fact.path },
  label: { value: ({ fact }) => fact.label },
  used_for: { value: ({ fact }) => fact.usedFor.join("; ") },
  value: { value: ({ fact }) => cell(fact.value) },
  unit: { value: ({ fact }) => fact.unit },
  low: { value: ({ fact }) => fact.low },
  high: { value: ({ fact }) => fact.high },
  status: { value: ({ fact }) => fact.status },
  disputed: { value: ({ fact }) => fact.disputed },
  from_sibling: { value: ({ fact }) => fact.sibling },
  source: { value: ({ taken }) => taken?.source ?? null },
  source_title: { value: ({ taken, sources }) => sources[taken?.source ?? ""]?.title ?? null },
  source_class: { value: ({ taken }) => taken?.class ?? null },
  observed: { value: ({ taken }) => taken?.observed ?? null },
  undated: { value: ({ taken }) => taken?.undated ?? null },
  about: { value: ({ taken }) => taken?.about ?? null },
  via: { value: ({ taken }) => taken?.via ?? null },
  other_claims: { value: ({ fact }) => others(fact) },
};

/** The account as rows of a CSV: one a fact, with where it comes from and what else was claimed. */
export function explanationGrid({ model, facts, sources }: Explanation): Grid {
  const rows = facts.map((fact): FactRow => {
    return { model, fact, taken: fact.claims.find(({ role }) => role === "taken"), sources };
  });
  return gridOf(COLUMNS, rows);
}

function others({ claims }: FactRecord): string {
  return claims
    .filter((claim) => claim.role !== "taken")
    .map(({ value, source, observed, because }) =>
      [`${String(cell(value))} ${source} ${observed}`, ...(because === null ? [] : [because])].join(
        ": ",
      ),
    )
    .join("; ");
}

function cell(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") {
    return value;
  }
  return JSON.stringify(value);
}

/** @param answer for the account on one screen and the decision record; null for the whole account */
export function presentExplanation(
  explanation: Explanation,
  answer: Answer | null = null,
): Presentation {
  return {
    data: () => explanation,
    document: () =>
      answer === null ? documentOf(explanation) : explanationOverview(explanation, answer),
    grid: () => explanationGrid(explanation),
    summary: () => explanationSummary(explanation),
    // Nobody asked for the closest of those that do not qualify by name: as an answer it is nobody.
    quiet: () => (explanation.subject === "closest" ? [] : [explanation.model]),
  };
}

function documentOf(explanation: Explanation): Document {
  return {
    title: `${explanation.name} explained`,
    blocks: [
      headlineOf(explanation),
      ...alertsOf(explanation),
      ...answerBlocks(explanation),
      ...requirementBlocks(explanation),
      ...costBlocks(explanation),
      ...waitBlocks(explanation),
      ...qualityBlocks(explanation),
      ...scoreBlocks(explanation),
      ...changeBlocks(explanation),
      ...evidenceBlocks(explanation),
    ],
  };
}

/** The account in one sentence of at most 200 characters. */
export function explanationSummary({ standing, score }: Explanation): string {
  const place = standing.message;
  const parts =
    score?.versus && standing.status !== "excluded" && standing.status !== "not-considered"
      ? `: ${score.versus.criteria
          .map(
            ({ criterion, difference }) =>
              `${criterion === "latency" ? "wait" : criterion} ${signedPoints(difference)}`,
          )
          .join(", ")}`
      : "";
  const change = standing.closestChange === null ? "" : `. To let it in: ${standing.closestChange}`;
  const whole = `${place}${parts}${change}.`;
  return isShort(whole) ? whole : shortened(`${place}.`);
}
