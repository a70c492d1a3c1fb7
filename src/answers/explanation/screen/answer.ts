/** Headline, alerts and standing at the head of the whole account, before the arithmetic. */
import { type Block, dim, strong, type Text } from "../../../format/document.ts";
import { list, points } from "../../../words/figures.ts";
import { whatIfRuns, sentence } from "../../../words/sentences.ts";
import { assumedValue } from "../../../words/workload.ts";
import type { Warning } from "../../recommendation/schema.ts";
import type { Explanation } from "../schema.ts";

const ENDINGS: readonly Warning["code"][] = [
  "shut-down",
  "shutdown-announced",
  "fine-tuning-closing",
];
/** Said at length further down: in the evidence, and under what is often said. */
const ELSEWHERE: readonly Warning["code"][] = ["disputed-fact", "article-claim-contradicted"];

export function headlineOf({ name, model, standing }: Explanation): Block {
  return { kind: "headline", left: [strong(name), "   ", dim(model)], right: placeOf(standing) };
}

function placeOf({ status, rank, ranked, score }: Explanation["standing"]): Text {
  const scored = score === null ? "" : `, ${points(score)} of 100 points`;
  switch (status) {
    case "first":
      return `first of ${ranked}${scored}`;
    case "behind":
      return `number ${rank} of ${ranked}${scored}`;
    case "open":
      return `number ${rank} of ${ranked}, a requirement stays open`;
    case "excluded":
      return "excluded";
    case "not-considered":
      return `not compared${scored}`;
  }
}

export function alertsOf({ warnings, successor }: Explanation): Block[] {
  const endings = warnings.filter((warning) => ENDINGS.includes(warning.code));
  const texts = endings.map((warning) => sentence(warning.message));
  if (successor !== null) texts.push(sentence(successor.message));
  return texts.map((text) => ({ kind: "alert", text }));
}

export function answerBlocks(explanation: Explanation): Block[] {
  const { standing, toBecomeFirst, warnings, hints, subject, snapshot } = explanation;
  const notes = warnings.filter(
    (warning) => !ENDINGS.includes(warning.code) && !ELSEWHERE.includes(warning.code),
  );
  const rows = [
    ...(snapshot === null ? [] : [{ label: "means", text: `the snapshot ${snapshot}` }]),
    ...(standing.probabilityBest === null || explanation.standing.ranked < 2
      ? []
      : [{ label: "how sure", text: sureness(standing.probabilityBest, explanation) }]),
    ...(standing.tie ? [{ label: "tie", text: "Practically tied: too close to matter." }] : []),
    ...(toBecomeFirst === null ? [] : [{ label: "to win", text: toBecomeFirst.message }]),
  ];
  return [
    { kind: "heading", text: "Answer" },
    { kind: "paragraph", text: `${why(subject)}${standing.message}.` },
    ...(rows.length === 0 ? [] : [{ kind: "notes", rows } as const]),
    ...(notes.length + hints.length === 0
      ? []
      : [
          {
            kind: "list",
            items: [...notes.map((warning) => sentence(warning.message)), ...hints.map(sentence)],
          } as const,
        ]),
  ];
}

function why(subject: Explanation["subject"]): string {
  return subject === "closest" ? "No model qualifies; this is the closest. " : "";
}

function sureness(probability: number, { confidence, standing }: Explanation): string {
  const cap = confidence?.cap ? `, held down because ${confidence.cap}` : "";
  const label =
    standing.status === "first" && confidence !== null
      ? `: ${confidence.label === "toss-up" ? "a toss-up" : `${confidence.label} confidence`}${cap}`
      : "";
  return `It comes first in ${whatIfRuns(probability, confidence?.draws ?? 0)}${label}.`;
}

export function assumedBlocks({ assumptions }: Explanation): Block[] {
  if (assumptions.length === 0) return [];
  const told = assumptions.map(
    ({ field, value, from }) =>
      `${assumedValue({ field, value })}${from === "default" ? "" : ` (from the ${from === "task" ? "task" : "use case"})`}`,
  );
  return [{ kind: "paragraph", text: `Nobody stated, so assumed: ${list(told)}.` }];
}
