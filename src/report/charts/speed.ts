/** The chart of measured speeds: a strip a model by the day of measurement, what this decision takes ringed. */
import { scaleLinear } from "d3-scale";
import { measured } from "../../words/figures.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import type { PageElement } from "../dom.ts";
import { FONT_SIZE, type Label, placedLabels, rounded } from "../drawing/labels.ts";
import { drawingOf } from "../drawing/plane.ts";
import { dayOf, monthTick, monthTicks } from "../drawing/ticks.ts";
import { isolated, plainName, shortName } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { View } from "../view.ts";
import type { Chart } from "./chart.ts";
import {
  factOf,
  type Field,
  FIELDS,
  journeys,
  measurementsOf,
  type Model,
  modelsOf,
} from "./measurements.ts";

/** Strips drawn; the table has all models. */
const MOST_MODELS = 3;
const STRIP = 36;
const HEAD = 22;
const FOOT = 22;
const MOST_TICKS = 5;

export const speed: Chart = {
  id: "speed",
  words({ shown }) {
    const models = modelsOf(shown);
    const rows = models.flatMap((model) =>
      FIELDS.flatMap(({ field, measure }) =>
        measurementsOf(shown, model, field).map((each) => [
          plainName(model.name),
          measure,
          measured(each.value),
          each.undated ? `about ${each.observed}` : each.observed,
          `${each.source}${each.isTaken ? " (taken)" : ""}`,
        ]),
      ),
    );
    if (rows.length === 0) return null;
    return {
      title: findingOf(shown),
      note: "Ringed: what this decision takes, of several their mean. Hollow: a measurement without a day of its own.",
      says: FIELDS.map(({ field, measure, faster }) => {
        const parts = models.flatMap((model) => {
          const values = measurementsOf(shown, model, field).map(({ value }) => value);
          if (values.length === 0) return [];
          const [least, most] = [Math.min(...values), Math.max(...values)];
          const range =
            least === most ? measured(least) : `${measured(least)} to ${measured(most)}`;
          const taken = factOf(model, field)?.value ?? null;
          return [
            `${plainName(model.name)} ${range}${taken === null ? "" : `, taken ${measured(taken)}`}`,
          ];
        });
        return parts.length === 0 ? "" : `In ${measure}, ${faster}: ${parts.join("; ")}.`;
      })
        .join(" ")
        .trim(),
      columns: ["Model", "Measure", "Value", "Day", "Source"],
      rows,
    };
  },
  draw(pen, { shown }: View, width) {
    const models = modelsOf(shown).slice(0, MOST_MODELS);
    const strips = FIELDS.filter(({ field }) =>
      models.some((model) => measurementsOf(shown, model, field).length > 0),
    );
    const each = HEAD + STRIP * models.length + FOOT;
    return drawingOf(
      pen,
      width,
      each * strips.length,
      strips.map(({ field, measure, faster }, place) =>
        stripsOf(pen, shown, models, {
          field,
          title: `${measure}, ${faster}`,
          width,
          top: place * each,
        }),
      ),
    );
  },
};

interface Strip {
  field: Field;
  title: string;
  width: number;
  top: number;
}

function stripsOf(
  pen: Pen,
  answer: Answer,
  models: readonly Model[],
  { field, title, width, top }: Strip,
): PageElement {
  const { shape, palette } = pen;
  const all = models.flatMap((model) => measurementsOf(answer, model, field));
  const now = dayOf(answer.result.asOf);
  const first = Math.min(...all.map(({ day }) => day.getTime()));
  const names = models.map(({ name }) =>
    pen.textWidth(isolated(shortName(name, 12)), FONT_SIZE, true),
  );
  const left = Math.max(...names) + 10;
  const x = scaleLinear([first, now.getTime()], [left + 8, width - 44]);
  const most = Math.max(...all.map(({ value }) => value)) || 1;
  const bottom = top + HEAD + STRIP * models.length;
  const ticks = monthTicks(new Date(first), now, MOST_TICKS);
  const rows = models.flatMap((model, place) => {
    const base = top + HEAD + STRIP * (place + 1) - 6;
    const y = scaleLinear([0, most], [base, base - STRIP + 14]);
    const own = measurementsOf(answer, model, field);
    return [
      shape("line", { class: "grid", x1: left, x2: width - 4, y1: base, y2: base }),
      ...journeys(own).map((path) =>
        shape("polyline", {
          class: `journey ${palette.classOf(model.id)}`,
          points: path.map(({ day, value }) => `${rounded(x(day))},${rounded(y(value))}`).join(" "),
        }),
      ),
      ...own.map(({ day, value, undated, isTaken, observed, source }) =>
        shape(
          "path",
          {
            class: `${undated ? "hollow" : "filled"} ${isTaken ? "ringed " : ""}${palette.classOf(model.id)}`,
            transform: `translate(${rounded(x(day))} ${rounded(y(value))})`,
            d: palette.symbolOf(model.id, 42),
          },
          shape(
            "title",
            {},
            `${measured(value)}, ${undated ? "about " : ""}${observed}, ${source}${isTaken ? ", taken" : ""}`,
          ),
        ),
      ),
      ...own
        .filter(({ isTaken }) => isTaken)
        .map(({ day, value }) =>
          shape("circle", {
            class: `ring ${palette.classOf(model.id)}`,
            cx: rounded(x(day)),
            cy: rounded(y(value)),
            r: 7,
          }),
        ),
    ];
  });
  const labels = models.flatMap((model, place): Label[] => {
    const middle = top + HEAD + STRIP * (place + 0.5);
    const value = factOf(model, field)?.value ?? null;
    const hued = { bold: true, class: `hued ${palette.classOf(model.id)}`, gap: 0 };
    const name: Label = {
      ...hued,
      text: isolated(shortName(model.name, 12)),
      x: 0,
      y: middle,
      sides: ["right"],
    };
    if (value === null) return [name];
    return [name, { ...hued, text: measured(value), x: width, y: middle, sides: ["left"] }];
  });
  let end = -Infinity;
  const axis = ticks.flatMap((tick) => {
    const text = monthTick(tick);
    const half = pen.textWidth(text, 11, false) / 2;
    const at = x(tick);
    if (at - half < end + 8 || at - half < left || at + half > width) return [];
    end = at + half;
    return [
      shape(
        "text",
        { class: "tick", "font-size": 11, x: rounded(at - half), y: bottom + 12 },
        text,
      ),
    ];
  });
  return shape(
    "g",
    {},
    shape("text", { class: "quiet", x: 0, y: top + 13 }, title),
    ...rows,
    ...axis,
    ...placedLabels(pen, labels, { left: 0, right: width, top: top + HEAD - 6, bottom }),
  );
}

/** `GPT-4o is the faster writer: 111 against 50 tokens a second`. */
function findingOf(answer: Answer): string {
  const known = modelsOf(answer).flatMap((model) => {
    const value = factOf(model, "outputTokensPerSecond")?.value ?? null;
    return value === null ? [] : [{ name: plainName(model.name), value }];
  });
  const [first, second] = known;
  if (first === undefined) return "How fast each was measured to be";
  if (second === undefined) return `${first.name} writes ${measured(first.value)} tokens a second`;
  const [fast, slow] = first.value >= second.value ? [first, second] : [second, first];
  if (fast.value === slow.value) return `${fast.name} and ${slow.name} write equally fast`;
  return `${fast.name} is the faster writer: ${measured(Math.round(fast.value))} against ${measured(Math.round(slow.value))} tokens a second`;
}
