/** Where each model's score comes from: what every criterion contributes. */
import * as Plot from "@observablehq/plot";
import { points, signedPoints } from "../../words/figures.ts";
import { CRITERIA } from "../../schema/vocabulary.ts";
import { criterionColour } from "../palette.ts";
import type { Chart } from "./chart.ts";
import { grid, isNarrow, plotted } from "./plot.ts";

const ROW_HEIGHT = 44;
const CHROME = 58;
/** Points below which a label does not fit into its piece. */
const LABELLED_FROM = 7;
const LABELLED_FROM_NARROW = 16;

export const contributions: Chart = {
  id: "contributions",
  title: "Where the score comes from",
  says: ({ result: { ranking } }) =>
    ranking.length === 0
      ? "No model qualifies, so nothing is scored."
      : `Points out of 100 that each criterion contributes: ${ranking
          .map((model) => {
            const parts = CRITERIA.map(
              (each) => `${each} ${signedPoints(model.criteria[each].contribution)}`,
            );
            return `${model.name} ${parts.join(", ")}, together ${points(model.score)}`;
          })
          .join("; ")}.`,
  figures: ({ result: { ranking } }) => ({
    columns: ["Model", ...CRITERIA, "score"],
    rows: ranking.map((model) => [
      model.name,
      ...CRITERIA.map((each) => signedPoints(model.criteria[each].contribution)),
      points(model.score),
    ]),
  }),
  legend: () =>
    CRITERIA.map((criterion) => ({ label: criterion, colour: criterionColour(criterion) })),
  draw({ result: { ranking } }, canvas) {
    if (ranking.length === 0) return null;
    const narrow = isNarrow(canvas);
    const pieces = ranking.flatMap((model) =>
      CRITERIA.map((criterion) => ({
        model: model.name,
        criterion,
        points: model.criteria[criterion].contribution * 100,
      })),
    );
    const totals = ranking.map((model) => {
      const shares = CRITERIA.map((each) => model.criteria[each].contribution * 100);
      const right = shares.reduce((sum, each) => sum + Math.max(0, each), 0);
      return { model: model.name, right, text: points(model.score) };
    });
    const least = Math.min(0, ...ranking.map((model) => negativeSum(model.criteria)));
    const labelledFrom = narrow ? LABELLED_FROM_NARROW : LABELLED_FROM;
    return plotted(canvas, {
      height: ranking.length * ROW_HEIGHT + CHROME,
      options: {
        marginLeft: narrow ? 88 : 110,
        marginRight: 44,
        marginTop: 4,
        marginBottom: 44,
        x: { domain: [least, 100], label: "points", ticks: narrow ? 3 : 8, insetRight: 4 },
        y: { domain: ranking.map((model) => model.name), label: null, tickSize: 0, padding: 0.3 },
      },
      marks: [
        grid("x"),
        Plot.barX(
          pieces,
          Plot.stackX({
            x: "points",
            y: "model",
            fill: (piece: (typeof pieces)[number]) => criterionColour(piece.criterion),
            order: [...CRITERIA],
            z: "criterion",
            insetLeft: 0.5,
            insetRight: 0.5,
          }),
        ),
        Plot.textX(
          pieces,
          Plot.stackX({
            x: "points",
            y: "model",
            z: "criterion",
            order: [...CRITERIA],
            text: (piece: (typeof pieces)[number]) =>
              Math.abs(piece.points) >= labelledFrom
                ? signedPoints(piece.points / 100).replace("+", "")
                : "",
            fill: "var(--on-colour)",
          }),
        ),
        Plot.textX(totals, {
          x: "right",
          y: "model",
          text: "text",
          dx: 6,
          textAnchor: "start",
          fontWeight: 600,
        }),
        Plot.ruleX([0], { strokeOpacity: 0.5 }),
      ],
    });
  },
};

function negativeSum(
  criteria: Record<(typeof CRITERIA)[number], { contribution: number }>,
): number {
  return CRITERIA.reduce((sum, each) => sum + Math.min(0, criteria[each].contribution * 100), 0);
}
