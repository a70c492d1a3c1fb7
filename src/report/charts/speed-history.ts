/** What was measured of each model's speed, and when: sources that contradict each other stand side by side. */
import * as Plot from "@observablehq/plot";
import { measured } from "../../words/figures.ts";
import type { NumericFact } from "../../facts/fact.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import type { Claim } from "../../schema/claim.ts";
import type { Chart } from "./chart.ts";
import { modelLegend } from "./legend.ts";
import { grid, isNarrow, plotted } from "./plot.ts";
import { dayOf, monthTick } from "./ticks.ts";

const HEIGHT = 280;
const KEY =
  "A hollow point is a measurement without a day of its own; a diamond with a bar is what is taken, with its range.";

interface Measurement {
  id: string;
  name: string;
  day: Date;
  value: number;
  observed: string;
  source: string;
  undated: boolean;
}

interface SpeedSubject {
  id: string;
  title: string;
  unit: string;
  better: string;
  field: "outputTokensPerSecond" | "timeToFirstTokenSeconds";
}

export const outputSpeed = speedChart({
  id: "output-speed",
  title: "Measured output speed over time",
  unit: "tokens per second",
  better: "more is faster",
  field: "outputTokensPerSecond",
});

export const firstToken = speedChart({
  id: "first-token",
  title: "Measured time to the first token over time",
  unit: "seconds",
  better: "less is faster",
  field: "timeToFirstTokenSeconds",
});

function speedChart({ id, title, unit, better, field }: SpeedSubject): Chart {
  return {
    id,
    title,
    says(answer) {
      const all = measurementsOf(answer, field);
      if (all.length === 0) return "Nobody measured it.";
      const parts = modelsOf(answer).flatMap(({ model, name, facts }) => {
        const own = all.filter((each) => each.id === model).map(({ value }) => value);
        if (own.length === 0) return [];
        const fact = facts.find(({ path }) => path === `speed.${field}`);
        const range = `${measured(Math.min(...own))} to ${measured(Math.max(...own))}`;
        const taken =
          fact?.value === undefined || fact.value === null
            ? ""
            : `; ${measured(fact.value)} is what this decision takes`;
        return [`${name}: ${own.length} measurements from ${range}${taken}`];
      });
      return `In ${unit}, ${better}. ${parts.join(". ")}. ${KEY}`;
    },
    figures: (answer) => ({
      columns: ["Day", "Model", unit, "Source"],
      rows: measurementsOf(answer, field)
        .toSorted((a, b) => (a.observed < b.observed ? -1 : 1))
        .map(({ observed, undated, name, value, source }) => [
          undated ? `about ${observed}` : observed,
          name,
          measured(value),
          source,
        ]),
    }),
    legend: modelLegend,
    draw(answer, canvas) {
      const all = measurementsOf(answer, field);
      if (all.length === 0) return null;
      const narrow = isNarrow(canvas);
      const now = dayOf(answer.result.asOf);
      const believed = modelsOf(answer).flatMap(({ model, name, facts }) => {
        const fact = facts.find(({ path }) => path === `speed.${field}`);
        return fact?.value === undefined || fact.value === null
          ? []
          : [{ id: model, name, day: now, value: fact.value, low: fact.low, high: fact.high }];
      });
      const colour = (each: { id: string }) => canvas.colourOf(each.id);
      const highest = Math.max(
        ...all.map(({ value }) => value),
        ...believed.map(({ high }) => high),
      );
      return plotted(canvas, {
        height: HEIGHT,
        options: {
          marginLeft: 40,
          marginRight: 24,
          marginTop: 24,
          marginBottom: 40,
          x: {
            type: "utc",
            label: null,
            ticks: narrow ? 4 : 8,
            tickFormat: monthTick,
            domain: [new Date(Math.min(...all.map(({ day }) => day.getTime()))), now],
            insetLeft: 8,
          },
          y: { domain: [0, highest * 1.05], label: unit, nice: true, ticks: 5 },
        },
        marks: [
          grid("y", 5),
          Plot.ruleY([0], { strokeOpacity: 0.4 }),
          Plot.dot(all, {
            x: "day",
            y: "value",
            r: 4,
            stroke: colour,
            strokeWidth: 1.75,
            fill: (each: Measurement) =>
              each.undated ? "var(--surface)" : canvas.colourOf(each.id),
          }),
          Plot.ruleX(believed, {
            x: "day",
            y1: "low",
            y2: "high",
            stroke: colour,
            strokeWidth: 8,
            strokeOpacity: 0.28,
            strokeLinecap: "round",
            dx: 8,
          }),
          Plot.dot(believed, {
            x: "day",
            y: "value",
            r: 5,
            symbol: "diamond",
            fill: colour,
            dx: 8,
          }),
        ],
      });
    },
  };
}

function modelsOf({ decision }: Answer): { model: string; name: string; facts: NumericFact[] }[] {
  return decision.ranking.map(({ id, assessment }) => ({
    model: id,
    name: assessment.candidate.name,
    facts: assessment.wait.facts,
  }));
}

/** What can be seen on the day, of the vendor's own service at its usual tier. */
function measurementsOf(
  { decision: { ranking, need, sheets } }: Answer,
  field: SpeedSubject["field"],
): Measurement[] {
  return ranking.flatMap(({ id, assessment: { candidate } }) => {
    const claims: readonly Claim<number>[] = candidate.model.speed?.[field] ?? [];
    return claims
      .filter(
        (claim) =>
          claim.observed <= need.asOf &&
          (claim.platform ?? candidate.model.provider) === candidate.model.provider &&
          (claim.serviceTier ?? "standard") === "standard",
      )
      .map((claim) => ({
        id,
        name: candidate.name,
        day: dayOf(claim.observed),
        value: claim.value,
        observed: claim.observed,
        source: sheets.sources.get(claim.source)?.title ?? claim.source,
        undated: claim.undated === true,
      }));
  });
}
