/** Service lanes: how long each model is served and what it costs until then, the successor after them. */
import type { Assessment } from "../../decision/assessment.ts";
import { isPriced } from "../../decision/cost.ts";
import { assessmentsOf } from "../../decision/decision.ts";
import { daysBetween } from "../../schema/texts.ts";
import { NO_END, shutdown } from "../../words/endings.ts";
import { money } from "../../words/figures.ts";
import { capitalised, sentence } from "../../words/sentences.ts";
import type { PageElement } from "../dom.ts";
import { longDay, nameElement, plainName, shortName } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { View } from "../view.ts";
import type { Card } from "./card.ts";

/** Days drawn when nobody has announced an end: a quarter of a year. */
const DAYS_WITHOUT_END = 90;
/** Room after the last day, as a part of the time until then: what comes next is seen to come. */
const ROOM_AFTER = 0.6;
const HEIGHT = 18;
/** Lanes drawn; beyond these the table says it. */
const MOST_LANES = 6;
/** Of more that end together only their number is told. */
const MOST_NAMED = 3;

interface Lane {
  id: string;
  name: string;
  /** Last day of service; null when none is announced. */
  end: string | null;
  /** Days of service from today on; null without an end. */
  days: number | null;
  /** Cost of these days; null without an end or a price. */
  usd: number | null;
}

export const lanes: Card = {
  id: "ends",
  parts(pen, view) {
    const all = lanesOf(view);
    const shownLanes = all.slice(0, MOST_LANES);
    if (all.length === 0) return null;
    const days = all.flatMap((lane) => lane.days ?? []);
    const horizon =
      (days.length === 0 ? DAYS_WITHOUT_END : Math.max(1, ...days)) * (1 + ROOM_AFTER);
    const { make } = pen;
    const next = nextOf(view, all);
    return {
      title: findingOf(shownLanes, view.answer.result.asOf),
      body: [
        make(
          "div",
          { class: "lanes" },
          ...shownLanes.map((lane) => laneOf(pen, lane, horizon)),
          next === null ? null : nextLane(pen, next, Math.min(...days), horizon),
        ),
        next === null ? null : make("p", { class: "note" }, next.says),
      ],
    };
  },
};

function lanesOf({ shown }: View): Lane[] {
  const { decision, result } = shown;
  const ranked = decision.ranking.map(({ id }) => id);
  const daysPerMonth = decision.sheets.catalog.levels.lifecycle.daysPerMonth;
  return assessmentsOf(decision).flatMap((assessment: Assessment) => {
    const { candidate, lifecycle, cost } = assessment;
    const end = lifecycle.shutdown.value;
    if (!ranked.includes(candidate.id) && end === null) return [];
    // Served through the last day, so that day is paid for too.
    const days = end === null ? null : Math.max(0, daysBetween(result.asOf, end) + 1);
    const usd = days === null || !isPriced(cost) ? null : (cost.usdPerMonth / daysPerMonth) * days;
    return [{ id: candidate.id, name: candidate.name, end, days, usd }];
  });
}

function laneOf({ make, shape, palette }: Pen, lane: Lane, horizon: number): PageElement {
  const { id, name, end, days, usd } = lane;
  const isOver = days !== null && days === 0;
  const share = days === null ? 100 : (100 * days) / horizon;
  const text = isOver
    ? "shut down"
    : days === null
      ? NO_END
      : usd === null
        ? longDay(end ?? "")
        : `${money(usd)} until then`;
  return make(
    "div",
    { class: `lane ${palette.classOf(id)}` },
    make("span", { class: "name" }, nameElement(make, shortName(name))),
    shape(
      "svg",
      { width: "100%", height: HEIGHT, "aria-hidden": "true" },
      shape("rect", { class: "ground", x: 0, y: 8, width: "100%", height: 2 }),
      shape("rect", {
        class: days === null ? "fading" : "filled",
        x: 0,
        y: 4,
        width: `${Number(share.toFixed(2))}%`,
        height: 10,
        rx: 2,
      }),
      days === null || isOver
        ? null
        : shape("line", {
            class: "need",
            x1: `${Number(share.toFixed(2))}%`,
            x2: `${Number(share.toFixed(2))}%`,
            y1: 0,
            y2: HEIGHT,
          }),
    ),
    make("span", { class: "value" }, text),
  );
}

interface Next {
  id: string;
  name: string;
  price: string;
  says: string;
}

/** What the vendor names next, where that is not ranked itself. */
function nextOf({ shown }: View, all: readonly Lane[]): Next | null {
  const { successor } = shown.result;
  if (successor === null || all.some(({ id }) => id === successor.model)) return null;
  const { usdPerMonth, usdPerMonthAtDefaultEffortPoint: atDefault } = successor;
  const price =
    usdPerMonth === null
      ? "price unknown"
      : atDefault === null
        ? `${money(usdPerMonth)} a month`
        : `${money(usdPerMonth)} to ${money(atDefault)} a month`;
  return {
    id: successor.model,
    name: successor.name,
    price,
    says: sentence(successor.message),
  };
}

function nextLane({ make, shape, palette }: Pen, next: Next, from: number, horizon: number) {
  const share = Number(((100 * from) / horizon).toFixed(2));
  return make(
    "div",
    { class: `lane ${palette.classOf(next.id)}` },
    make("span", { class: "name" }, "then ", nameElement(make, shortName(next.name))),
    shape(
      "svg",
      { width: "100%", height: HEIGHT, "aria-hidden": "true" },
      shape("rect", { class: "ground", x: 0, y: 8, width: "100%", height: 2 }),
      shape("line", { class: "next", x1: `${share}%`, x2: "100%", y1: 9, y2: 9 }),
    ),
    make("span", { class: "value" }, next.price),
  );
}

/** Where the lanes are out of sight: the ending and what comes next in one line. */
export function endingLine(view: View): string | null {
  const all = lanesOf(view);
  const shownLanes = all.slice(0, MOST_LANES);
  if (shownLanes.every(({ end }) => end === null)) return null;
  const next = nextOf(view, all);
  const then = next === null ? "" : `; then ${plainName(next.name)}, ${next.price}`;
  return `${findingOf(shownLanes, view.answer.result.asOf)}${then}.`;
}

/** `Both shut down on 14 January 2027, in 53 days`: the pick's end or, where none is announced, the first. */
function findingOf(all: readonly Lane[], asOf: string): string {
  const ending = all.filter(({ end }) => end !== null);
  const [soonest] = ending.toSorted((one, two) => ((one.end ?? "") < (two.end ?? "") ? -1 : 1));
  const first = ending.find((lane) => lane === all[0]) ?? soonest;
  if (first?.end === null || first === undefined) return capitalised(NO_END);
  const together = ending.filter(({ end }) => end === first.end);
  const called =
    together.length === 2 && all.length === 2
      ? "both"
      : together.length > MOST_NAMED
        ? `${plainName(first.name)} and ${together.length - 1} more`
        : null;
  return capitalised(
    shutdown({
      names: together.map(({ name }) => plainName(name)),
      ...(called === null ? {} : { called }),
      date: longDay(first.end),
      days: daysBetween(asOf, first.end),
      vendor: null,
    }),
  );
}
