/** The charts of the page, drawn anew at the width there is. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { type Chart, CHARTS } from "../charts/index.ts";
import { modelColours } from "../palette.ts";
import { figureParts } from "../sections/charts.ts";
import { byId, make, nodeOf, pageDocument, replaceChildren, setText } from "./elements.ts";

/** One piece of work a chart, so that a control moved meanwhile is heard. */
export function chartTasks(answer: () => Answer): (() => void)[] {
  return CHARTS.map((chart) => () => show(chart, answer()));
}

function show(chart: Chart, answer: Answer): void {
  const figure = byId(`chart-${chart.id}`);
  const part = (selector: string) => {
    const found = figure.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`chart '${chart.id}' has no ${selector}`);
    return found;
  };
  const drawing = part(".drawing");
  const { says, legend, table } = figureParts(make, chart, answer);
  setText(part(".says"), says);
  replaceChildren(part(".legend"), legend);
  replaceChildren(part(".figures-table"), [table]);
  drawing.setAttribute("aria-label", `${chart.title}. ${says}`);
  const svg = chart.draw(answer, {
    document: pageDocument,
    width: Math.floor(drawing.clientWidth),
    colourOf: modelColours(answer.decision.sheets.catalog),
  });
  drawing.replaceChildren(...(svg === null ? [] : [nodeOf(svg)]));
}
