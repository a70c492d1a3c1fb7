/** The bill of a month, line by line: what is sent, what comes back, images, searches. */
import { arithmeticOf, itemInBrief } from "../../answers/cost/screen/words.ts";
import { figuresOf } from "../../decision/cost.ts";
import { count, money, percent } from "../../words/figures.ts";
import type { RankedModel } from "../../decision/decision.ts";
import type { PageElement } from "../dom.ts";
import { doorOf } from "../door.ts";
import { nameElement, plainName, shortName } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { View } from "../view.ts";
import type { Card } from "./card.ts";

/** Models whose lines are shown; the comparison has the others. */
const MOST_MODELS = 4;
const HEIGHT = 18;
/** Parts of a bill have their model's hue, paler line by line. */
const PALER = [1, 0.62, 0.38, 0.24];

export const bill: Card = {
  id: "bill",
  parts(pen, { shown: { decision } }: View) {
    const models = decision.ranking.slice(0, MOST_MODELS);
    const dearest = Math.max(...models.map(({ cost }) => cost.usdPerMonth));
    if (models.length === 0 || !(dearest > 0)) return null;
    return {
      title: findingOf(models),
      note: `A month of ${count(decision.need.workload.requestsPerMonth)} requests.`,
      body: models.map((model) =>
        rowsOf(pen, model, dearest, decision.need.workload.requestsPerMonth),
      ),
    };
  },
};

function rowsOf(pen: Pen, model: RankedModel, dearest: number, requests: number): PageElement {
  const { make, shape, palette } = pen;
  const { name } = model.assessment.candidate;
  const lines = model.cost.lines.map(figuresOf);
  const shares = lines.map(({ usd }) => (100 * usd * requests) / dearest);
  const starts = shares.map((_share, place) =>
    shares.slice(0, place).reduce((sum, each) => sum + each, 0),
  );
  return make(
    "div",
    { class: `bill ${palette.classOf(model.id)}` },
    make(
      "div",
      { class: "row" },
      make("span", { class: "name" }, nameElement(make, shortName(name))),
      shape(
        "svg",
        { class: "bar", width: "100%", height: HEIGHT, "aria-hidden": "true" },
        shape("rect", { class: "ground", x: 0, y: 4, width: "100%", height: 10, rx: 2 }),
        ...shares.map((share, place) =>
          shape("rect", {
            class: "measured",
            x: `${Number((starts[place] ?? 0).toFixed(2))}%`,
            y: 4,
            width: `${Number(share.toFixed(2))}%`,
            height: 10,
            "fill-opacity": PALER[place % PALER.length] ?? 1,
          }),
        ),
      ),
      doorOf(
        pen,
        "cost",
        model.id,
        `Bill of ${plainName(name)}: ${money(model.cost.usdPerMonth)} a month. How that comes about`,
        money(model.cost.usdPerMonth),
      ),
    ),
    make(
      "ul",
      { class: "bill-lines" },
      ...lines.map((line) =>
        make(
          "li",
          {},
          make("span", {}, itemInBrief(line.item)),
          make("span", { class: "dim" }, arithmeticOf(line, "×")),
          make("span", {}, money(line.usd * requests)),
        ),
      ),
    ),
  );
}

/** `Most of the bill is what comes back: 55 % of it`. */
function findingOf([pick]: readonly RankedModel[]): string {
  const lines = pick?.cost.lines.map(figuresOf) ?? [];
  const total = lines.reduce((sum, { usd }) => sum + usd, 0);
  const [first] = lines.toSorted((one, two) => two.usd - one.usd);
  if (pick === undefined || first === undefined || total === 0) return "The bill, line by line";
  const name = shortName(pick.assessment.candidate.name);
  return `${percent(first.usd / total)} of the bill of ${name} is ${itemInBrief(first.item)}`;
}
