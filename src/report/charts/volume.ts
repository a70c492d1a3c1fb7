/** The monthly bill against volume: where each model meets the budget, and where the answer changes. */
import * as Plot from "@observablehq/plot";
import { count, list, money } from "../../words/figures.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import type { Chart } from "./chart.ts";
import { grid, HALO, isNarrow, plotted } from "./plot.ts";
import { countTick, decades, moneyTick } from "./ticks.ts";

const HEIGHT = 300;
/** Shown around today's volume, in factors of ten. */
const DECADES_AROUND = 1.5;

interface Bill {
  id: string;
  name: string;
  usdPerRequest: number;
  usdPerMonth: number;
  /** Requests a month at which the budget is spent; null without a budget. */
  budgetSpentAt: number | null;
}

export const volume: Chart = {
  id: "volume",
  title: "Monthly cost by volume",
  says(answer) {
    const { requests, budget } = today(answer);
    const parts = billsOf(answer).map(
      ({ name, usdPerMonth, budgetSpentAt }) =>
        `${name} costs ${money(usdPerMonth)} at ${count(requests)} requests${
          budgetSpentAt === null ? "" : ` and spends the budget at ${count(budgetSpentAt)}`
        }`,
    );
    if (parts.length === 0) return "No model qualifies, so no bill is drawn.";
    const flips = flipsOf(answer).map(({ message }) => message);
    return `${list(parts)}.${budget === null ? "" : ` The budget is ${money(budget)} a month.`}${
      flips.length === 0
        ? " No volume alone changes the pick."
        : ` It changes to ${list(flips, "or")}.`
    }`;
  },
  figures(answer) {
    const bills = billsOf(answer);
    const { requests } = today(answer);
    const volumes = [requests / 10, requests, requests * 10].filter((each) => each > 0);
    return {
      columns: ["Requests a month", ...bills.map(({ name }) => name)],
      rows: [
        ...volumes.map((each) => [
          count(each),
          ...bills.map(({ usdPerRequest }) => money(usdPerRequest * each)),
        ]),
        [
          "Budget spent at",
          ...bills.map(({ budgetSpentAt }) =>
            budgetSpentAt === null ? "–" : count(budgetSpentAt),
          ),
        ],
        ...flipsOf(answer).map(({ at, message }) => [
          `${count(at)}: ${message}`,
          ...bills.map(({ usdPerRequest }) => money(usdPerRequest * at)),
        ]),
      ],
    };
  },
  legend: () => [],
  draw(answer, canvas) {
    const bills = billsOf(answer).filter(({ usdPerRequest }) => usdPerRequest > 0);
    const { requests, budget } = today(answer);
    if (bills.length === 0 || !(requests > 0)) return null;
    const narrow = isNarrow(canvas);
    const marked = [
      requests,
      ...flipsOf(answer).map(({ at }) => at),
      ...bills.flatMap(({ budgetSpentAt }) => budgetSpentAt ?? []),
    ];
    const near = marked.filter((each) => each > requests / 1e4 && each < requests * 1e4);
    const domain: [number, number] = [
      Math.min(requests / 10 ** DECADES_AROUND, ...near.map((each) => each / 2)),
      Math.max(requests * 10 ** DECADES_AROUND, ...near.map((each) => each * 2)),
    ];
    const rates = bills.map(({ usdPerRequest }) => usdPerRequest);
    const range: [number, number] = [
      domain[0] * Math.min(...rates),
      Math.max(domain[1] * Math.max(...rates), budget ?? 0),
    ];
    const lines = bills.flatMap((bill) =>
      domain.map((each) => ({ ...bill, requests: each, usd: each * bill.usdPerRequest })),
    );
    const ends = lines.filter((each) => each.requests === domain[1]);
    const spent = bills.flatMap((bill) =>
      bill.budgetSpentAt === null ||
      bill.budgetSpentAt < domain[0] ||
      bill.budgetSpentAt > domain[1]
        ? []
        : [{ ...bill, requests: bill.budgetSpentAt, usd: budget }],
    );
    const flips = flipsOf(answer).filter(({ at }) => at > domain[0] && at < domain[1]);
    const middle = Math.sqrt(domain[0] * domain[1]);
    return plotted(canvas, {
      height: HEIGHT,
      options: {
        marginLeft: 52,
        marginRight: narrow ? 16 : 96,
        marginTop: 24,
        marginBottom: 40,
        x: {
          type: "log",
          domain,
          label: "requests a month",
          ticks: decades(domain),
          tickFormat: countTick,
        },
        y: {
          type: "log",
          domain: range,
          label: narrow ? "USD" : "USD a month",
          ticks: decades(range),
          tickFormat: moneyTick,
        },
      },
      marks: [
        grid("x", decades(domain)),
        grid("y", decades(range)),
        budget === null
          ? null
          : Plot.ruleY([budget], { stroke: "var(--limit)", strokeDasharray: "6 4" }),
        budget === null
          ? null
          : Plot.text([{ usd: budget }], {
              x: domain[0],
              y: "usd",
              text: () => `budget ${money(budget)}`,
              textAnchor: "start",
              dx: 4,
              dy: -9,
              fill: "var(--limit)",
              ...HALO,
            }),
        Plot.ruleX([requests], { strokeOpacity: 0.35 }),
        Plot.text([{ requests }], {
          x: "requests",
          frameAnchor: "top",
          dy: -14,
          text: () => `now ${count(requests)}`,
        }),
        Plot.ruleX(flips, { x: "at", stroke: "var(--change)", strokeDasharray: "2 3" }),
        ...(["start", "end"] as const).map((textAnchor) =>
          Plot.text(flips, {
            x: "at",
            filter: ({ at }: { at: number }) => at < middle === (textAnchor === "start"),
            frameAnchor: "bottom",
            dy: -8,
            dx: textAnchor === "start" ? 6 : -6,
            textAnchor,
            text: ({ at }: { at: number }) => `changes at ${count(at)}`,
            fill: "var(--change)",
            ...HALO,
          }),
        ),
        Plot.lineY(lines, {
          x: "requests",
          y: "usd",
          stroke: (each: Bill) => canvas.colourOf(each.id),
          strokeWidth: 2.5,
          z: "id",
        }),
        Plot.dot(spent, {
          x: "requests",
          y: "usd",
          r: 4,
          fill: "var(--surface)",
          stroke: (each: Bill) => canvas.colourOf(each.id),
          strokeWidth: 2,
        }),
        Plot.text(spent, {
          x: "requests",
          y: "usd",
          dy: 16,
          text: (each: { requests: number }) => (narrow ? "" : count(each.requests)),
          ...HALO,
          fill: (each: Bill) => canvas.colourOf(each.id),
        }),
        Plot.text(ends, {
          x: "requests",
          y: "usd",
          text: "name",
          textAnchor: narrow ? "end" : "start",
          dx: narrow ? -4 : 6,
          dy: narrow ? -10 : 0,
          fontWeight: 600,
          fill: (each: Bill) => canvas.colourOf(each.id),
          ...HALO,
        }),
      ],
    });
  },
};

function today({ decision }: Answer): { requests: number; budget: number | null } {
  const { workload, budget } = decision.need;
  const { usdPerMonth } = budget;
  return {
    requests: workload.requestsPerMonth,
    budget: Number.isFinite(usdPerMonth) ? usdPerMonth : null,
  };
}

function billsOf(answer: Answer): Bill[] {
  const { budget } = today(answer);
  return answer.result.ranking.map(({ model, name, estimate: { usdPerRequest, usdPerMonth } }) => ({
    id: model,
    name,
    usdPerRequest,
    usdPerMonth,
    budgetSpentAt: budget === null || usdPerRequest === 0 ? null : budget / usdPerRequest,
  }));
}

function flipsOf({ result }: Answer) {
  return result.flips.filter(({ parameter }) => parameter === "workload.requestsPerMonth");
}
