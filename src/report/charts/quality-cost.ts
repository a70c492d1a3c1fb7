/** What is paid for how much: quality with its uncertainty against the monthly bill. */
import * as Plot from "@observablehq/plot";
import { index, money } from "../../words/figures.ts";
import { qualityIndex } from "../../facts/logits.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import type { Chart } from "./chart.ts";
import { grid, HALO, isNarrow, plotted } from "./plot.ts";
import { moneyTick, ratioTicks } from "./ticks.ts";

const HEIGHT = 300;
/** Room beside the cheapest and the dearest model, as a factor of the bill. */
const ROOM = 4;

interface Position {
  id: string;
  name: string;
  usd: number;
  quality: number;
  low: number;
  high: number;
}

export const qualityAgainstCost: Chart = {
  id: "quality-cost",
  title: "Quality against cost",
  says(answer) {
    const positions = positionsOf(answer);
    if (positions.length === 0) return "No model qualifies, so there is nothing to weigh.";
    const each = positions.map(
      ({ name, usd, quality, low, high }) =>
        `${name} costs ${money(usd)} a month at quality ${index(quality)} (${index(low)} to ${index(high)})`,
    );
    return `${each.join("; ")}. What this work needs is ${index(barOf(answer))} of 100.`;
  },
  figures: (answer) => ({
    columns: ["Model", "USD a month", "quality", "low", "high", "needed"],
    rows: positionsOf(answer).map(({ name, usd, quality, low, high }) => [
      name,
      money(usd),
      index(quality),
      index(low),
      index(high),
      index(barOf(answer)),
    ]),
  }),
  legend: () => [],
  draw(answer, canvas) {
    const positions = positionsOf(answer);
    if (positions.length === 0) return null;
    const bar = barOf(answer);
    const { usdPerMonth: budget } = answer.decision.need.budget;
    const bills = positions.map(({ usd }) => usd);
    const logarithmic = bills.every((usd) => usd > 0);
    const least = Math.min(...bills);
    const most = Math.max(...bills);
    const domain: [number, number] = logarithmic
      ? [least / ROOM, most * ROOM]
      : [0, most * 1.2 || 1];
    const lowest = Math.min(bar, ...positions.map(({ low }) => low));
    const narrow = isNarrow(canvas);
    const showsBudget = budget > domain[0] && budget < domain[1];
    return plotted(canvas, {
      height: HEIGHT,
      options: {
        marginLeft: 40,
        marginRight: 16,
        marginTop: 24,
        marginBottom: 40,
        x: {
          type: logarithmic ? "log" : "linear",
          domain,
          label: "USD a month",
          ticks: logarithmic ? ratioTicks(domain, narrow ? 5 : 12) : 5,
          tickFormat: moneyTick,
        },
        y: {
          domain: [Math.max(0, Math.floor(lowest / 10) * 10 - 10), 100],
          label: "quality, of 100",
        },
      },
      marks: [
        grid("y"),
        Plot.ruleY([bar], { stroke: "var(--limit)", strokeDasharray: "6 4" }),
        Plot.text([{ bar }], {
          y: "bar",
          frameAnchor: "left",
          textAnchor: "start",
          dx: 4,
          dy: -9,
          text: () => `needed ${index(bar)}`,
          fill: "var(--limit)",
          ...HALO,
        }),
        ...(showsBudget
          ? [
              Plot.ruleX([budget], { stroke: "var(--limit)", strokeDasharray: "6 4" }),
              Plot.text([{ budget }], {
                x: "budget",
                frameAnchor: "bottom",
                textAnchor: "end",
                dx: -5,
                dy: -6,
                text: () => `budget ${money(budget)}`,
                fill: "var(--limit)",
                ...HALO,
              }),
            ]
          : []),
        Plot.ruleX(positions, {
          x: "usd",
          y1: "low",
          y2: "high",
          stroke: (each: Position) => canvas.colourOf(each.id),
          strokeWidth: 8,
          strokeOpacity: 0.28,
          strokeLinecap: "round",
        }),
        Plot.dot(positions, {
          x: "usd",
          y: "quality",
          r: 6,
          fill: (each: Position) => canvas.colourOf(each.id),
        }),
        Plot.text(positions, {
          x: "usd",
          y: "quality",
          dx: 12,
          textAnchor: "start",
          text: "name",
          fontWeight: 600,
          fill: (each: Position) => canvas.colourOf(each.id),
          ...HALO,
        }),
      ],
    });
  },
};

function positionsOf({ result }: Answer): Position[] {
  return result.ranking.map(({ model, name, criteria: { cost, quality } }) => ({
    id: model,
    name,
    usd: cost.value,
    quality: quality.index,
    low: qualityIndex(quality.low),
    high: qualityIndex(quality.high),
  }));
}

function barOf({ decision }: Answer): number {
  return qualityIndex(decision.need.quality.barLogits);
}
