/** The monthly bill against volume: who is picked at which volume, today's bills, and where the budget is spent. */
import { scaleLog } from "d3-scale";
import { count, list, money } from "../../words/figures.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { around, type Label, placedLabels, rounded } from "../drawing/labels.ts";
import { axes, drawingOf, insideOf, type Plane } from "../drawing/plane.ts";
import { countTick, decades, moneyTick } from "../drawing/ticks.ts";
import { isolated, plainName, shortName } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { Chart } from "./chart.ts";
import { type Bill, billsOf, today, zonesOf } from "./volume-figures.ts";
import { timesLabel, zoneLabels } from "./volume-labels.ts";

const HEIGHT = 260;
/** Shown around today's volume, in factors of ten. */
const DECADES_AROUND = 1.5;
/** Bills with a hue and a name; all others are grey. */
const MOST_NAMED = 4;

export const volume: Chart = {
  id: "volume",
  words({ shown }) {
    const bills = billsOf(shown);
    const { requests, budget } = today(shown);
    const isFree = bills.every(({ usdPerRequest }) => usdPerRequest === 0);
    if (bills.length < 2 || isFree || !(requests > 0)) return null;
    const flips = shown.result.flips.filter(
      ({ parameter }) => parameter === "workload.requestsPerMonth",
    );
    const [nearest] = flips;
    const nameOf = (id: string) => plainName(bills.find((each) => each.id === id)?.name ?? id);
    const volumes = [requests / 10, requests, requests * 10];
    const spent = bills.flatMap(({ name, budgetSpentAt }) =>
      budgetSpentAt === null ? [] : [`${plainName(name)} at ${count(budgetSpentAt)}`],
    );
    return {
      title:
        nearest === undefined
          ? "No volume alone changes the answer"
          : `${nameOf(nearest.becomes)} wins ${nearest.direction} ${count(nearest.at)} requests a month`,
      note: "The ground says who is picked at which volume.",
      says: `At ${count(requests)} requests a month ${list(
        bills.map(({ name, usdPerMonth }) => `${plainName(name)} costs ${money(usdPerMonth)}`),
      )}.${budget === null || spent.length === 0 ? "" : ` The budget of ${money(budget)} is spent by ${list(spent)}.`}`,
      columns: ["Requests a month", ...bills.map(({ name }) => plainName(name))],
      rows: [
        ...volumes.map((each) => [
          count(each),
          ...bills.map(({ usdPerRequest }) => money(usdPerRequest * each)),
        ]),
        ...(budget === null
          ? []
          : [
              [
                "Budget spent at",
                ...bills.map(({ budgetSpentAt }) =>
                  budgetSpentAt === null ? "–" : count(budgetSpentAt),
                ),
              ],
            ]),
        ...flips.map(({ at, message }) => [
          `${count(at)}: ${message}`,
          ...bills.map(({ usdPerRequest }) => money(usdPerRequest * at)),
        ]),
      ],
    };
  },
  draw(pen, { shown }, width) {
    const bills = billsOf(shown).filter(({ usdPerRequest }) => usdPerRequest > 0);
    const { requests, budget } = today(shown);
    const plane = planeOf(pen, bills, shown, width);
    const { shape, palette } = pen;
    const { x, y, margin } = plane;
    const zones = zonesOf(shown, plane.domain);
    const top = margin.top;
    const bottom = HEIGHT - margin.bottom;
    const { elements, taken } = axes(pen, plane);
    const ends = plane.domain[1];
    const named = bills.slice(0, MOST_NAMED);
    const grounds = zones.map(({ from, to, pick }) =>
      shape("rect", {
        class: pick === null ? "nobody" : `zone ${palette.classOf(pick)}`,
        x: rounded(x(from)),
        width: rounded(x(to) - x(from)),
        y: top,
        height: bottom - top,
      }),
    );
    const lines = bills.toReversed().map(({ id, usdPerRequest }) =>
      shape("line", {
        class: `line ${named.some((each) => each.id === id) ? palette.classOf(id) : "model-other"}`,
        x1: rounded(x(plane.domain[0])),
        y1: rounded(y(plane.domain[0] * usdPerRequest)),
        x2: rounded(x(ends)),
        y2: rounded(y(ends * usdPerRequest)),
      }),
    );
    const dots = named.map(({ id, usdPerMonth }) =>
      shape("path", {
        class: `filled ${palette.classOf(id)}`,
        transform: `translate(${rounded(x(requests))} ${rounded(y(usdPerMonth))})`,
        d: palette.symbolOf(id, 60),
      }),
    );
    const labels = [
      ...named.map(({ id, usdPerMonth }): Label => ({
        text: money(usdPerMonth),
        x: x(requests),
        y: y(usdPerMonth),
        sides: ["left", "right", "above", "below"],
        gap: 8,
        bold: true,
        class: `hued ${palette.classOf(id)}`,
      })),
      ...named.map(({ id, name, usdPerRequest }): Label => ({
        text: isolated(shortName(name)),
        x: x(ends),
        y: y(ends * usdPerRequest),
        sides: ["right"],
        bold: true,
        class: `hued ${palette.classOf(id)}`,
      })),
      ...zoneLabels(pen, zones, bills, plane),
      ...timesLabel(named, x(requests), y),
      {
        text: `now ${count(requests)}`,
        x: x(requests),
        y: bottom,
        sides: ["right", "left"],
        gap: 4,
        isOptional: true,
        class: "quiet",
      } as const,
      ...(budget === null
        ? []
        : [
            {
              text: `budget ${money(budget)}`,
              x: margin.left,
              y: y(budget) - 8,
              sides: ["right"],
              gap: 4,
              isOptional: true,
              class: "quiet",
            } as const,
          ]),
    ];
    const marks = named.map(({ usdPerMonth }) => around(x(requests), y(usdPerMonth), 5));
    return drawingOf(pen, width, HEIGHT, [
      ...grounds,
      ...elements,
      budget === null
        ? null
        : shape("line", {
            class: "limit",
            x1: margin.left,
            x2: width - margin.right,
            y1: rounded(y(budget)),
            y2: rounded(y(budget)),
          }),
      shape("line", {
        class: "now",
        x1: rounded(x(requests)),
        x2: rounded(x(requests)),
        y1: top,
        y2: bottom,
      }),
      ...lines,
      ...dots,
      // Dragged, it is the number of requests: what it stands for at both ends of the drawing.
      shape("line", {
        class: "grip",
        x1: rounded(x(requests)),
        x2: rounded(x(requests)),
        y1: top,
        y2: bottom,
        "data-left": margin.left,
        "data-right": width - margin.right,
        "data-least": plane.domain[0],
        "data-most": ends,
      }),
      ...placedLabels(pen, labels, insideOf(plane), [...taken, ...marks]),
    ]);
  },
};

function planeOf(pen: Pen, bills: readonly Bill[], answer: Answer, width: number) {
  const { requests, budget } = today(answer);
  const flips = answer.result.flips.flatMap(({ parameter, at }) =>
    parameter === "workload.requestsPerMonth" ? [at] : [],
  );
  const near = flips.filter((each) => each > requests / 1e3 && each < requests * 1e3);
  const domain: [number, number] = [
    Math.min(requests / 10 ** DECADES_AROUND, ...near.map((each) => each / 2)),
    Math.max(requests * 10 ** DECADES_AROUND, ...near.map((each) => each * 2)),
  ];
  const rates = bills.map(({ usdPerRequest }) => usdPerRequest);
  const range: [number, number] = [
    domain[0] * Math.min(...rates),
    Math.max(domain[1] * Math.max(...rates), budget ?? 0),
  ];
  const names = bills
    .slice(0, MOST_NAMED)
    .map(({ name }) => pen.textWidth(isolated(shortName(name)), 12, true));
  const margin = { left: 44, right: Math.max(12, ...names) + 12, top: 22, bottom: 38 };
  const x = scaleLog(domain, [margin.left, width - margin.right]);
  const y = scaleLog(range, [HEIGHT - margin.bottom, margin.top]);
  const plane: Plane & { domain: [number, number] } = {
    domain,
    width,
    height: HEIGHT,
    margin,
    x,
    y,
    xTicks: decades(domain).map((at) => ({ at, text: countTick(at) })),
    yTicks: decades(range).map((at) => ({ at, text: moneyTick(at) })),
    xLabel: "requests a month",
    yLabel: "USD a month",
  };
  return plane;
}
