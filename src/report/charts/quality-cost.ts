/** The chart of quality against the monthly bill, each quality with its uncertainty. */
import { scaleLinear, scaleLog } from "d3-scale";
import { index, list, money } from "../../words/figures.ts";
import { qualityIndex } from "../../facts/logits.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { around, type Label, placedLabels, rounded } from "../drawing/labels.ts";
import { axes, drawingOf, insideOf, type Plane } from "../drawing/plane.ts";
import { moneyTick, ratioTicks } from "../drawing/ticks.ts";
import { isolated, plainName, shortName } from "../names.ts";
import { isQualityMeasured } from "../view.ts";
import type { Chart } from "./chart.ts";

const HEIGHT = 260;
/** Room beside the cheapest and the dearest model, as a factor of the bill. */
const ROOM = 3;
/** Models with a name in the drawing; the others are told in the table. */
const MOST_NAMED = 6;

interface Position {
  id: string;
  name: string;
  usd: number;
  quality: number;
  low: number;
  high: number;
  isMeasured: boolean;
}

export const qualityAgainstCost: Chart = {
  id: "quality-cost",
  words({ shown }) {
    const positions = positionsOf(shown);
    if (positions.length < 2) return null;
    const bar = index(barOf(shown));
    const enough = positions.filter(
      ({ quality, isMeasured }) => isMeasured && quality >= barOf(shown),
    );
    const cheapest = enough.toSorted((one, two) => one.usd - two.usd)[0];
    return {
      title:
        cheapest === undefined
          ? `None is known to reach the quality of ${bar} you need`
          : `${plainName(cheapest.name)} is the cheapest known to reach the quality of ${bar} you need`,
      note: "Bars: how sure the quality is, nine times in ten. Hollow: nobody measured it.",
      says: `${list(
        positions.map(({ name, usd, quality, low, high, isMeasured }) =>
          isMeasured
            ? `${plainName(name)} costs ${money(usd)} a month at quality ${index(quality)} (${index(low)} to ${index(high)})`
            : `${plainName(name)} costs ${money(usd)} a month at a quality nobody measured (counted as ${index(quality)})`,
        ),
      )}. What this work needs is ${bar} of 100.`,
      columns: ["Model", "USD a month", "quality", "low", "high", "needed"],
      rows: positions.map(({ name, usd, quality, low, high, isMeasured }) => [
        plainName(name),
        money(usd),
        isMeasured ? index(quality) : `unknown, counted as ${index(quality)}`,
        index(low),
        index(high),
        bar,
      ]),
    };
  },
  draw(pen, { shown }, width) {
    const positions = positionsOf(shown);
    const plane = planeOf(shown, positions, width);
    const { shape, palette } = pen;
    const { x, y, margin } = plane;
    const bar = y(barOf(shown));
    const budget = shown.decision.need.budget.usdPerMonth;
    const [left, right] = [margin.left, width - margin.right];
    const bottom = HEIGHT - margin.bottom;
    const beyond = Number.isFinite(budget) ? Math.max(left, x(budget)) : right;
    const { elements, taken } = axes(pen, plane);
    const front = frontOf(shown, positions);
    const labels: Label[] = [
      ...positions.slice(0, MOST_NAMED).map(({ id, name, usd, quality, isMeasured }): Label => ({
        text: isolated(shortName(name)) + (isMeasured ? "" : " ?"),
        x: x(usd),
        y: y(quality),
        sides: ["right", "left"],
        gap: 10,
        bold: true,
        class: `hued ${palette.classOf(id)}`,
      })),
      { ...aside(`needs ${index(barOf(shown))}`), x: left, y: bar - 9, sides: ["right"] },
      ...(beyond < right
        ? [
            {
              ...aside("over budget"),
              x: beyond,
              y: bottom - 10,
              sides: ["right", "left"] as const,
            },
          ]
        : []),
    ];
    return drawingOf(pen, width, HEIGHT, [
      shape("rect", {
        class: "short",
        x: left,
        y: rounded(bar),
        width: right - left,
        height: Math.max(0, rounded(bottom - bar)),
      }),
      beyond < right
        ? shape("rect", {
            class: "beyond",
            x: rounded(beyond),
            y: margin.top,
            width: rounded(right - beyond),
            height: bottom - margin.top,
          })
        : null,
      ...elements,
      shape("line", { class: "limit", x1: left, x2: right, y1: rounded(bar), y2: rounded(bar) }),
      front.length < 2
        ? null
        : shape("path", {
            class: "front",
            d: front
              .map(({ usd, quality }, place) =>
                place === 0
                  ? `M${rounded(x(usd))} ${rounded(y(quality))}`
                  : `H${rounded(x(usd))}V${rounded(y(quality))}`,
              )
              .join(""),
          }),
      // One guess stands in for all that nobody measured: its range is drawn of those with a name.
      ...positions
        .filter(({ isMeasured }, place) => isMeasured || place < MOST_NAMED)
        .map(({ id, usd, low, high, isMeasured }) =>
          shape("line", {
            class: `interval ${isMeasured ? "" : "guessed "}${palette.classOf(id)}`,
            x1: rounded(x(usd)),
            x2: rounded(x(usd)),
            y1: rounded(y(low)),
            y2: rounded(y(high)),
          }),
        ),
      ...positions.map(({ id, usd, quality, isMeasured }) =>
        shape("path", {
          class: `${isMeasured ? "filled" : "hollow"} ${palette.classOf(id)}`,
          transform: `translate(${rounded(x(usd))} ${rounded(y(quality))})`,
          d: palette.symbolOf(id, 90),
        }),
      ),
      ...placedLabels(pen, labels, insideOf(plane), [
        ...taken,
        ...positions.map(({ usd, quality }) => around(x(usd), y(quality), 6)),
      ]),
    ]);
  },
};

/** A word beside a line of the drawing; left out where there is no room. */
function aside(text: string) {
  return { text, gap: 5, class: "quiet", isOptional: true };
}

function planeOf(answer: Answer, positions: readonly Position[], width: number): Plane {
  const bills = positions.map(({ usd }) => usd);
  const [least, most] = [Math.min(...bills), Math.max(...bills)];
  const isRatio = least > 0;
  const domain: [number, number] = isRatio ? [least / ROOM, most * ROOM] : [0, most * 1.2 || 1];
  const lowest = Math.min(barOf(answer), ...positions.map(({ low }) => low));
  const range: [number, number] = [Math.max(0, Math.floor(lowest / 10) * 10 - 10), 100];
  const margin = { left: 32, right: 12, top: 22, bottom: 38 };
  const across: [number, number] = [margin.left, width - margin.right];
  const x = isRatio ? scaleLog(domain, across) : scaleLinear(domain, across);
  const y = scaleLinear(range, [HEIGHT - margin.bottom, margin.top]);
  return {
    width,
    height: HEIGHT,
    margin,
    x: (usd) => Math.min(across[1], x(usd)),
    y,
    xTicks: (isRatio ? ratioTicks(domain, 12) : x.ticks(5)).map((at) => ({
      at,
      text: moneyTick(at),
    })),
    yTicks: y.ticks(5).map((at) => ({ at, text: index(at) })),
    xLabel: "USD a month",
    yLabel: "quality, of 100",
  };
}

/** Models that no other beats in both, cheapest first; only what is measured can be on it. */
function frontOf({ result }: Answer, positions: readonly Position[]): Position[] {
  return positions
    .filter(({ id, isMeasured }) => isMeasured && result.paretoFront.includes(id))
    .toSorted((one, two) => one.usd - two.usd)
    .filter((each, place, all) =>
      all.slice(0, place).every(({ quality }) => quality <= each.quality),
    );
}

function positionsOf({ decision }: Answer): Position[] {
  return decision.ranking.map(({ id, cost, attributes: { quality }, assessment }) => ({
    id,
    name: assessment.candidate.name,
    usd: cost.usdPerMonth,
    quality: qualityIndex(quality.point),
    low: qualityIndex(quality.low),
    high: qualityIndex(quality.high),
    isMeasured: isQualityMeasured(assessment),
  }));
}

function barOf({ decision }: Answer): number {
  return qualityIndex(decision.need.quality.barLogits);
}
