/** The first line: which model, and how sure that is, in plain words. */
import type { Answer } from "../recommend.ts";
import { outOfHundred } from "../../../words/figures.ts";
import { isShutDown } from "./endings.ts";
import { type Block, dim, span, strong, type Text } from "../../../format/document.ts";

export function headlineOf({ result }: Answer): Block {
  const pick = result.recommendation;
  if (pick === null) {
    const gone = result.excluded.length > 0 && result.excluded.every((each) => isShutDown(each));
    return {
      kind: "headline",
      left: [span("bad", gone ? "Shut down: no model is left to choose" : "No model qualifies")],
    };
  }
  const left: Text = [strong(pick.name), "   ", dim(pick.model)];
  return { kind: "headline", left, right: sureness(result) };
}

function sureness(result: Answer["result"]): Text {
  const pick = result.recommendation;
  if (pick === null) return "";
  if (result.ranking.length === 1) return "the only one that qualifies";
  const times = outOfHundred(pick.confidence.probability);
  const readings = pick.confidence.draws === 0 ? "plausible weightings" : "plausible readings";
  const first = `first in ${times} ${readings}`;
  const runnerUp = result.ranking[1];
  if (runnerUp?.screen !== result.ranking[0]?.screen) return "the only one known to qualify";
  if (pick.tie) return [span("warning", "practically tied"), `, ${first}`];
  return pick.confidence.label === "toss-up" ? [span("warning", "a toss-up"), `, ${first}`] : first;
}
