/** Observable Plot as this report uses it: one style, drawn in a browser and on a server alike. */
import * as Plot from "@observablehq/plot";
import type { PageElement } from "../dom.ts";
import type { Canvas } from "./chart.ts";

export const FONT_SIZE = 12;
const NARROW = 480;
const CLASS = "plot";

export interface Drawing {
  height: number;
  options: Readonly<Record<string, unknown>>;
  marks: readonly unknown[];
}

export function isNarrow({ width }: Pick<Canvas, "width">): boolean {
  return width < NARROW;
}

/**
 * The drawing as an SVG element, hidden from screen readers: its figure says the same in words. The style element
 * that Plot puts in is taken out again, because a page with a strict policy refuses it; the style sheet has its rules.
 */
export function plotted(
  { document, width }: Canvas,
  { height, options, marks }: Drawing,
): PageElement {
  const svg = Plot.plot({
    document: document as never,
    className: CLASS,
    width,
    height,
    ...options,
    marks: marks as never,
  }) as unknown as SvgElement;
  svg.querySelector("style")?.remove();
  svg.setAttribute("font-size", String(FONT_SIZE));
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  return svg;
}

interface SvgElement extends PageElement {
  querySelector(selector: string): { remove(): void } | null;
}

/** A thin line for the eye, behind everything. */
export function grid(axis: "x" | "y", ticks?: number | readonly number[]): unknown {
  const options = {
    strokeOpacity: 0.12,
    ...(ticks === undefined ? {} : { ticks: ticks as never }),
  };
  return axis === "x" ? Plot.gridX(options) : Plot.gridY(options);
}

/** Text that stays readable on lines: a halo in the colour of the page. */
export const HALO = { stroke: "var(--surface)", strokeWidth: 4, paintOrder: "stroke" } as const;
