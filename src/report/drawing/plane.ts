/** The plane of a chart: two axes with their ticks, and what stands between them. */
import type { PageElement } from "../dom.ts";
import type { Pen } from "../pen.ts";
import { type Box, FONT_SIZE, rounded } from "./labels.ts";

export interface Tick {
  at: number;
  text: string;
}

export interface Plane {
  width: number;
  height: number;
  margin: { left: number; right: number; top: number; bottom: number };
  /** From a value to pixels of the drawing. */
  x: (value: number) => number;
  y: (value: number) => number;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
  xLabel: string;
  yLabel: string;
}

/** Smaller than labels: ticks are looked up, not read. */
const TICK_SIZE = 11;
const LINE = TICK_SIZE * 1.3;
const BETWEEN_TICKS = 8;

/** Lines and texts of the axes. Ticks that would run into one before them are left out. */
export function axes(pen: Pen, plane: Plane): { elements: PageElement[]; taken: Box[] } {
  const { shape } = pen;
  const { width, height, margin, x, y } = plane;
  const bottom = height - margin.bottom;
  const right = width - margin.right;
  const taken: Box[] = [];
  const elements: PageElement[] = [];
  const wideOf = (words: string) => pen.textWidth(words, TICK_SIZE, false);
  const write = (words: string, left: number, top: number) => {
    const box = { left, right: left + wideOf(words), top, bottom: top + LINE };
    const isFree =
      box.left >= 0 &&
      box.right <= width &&
      taken.every(
        (other) =>
          other.right + BETWEEN_TICKS <= box.left ||
          box.right + BETWEEN_TICKS <= other.left ||
          other.bottom <= box.top ||
          box.bottom <= other.top,
      );
    if (!isFree) return;
    taken.push(box);
    const attributes = {
      class: "tick",
      "font-size": TICK_SIZE,
      x: rounded(left),
      y: rounded(top + LINE - 3),
    };
    elements.push(shape("text", attributes, words));
  };
  if (plane.yLabel !== "") write(plane.yLabel, 0, 0);
  if (plane.xLabel !== "") write(plane.xLabel, right - wideOf(plane.xLabel), bottom + 5 + LINE);
  for (const { at, text } of plane.yTicks) {
    const place = rounded(y(at));
    elements.push(
      shape("line", { class: "grid", x1: margin.left, x2: right, y1: place, y2: place }),
    );
    write(text, margin.left - 6 - wideOf(text), place - LINE / 2);
  }
  elements.push(
    shape("line", { class: "axis", x1: margin.left, x2: right, y1: bottom, y2: bottom }),
  );
  for (const { at, text } of plane.xTicks) {
    const place = rounded(x(at));
    elements.push(
      shape("line", { class: "axis", x1: place, x2: place, y1: bottom, y2: bottom + 4 }),
    );
    write(text, place - wideOf(text) / 2, bottom + 5);
  }
  return { elements, taken };
}

/** What labels of the plane may use: all of the drawing but its axes. */
export function insideOf({ width, height, margin }: Plane): Box {
  return { left: margin.left, right: width, top: 0, bottom: height - margin.bottom };
}

/** The drawing as an element; a screen reader is told the same in words, so it is hidden from it. */
export function drawingOf(
  { shape }: Pen,
  width: number,
  height: number,
  parts: readonly (PageElement | null)[],
): PageElement {
  return shape(
    "svg",
    {
      class: "plot",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      "font-size": FONT_SIZE,
      "aria-hidden": "true",
      focusable: "false",
    },
    ...parts,
  );
}
