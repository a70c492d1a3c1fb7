/** A bar of one figure on a scale of its own, as wide as there is room: everything in it stands at a share of it. */
import type { PageElement } from "../dom.ts";
import type { Pen } from "../pen.ts";

export interface BarFigures {
  id: string;
  /** On the scale from 0 to `most`. */
  value: number;
  most: number;
  range?: readonly [number, number] | null;
  /** The line of what is needed; null when there is none on the scale. */
  need: number | null;
  /** Nobody measured it: hatched, never solid. */
  isMeasured: boolean;
}

const HEIGHT = 18;
const BAR = { top: 4, height: 10 };

export function barOf({ shape, palette }: Pen, figures: BarFigures): PageElement {
  const { id, value, most, range, need, isMeasured } = figures;
  const share = (each: number) =>
    `${Number((100 * Math.min(1, Math.max(0, each / most))).toFixed(2))}%`;
  const width = share(value);
  return shape(
    "svg",
    { class: `bar ${palette.classOf(id)}`, width: "100%", height: HEIGHT, "aria-hidden": "true" },
    shape("rect", { class: "ground", x: 0, y: BAR.top, width: "100%", height: BAR.height, rx: 2 }),
    shape("rect", {
      class: isMeasured ? "measured" : "unmeasured",
      x: 0,
      y: BAR.top,
      width,
      height: BAR.height,
      rx: 2,
    }),
    range === null || range === undefined
      ? null
      : shape("line", {
          class: "range",
          x1: share(range[0]),
          x2: share(range[1]),
          y1: HEIGHT / 2,
          y2: HEIGHT / 2,
        }),
    need === null || need > most
      ? null
      : shape("line", { class: "need", x1: share(need), x2: share(need), y1: 0, y2: HEIGHT }),
  );
}
