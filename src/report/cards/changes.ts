/** What would change the answer: each thing on one scale of times today's value, the nearest first. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import type { Flip } from "../../answers/recommendation/schema.ts";
import type { Child, PageElement } from "../dom.ts";
import { nameElement } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { Card } from "./card.ts";
import { conditionOf, findingOf, labelOf, ratioOf } from "./change-words.ts";

/** The scale reaches from a sixteenth of today's value to sixteen times it. */
const DOUBLINGS = 4;
const TICKS = [
  { at: -4, text: "÷16" },
  { at: -2, text: "÷4" },
  { at: 0, text: "today" },
  { at: 2, text: "×4" },
  { at: 4, text: "×16" },
];
const HEIGHT = 20;
/** Shown at once; the others open on demand. */
const MOST_DRAWN = 8;
const MOST_TOLD = 4;

export const changes: Card = {
  id: "changes",
  parts(pen, { shown }) {
    if (shown.decision.ranking.length === 0) return letIn(pen, shown);
    if (shown.decision.ranking.length === 1 && shown.result.flips.length === 0) return null;
    const { make } = pen;
    const flips = shown.result.flips.filter(({ parameter }) => !parameter.startsWith("weights."));
    const drawn = flips.filter((flip) => ratioOf(flip) !== null);
    const told = flips.filter((flip) => ratioOf(flip) === null);
    const rows = [...new Set(drawn.map(({ parameter }) => parameter))];
    const chartOf = (parameters: readonly string[]) =>
      make(
        "div",
        { class: "changes-chart" },
        axisRow(pen),
        ...parameters.map((parameter) =>
          rowOf(
            pen,
            shown,
            drawn.filter((flip) => flip.parameter === parameter),
          ),
        ),
      );
    const listOf = (some: readonly Flip[]) =>
      make(
        "ul",
        { class: "points" },
        ...some.map((flip) =>
          make(
            "li",
            {},
            make("strong", {}, `${labelOf(flip, shown)}: `),
            ...conditionOf(pen, flip, shown),
          ),
        ),
      );
    return {
      title: findingOf(drawn, told, shown),
      ...(drawn.length === 0
        ? {}
        : { note: "How far each thing is from where the answer changes. Nearest first." }),
      body: [
        drawn.length === 0 ? null : chartOf(rows.slice(0, MOST_DRAWN)),
        told.length === 0 ? null : listOf(told.slice(0, MOST_TOLD)),
        rows.length <= MOST_DRAWN && told.length <= MOST_TOLD
          ? null
          : make(
              "details",
              {},
              make(
                "summary",
                {},
                `${Math.max(rows.length - MOST_DRAWN, 0) + Math.max(told.length - MOST_TOLD, 0)} more`,
              ),
              chartOf(rows.slice(MOST_DRAWN)),
              listOf(told.slice(MOST_TOLD)),
            ),
      ],
    };
  },
};

function axisRow({ make, shape }: Pen): PageElement {
  return make(
    "div",
    { class: "change axis", "aria-hidden": "true" },
    make("span", {}),
    shape(
      "svg",
      { width: "100%", height: HEIGHT },
      ...TICKS.map(({ at, text }) =>
        shape(
          "text",
          {
            x: share(2 ** at),
            y: 14,
            "text-anchor": at === -DOUBLINGS ? "start" : at === DOUBLINGS ? "end" : "middle",
          },
          text,
        ),
      ),
    ),
    make("span", {}),
  );
}

/** One thing: the pick's hue from today to where it changes, the other's from there on. */
function rowOf(pen: Pen, answer: Answer, flips: readonly Flip[]): PageElement {
  const { make, shape, palette } = pen;
  const pick = answer.decision.ranking[0]?.id ?? "";
  const pieces = flips.flatMap((flip): Child[] => {
    const at = ratioOf(flip) ?? 1;
    const out = at < 1 ? 2 ** -DOUBLINGS : 2 ** DOUBLINGS;
    const held = at < 1 ? Math.max(at, out) : Math.min(at, out);
    const piece = (from: number, to: number, id: string, cls: string) =>
      shape("rect", {
        class: `${cls} ${palette.classOf(id)}`,
        x: share(Math.min(from, to)),
        width: width(from, to),
        y: 6,
        height: 8,
      });
    return [
      piece(1, held, pick, "held"),
      held === out ? null : piece(held, out, flip.becomes, "taken"),
      held === out && at !== out
        ? null
        : shape("circle", {
            class: `mark ${palette.classOf(flip.becomes)}`,
            cx: share(held),
            cy: HEIGHT / 2,
            r: 4.5,
          }),
    ];
  });
  const [first] = flips;
  const control = first === undefined ? null : controlOf(first, flips);
  const label = first === undefined ? "" : labelOf(first, answer);
  return make(
    "div",
    { class: "change" },
    control !== null && pen.isLive
      ? make(
          "button",
          {
            type: "button",
            class: "name",
            "data-move": control.id,
            "data-to": control.value,
            title: "Move it just past that",
          },
          label,
        )
      : make("span", { class: "name" }, label),
    shape(
      "svg",
      { width: "100%", height: HEIGHT, "aria-hidden": "true" },
      shape("rect", { class: "ground", x: 0, y: 9, width: "100%", height: 2 }),
      ...pieces,
      shape("line", { class: "today", x1: "50%", x2: "50%", y1: 0, y2: HEIGHT }),
    ),
    make(
      "span",
      { class: "becomes" },
      ...flips.flatMap((flip, place) => [
        place === 0 ? null : ", ",
        ...conditionOf(pen, flip, answer),
      ]),
    ),
  );
}

/** A little past the point where it changes. */
const PAST = 0.01;

/** The control that can be moved there, and to what. */
function controlOf(
  { parameter }: Flip,
  flips: readonly Flip[],
): { id: string; value: number } | null {
  const [nearest] = flips;
  if (nearest === undefined) return null;
  const past = nearest.at * (nearest.direction === "below" ? 1 - PAST : 1 + PAST);
  const value = Number(past.toPrecision(3));
  if (parameter === "workload.requestsPerMonth") return { id: "requests", value };
  return parameter === "budget" ? { id: "budget", value } : null;
}

/** Nobody qualifies: what would let each model in. */
function letIn({ make }: Pen, { result }: Answer) {
  const ways = result.excluded.filter(({ closestChange }) => closestChange !== null);
  if (ways.length === 0) return null;
  return {
    title: ways.length === 1 ? "What would let it in" : "What would let one of them in",
    body: [
      make(
        "dl",
        { class: "notes" },
        ...ways.map(({ name, closestChange }) =>
          make(
            "div",
            {},
            make("dt", {}, nameElement(make, name)),
            make("dd", {}, `${closestChange ?? ""}.`),
          ),
        ),
      ),
    ],
  };
}

function share(ratio: number): string {
  return `${Number((50 + (50 * Math.log2(ratio)) / DOUBLINGS).toFixed(2))}%`;
}

function width(from: number, to: number): string {
  return `${Number((Math.abs(Math.log2(to / from)) * (50 / DOUBLINGS)).toFixed(2))}%`;
}
