/** Where the labels of a drawing go: beside what they name, never over another label, never outside. */
import type { PageElement } from "../dom.ts";
import type { Pen } from "../pen.ts";

export const FONT_SIZE = 12;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Side = "right" | "left" | "above" | "below";

export interface Label {
  text: string;
  /** What it names stands here. */
  x: number;
  y: number;
  /** Sides tried, the best first. */
  sides: readonly Side[];
  /** Between the point and the text. */
  gap?: number;
  bold?: boolean;
  /** A class of the style sheet: `hued model-2`. */
  class?: string;
  /** Left out where there is no room; all others move away, with a line to what they name. */
  isOptional?: boolean;
}

/** Boxes of letters are this much of their size high, around a middle. */
const LINE = 1.24;
/** From the middle of the letters down to their baseline. */
const BASELINE = 0.35;
/** Between two texts. */
const APART = 2;
/** A text moves away by steps of half its height, this many at most. */
const MOST_STEPS = 16;

/**
 * Texts and leader lines for the labels, in the order given: the first has the best place.
 * @param within what no text may leave
 * @param taken what no text may cover: symbols, texts of axes
 */
export function placedLabels(
  pen: Pen,
  labels: readonly Label[],
  within: Box,
  taken: readonly Box[] = [],
): PageElement[] {
  const boxes = [...taken];
  return labels.flatMap((label) => {
    const place = placeFor(pen, label, within, boxes);
    if (place === null) return [];
    boxes.push(place.box);
    return drawn(pen, label, place);
  });
}

interface Place {
  box: Box;
  /** Moved so far that a line must lead to it. */
  isLed: boolean;
}

function placeFor(pen: Pen, label: Label, within: Box, boxes: readonly Box[]): Place | null {
  const { bold = false, gap = 6 } = label;
  const width = pen.textWidth(label.text, FONT_SIZE, bold);
  const height = FONT_SIZE * LINE;
  const isFree = (box: Box) =>
    box.left >= within.left &&
    box.right <= within.right &&
    box.top >= within.top &&
    box.bottom <= within.bottom &&
    boxes.every((other) => isApart(box, other));
  const places = label.sides.map((side) => boxAt(label, side, width, height, gap));
  const free = places.find(isFree);
  if (free !== undefined) return { box: free, isLed: false };
  if (label.isOptional === true) return null;
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    for (const box of places) {
      for (const direction of [-1, 1]) {
        const shift = direction * step * (height / 2);
        const moved = { ...box, top: box.top + shift, bottom: box.bottom + shift };
        if (isFree(moved)) return { box: moved, isLed: step > 2 };
      }
    }
  }
  return null;
}

function isApart(one: Box, two: Box): boolean {
  return (
    one.right + APART <= two.left ||
    two.right + APART <= one.left ||
    one.bottom <= two.top ||
    two.bottom <= one.top
  );
}

function boxAt({ x, y }: Label, side: Side, width: number, height: number, gap: number): Box {
  const [middleLeft, middleTop] = [x - width / 2, y - height / 2];
  const left = side === "right" ? x + gap : side === "left" ? x - gap - width : middleLeft;
  const top = side === "above" ? y - gap - height : side === "below" ? y + gap : middleTop;
  return { left, top, right: left + width, bottom: top + height };
}

function drawn({ shape }: Pen, label: Label, { box, isLed }: Place): PageElement[] {
  const middle = (box.top + box.bottom) / 2;
  const text = shape(
    "text",
    {
      class: label.class,
      x: rounded(box.left),
      y: rounded(middle + BASELINE * FONT_SIZE),
      "font-weight": label.bold === true ? 600 : null,
    },
    label.text,
  );
  if (!isLed) return [text];
  const end = label.x < box.left ? box.left - 2 : label.x > box.right ? box.right + 2 : label.x;
  const line = shape("line", {
    class: "leader",
    x1: rounded(label.x),
    y1: rounded(label.y),
    x2: rounded(end),
    y2: rounded(middle),
  });
  return [line, text];
}

/** The box of a symbol around its middle. */
export function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** To a tenth of a pixel. */
export function rounded(pixels: number): number {
  return Number(pixels.toFixed(1));
}
