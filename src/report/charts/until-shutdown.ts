/** What is spent until each model ends, and how its successor goes on from there. */
import * as Plot from "@observablehq/plot";
import { daysBetween } from "../../facts/calendar.ts";
import { bill, money } from "../../words/figures.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import type { Chart } from "./chart.ts";
import { grid, HALO, isNarrow, plotted } from "./plot.ts";
import { dayOf, dayTick, moneyTick } from "./ticks.ts";

const HEIGHT = 280;
/** How far ahead is shown of a model without an announced end. */
const DAYS_WITHOUT_END = 180;
/** How far the successor is followed. */
const DAYS_AFTER = 45;
const MS_PER_DAY = 86_400_000;

interface Remaining {
  id: string;
  name: string;
  usdPerDay: number;
  /** Last day of service; null when none is announced. */
  shutdown: string | null;
  /** Days of service left, or shown. */
  days: number;
  usd: number;
}

export const untilShutdown: Chart = {
  id: "until-shutdown",
  title: "Cost until shutdown",
  says(answer) {
    const remaining = remainingOf(answer);
    if (remaining.length === 0) return "No model qualifies, so nothing is spent.";
    const parts = remaining.map(({ name, shutdown, days, usd }) =>
      shutdown === null
        ? `${name} has no announced end; ${days} days cost ${money(usd)}`
        : `${name} costs ${money(usd)} until its last day, ${shutdown} (${days} days)`,
    );
    const after = successorOf(answer);
    const next =
      after === null
        ? ""
        : ` From then on ${after.name}, which ${after.namedBy} names next, would cost ${money(after.usdPerDay * daysPerMonth(answer))} a month with reasoning off.`;
    return `${parts.join("; ")}.${next}`;
  },
  figures: (answer) => ({
    columns: ["Model", "last day", "days left", "a month", "until then"],
    rows: remainingOf(answer).map(({ name, shutdown, days, usdPerDay, usd }) => [
      name,
      shutdown ?? "none announced",
      String(days),
      bill(usdPerDay * daysPerMonth(answer)),
      bill(usd),
    ]),
  }),
  legend: () => [],
  draw(answer, canvas) {
    const remaining = remainingOf(answer).filter(({ days }) => days > 0);
    const [pick] = remaining;
    if (pick === undefined) return null;
    const narrow = isNarrow(canvas);
    const start = dayOf(answer.result.asOf);
    const after = (days: number) => new Date(start.getTime() + days * MS_PER_DAY);
    const lines = remaining.flatMap(({ id, days, usd }) => [
      { id, day: start, usd: 0 },
      { id, day: after(days), usd },
    ]);
    const next = successorOf(answer);
    const onward =
      next === null || pick.shutdown === null
        ? []
        : [
            { id: next.id, name: next.name, day: after(pick.days), usd: pick.usd },
            {
              id: next.id,
              name: next.name,
              day: after(pick.days + DAYS_AFTER),
              usd: pick.usd + DAYS_AFTER * next.usdPerDay,
            },
          ];
    const endings = [
      ...new Map(
        remaining.flatMap((each) => (each.shutdown === null ? [] : [[each.shutdown, each]])),
      ).values(),
    ];
    const colour = (each: { id: string }) => canvas.colourOf(each.id);
    const ends = remaining.map((each) => ({ ...each, day: after(each.days) }));
    const furthest =
      Math.max(...remaining.map(({ days }) => days)) + (onward.length > 0 ? DAYS_AFTER : 0);
    return plotted(canvas, {
      height: HEIGHT,
      options: {
        marginLeft: 52,
        marginRight: narrow ? 14 : 96,
        marginTop: 26,
        marginBottom: 40,
        x: {
          type: "utc",
          domain: [start, after(furthest)],
          label: null,
          ticks: narrow ? 3 : 6,
          tickFormat: dayTick,
        },
        y: {
          domain: [
            0,
            Math.max(...remaining.map(({ usd }) => usd), ...onward.map(({ usd }) => usd)) * 1.1 ||
              1,
          ],
          label: "USD in all",
          ticks: 5,
          tickFormat: moneyTick,
        },
      },
      marks: [
        grid("y", 5),
        Plot.ruleY([0], { strokeOpacity: 0.4 }),
        Plot.ruleX(endings, {
          x: (each: Remaining) => after(each.days),
          stroke: "var(--alert)",
          strokeDasharray: "2 3",
        }),
        Plot.text(endings, {
          x: (each: Remaining) => after(each.days),
          frameAnchor: "top",
          dy: -14,
          text: (each: Remaining) => `last day ${each.shutdown ?? ""}`,
          fill: "var(--alert)",
        }),
        Plot.lineY(lines, { x: "day", y: "usd", z: "id", stroke: colour, strokeWidth: 2.5 }),
        Plot.lineY(onward, {
          x: "day",
          y: "usd",
          z: "id",
          stroke: colour,
          strokeWidth: 2,
          strokeDasharray: "5 4",
        }),
        Plot.dot(ends, { x: "day", y: "usd", r: 4, fill: colour }),
        Plot.text(ends, {
          x: "day",
          y: "usd",
          text: (each: Remaining) => `${each.name} ${money(each.usd)}`,
          dx: -8,
          dy: -10,
          textAnchor: "end",
          fontWeight: 600,
          fill: colour,
          ...HALO,
        }),
        Plot.text(onward.slice(-1), {
          x: "day",
          y: "usd",
          text: "name",
          dx: narrow ? 0 : 6,
          dy: narrow ? 14 : 0,
          textAnchor: narrow ? "end" : "start",
          fill: colour,
          ...HALO,
        }),
      ],
    });
  },
};

function daysPerMonth({ decision }: Answer): number {
  return decision.sheets.catalog.levels.lifecycle.daysPerMonth;
}

/** A model is served through its last day, so that day is paid for too. */
function remainingOf(answer: Answer): Remaining[] {
  const { asOf } = answer.result;
  return answer.decision.ranking.map(({ id, cost, assessment: { candidate, lifecycle } }) => {
    const shutdown = lifecycle.shutdown.value;
    const days =
      shutdown === null ? DAYS_WITHOUT_END : Math.max(0, daysBetween(asOf, shutdown) + 1);
    const usdPerDay = cost.usdPerMonth / daysPerMonth(answer);
    return { id, name: candidate.name, usdPerDay, shutdown, days, usd: usdPerDay * days };
  });
}

function successorOf(
  answer: Answer,
): { id: string; name: string; namedBy: string; usdPerDay: number } | null {
  const { successor } = answer.result;
  if (successor === null || successor.usdPerMonth === null) return null;
  const { model, name, namedBy, usdPerMonth } = successor;
  return { id: model, name, namedBy, usdPerDay: usdPerMonth / daysPerMonth(answer) };
}
