/** What a chart of the report is: a drawing, what it shows in words, and its figures as a table. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import type { PageDocument, PageElement } from "../dom.ts";

/** What a chart is drawn with. */
export interface Canvas {
  document: PageDocument;
  /** CSS pixels. */
  width: number;
  /** A model's colour, as CSS. */
  colourOf: (modelId: string) => string;
}

export interface Figures {
  columns: readonly string[];
  /** Written out for people. */
  rows: readonly (readonly string[])[];
}

export interface Chart {
  id: string;
  title: string;
  /** What is to be seen, in one or two sentences: the text that stands in for the drawing. */
  says(answer: Answer): string;
  figures(answer: Answer): Figures;
  /** Colours and what they mean; empty where labels in the drawing say it. */
  legend(answer: Answer): readonly { label: string; colour: string }[];
  /** Null when there is nothing to draw. */
  draw(answer: Answer, canvas: Canvas): PageElement | null;
}
