/** What a chart of the report is: a finding, a drawing, what it shows in words, and its figures as a table. */
import type { PageElement } from "../dom.ts";
import type { Pen } from "../pen.ts";
import type { View } from "../view.ts";

export interface ChartWords {
  /** What is to be seen, as a headline. */
  title: string;
  /** At most one line on how to read it. */
  note?: string;
  /** The text that stands in for the drawing. */
  says: string;
  columns: readonly string[];
  /** Written out for people. */
  rows: readonly (readonly string[])[];
}

export interface Chart {
  id: string;
  /** Null when there is nothing to draw: then there is no chart. */
  words(view: View): ChartWords | null;
  /** @param width in CSS pixels */
  draw(pen: Pen, view: View, width: number): PageElement;
}
