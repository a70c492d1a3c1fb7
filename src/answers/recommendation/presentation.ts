/** The recommendation for every format: the screen, the JSON, the spreadsheet rows and the one sentence. */
import { type GridColumn, gridOf } from "../../format/columns.ts";
import type { Block, Document, ScreenFit } from "../../format/document.ts";
import type { Presentation, Grid } from "../../format/presentation.ts";
import { counted } from "../../words/figures.ts";
import type { RankedModel } from "./ranking-schema.ts";
import type { Answer } from "./recommend.ts";
import type { RecommendationResult } from "./schema.ts";
import {
  assumedNote,
  factsNote,
  firstQuestions,
  footnote,
  isNothingStated,
  hintBlocks,
} from "./screen/foot.ts";
import { headlineOf, alertsOf } from "./screen/head.ts";
import { nobodyBlocks } from "./screen/nobody.ts";
import { rankingTable } from "./screen/ranking-table.ts";
import { changesNote, exclusionNotes, whyNote } from "./screen/reasons.ts";
import { noneQualifies } from "./summary.ts";

/** Of a terminal of 24, with the command and the prompt. */
const LINES = 22;

function fitOf({ result, decision }: Answer): ScreenFit {
  // Who stated nothing is best asked.
  const ask = isNothingStated(decision.need) ? ["ask"] : [];
  const others = ["compare", "cost", "report --open"];
  // An explanation is about one model: where none is picked, it does not tell why the others are out.
  const isAboutAll = result.recommendation === null;
  const whole = isAboutAll ? "--format markdown" : "pick-model explain";
  const also = [...ask, ...(isAboutAll ? ["explain"] : []), ...others].join(", ");
  return {
    lines: LINES,
    fillsTerminal: true,
    lastInBrief: (leftOut) => `${counted(leftOut, "note")} more: ${whole}`,
    last: (leftOut) =>
      leftOut === 0
        ? `More, same options: pick-model ${[...ask, "explain", ...others].join(", ")}`
        : `${counted(leftOut, "note")} more: ${whole}. Also: ${also}`,
  };
}

/** The terminal answer: the pick first, alerts, the figures, why, what would change it, and the way on. */
export function recommendationScreen(answer: Answer): Document {
  const { result } = answer;
  const pick = result.recommendation;
  const blocks =
    pick === null
      ? nobodyBlocks(answer)
      : [headlineOf(answer), ...alertsOf(answer), ...answerBlocks(answer)];
  return {
    title: pick?.summary ?? "No model qualifies",
    blocks,
    screen: fitOf(answer),
  };
}

function answerBlocks(answer: Answer): Block[] {
  const { result, decision } = answer;
  const table = rankingTable(decision);
  const isBare = isNothingStated(decision.need);
  const notes = [
    whyNote(answer),
    ...exclusionNotes(result),
    changesNote(answer),
    factsNote(answer),
    isBare ? null : assumedNote(answer),
  ].filter((note) => note !== null);
  const foot = footnote(answer);
  return [
    ...(table === null ? [] : [table]),
    { kind: "notes", rows: notes },
    ...(isBare ? [firstQuestions(answer)] : hintBlocks(answer)),
    ...(foot === null ? [] : [foot]),
  ];
}

interface ModelRow {
  model: string;
  snapshot: string | null;
  status: string;
  /** Null for a model that is excluded. */
  ranked: RankedModel | null;
  reasons: readonly { message: string }[];
}

/** Nothing is known of an excluded model here. */
const value = (of: (model: RankedModel) => string | number | boolean | null) => ({
  value: ({ ranked }: ModelRow) => (ranked === null ? null : of(ranked)),
});

const isMeasured = ({ criteria }: RankedModel) => criteria.quality.evidence.length > 0;

const COLUMNS = {
  model: { value: ({ model }) => model },
  snapshot: { value: ({ snapshot }) => snapshot },
  status: { value: ({ status }) => status },
  rank: value(({ rank }) => rank),
  score: value(({ score }) => score),
  probability_best: value(({ probabilityBest }) => probabilityBest),
  usd_per_request: value(({ estimate }) => estimate.usdPerRequest),
  usd_per_month: value(({ estimate }) => estimate.usdPerMonth),
  wait_seconds: value(({ criteria }) => criteria.latency.value),
  wait_measure: value(({ criteria }) => criteria.latency.metric),
  /** Empty where nobody measured it. */
  quality_index: value((model) => (isMeasured(model) ? model.criteria.quality.index : null)),
  meets_bar: value((model) => (isMeasured(model) ? model.meetsBar : null)),
  within_budget: value(({ withinBudget }) => withinBudget),
  meets_latency: value(({ meetsLatency }) => meetsLatency),
  reasons: { value: ({ reasons }) => reasons.map(({ message }) => message).join("; ") },
} as const satisfies Record<string, GridColumn<ModelRow>>;

/** The recommendation as rows of a CSV: one a model, ranked ones first. */
export function recommendationGrid({ ranking, excluded }: RecommendationResult): Grid {
  return gridOf<ModelRow>(COLUMNS, [
    ...ranking.map((ranked) => ({
      ...ranked,
      status: ranked.screen,
      ranked,
      reasons: ranked.open,
    })),
    ...excluded.map((each) => ({ ...each, status: "excluded", ranked: null })),
  ]);
}

export function presentRecommendation(answer: Answer): Presentation {
  const pick = answer.result.recommendation;
  return {
    data: () => answer.result,
    document: () => recommendationScreen(answer),
    grid: () => recommendationGrid(answer.result),
    summary: () => pick?.summary ?? noneQualifies(answer.decision),
    quiet: () => (pick === null ? [] : [pick.model]),
    record: async () => {
      // The whole account is read on demand: the screen does without it.
      const [{ explainModel }, { decisionRecord }] = await Promise.all([
        import("../explanation/index.ts"),
        import("../explanation/decision-record.ts"),
      ]);
      return decisionRecord(answer, explainModel(answer, null));
    },
  };
}
