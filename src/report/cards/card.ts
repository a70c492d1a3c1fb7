/** A card of the page: its finding as the title, one line below, and what it shows. */
import type { Child, PageElement } from "../dom.ts";
import { keptWhole } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { View } from "../view.ts";

export interface Card {
  /** The id of its element. */
  id: string;
  /** Null when there is nothing to show: then there is no card. */
  parts(pen: Pen, view: View): CardParts | null;
}

export interface CardParts {
  /** What is to be seen, as a headline. */
  title: string;
  /** At most one line. */
  note?: string;
  body: readonly Child[];
}

export function cardElement(pen: Pen, view: View, card: Card): PageElement | null {
  const parts = card.parts(pen, view);
  if (parts === null) return null;
  const { make } = pen;
  return make(
    "section",
    { class: "card", id: card.id, "aria-labelledby": `${card.id}-title` },
    make("h2", { id: `${card.id}-title` }, ...keptWhole(make, parts.title)),
    parts.note === undefined ? null : make("p", { class: "note" }, parts.note),
    ...parts.body,
  );
}
