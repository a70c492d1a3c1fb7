/** The models to move to, one a row. */
import { marked } from "../../recommendation/screen/ranking-table.ts";
import type { Block } from "../../../format/document.ts";
import { dollars, duration, index } from "../../../words/figures.ts";
import type { Migration, Target } from "../schema.ts";
import { billOf } from "./words.ts";

/** Rows on one screen; all of them under --full. */
const MOST_TARGETS = 3;

const NO_REASONING = "none";

export function targetTable({ targets, from }: Migration, full: boolean): Block | null {
  if (targets.length === 0) return null;
  const today = from.usdPerMonth === null ? "" : `, now ${dollars(from.usdPerMonth)}`;
  const shown = full ? targets : targets.slice(0, MOST_TARGETS);
  const efforts = [...new Set(shown.map(({ effort }) => effort ?? NO_REASONING))];
  const [effort = NO_REASONING] = efforts;
  const isShared = efforts.length === 1;
  const isReasoning = isShared && effort !== NO_REASONING;
  return {
    kind: "table",
    ...(isReasoning ? { caption: `At reasoning effort ${effort}${today}` } : {}),
    columns: [
      { header: "to", align: "left" },
      { header: isReasoning ? "a month" : `a month${today}`, align: "right" },
      { header: "wait", align: "right" },
      { header: "quality", align: "right" },
      { header: "ends", align: "left" },
      { header: "changes", align: "right" },
    ],
    rows: shown.map((target, place) => [
      marked(isShared ? target.model : nameOf(target), place === 0),
      billOf(target.cost),
      `${duration(target.wait.seconds)}${target.wait.known ? "" : " ?"}`,
      qualityOf(target),
      target.announcedEnd ?? "unknown",
      String(target.changesNeeded),
    ]),
  };
}

/** With its effort, where that is one that reasons. */
function nameOf({ model, effort }: Target): string {
  return (effort ?? NO_REASONING) === NO_REASONING ? model : `${model}, ${effort}`;
}

function qualityOf({ quality }: Target): string {
  if (quality === null) return "unknown";
  return `${index(quality.index)}${quality.meetsBar ? "" : " (short)"}`;
}
