/** Names, scores and days as the page writes them: kept apart from the text around them, shortened where room is short. */
import type { RankedModel } from "../answers/recommendation/ranking-schema.ts";
import { visible } from "../format/document.ts";
import { points } from "../words/figures.ts";
import { shortName as shortened } from "../words/sentences.ts";
import type { Child, Make, PageElement } from "./dom.ts";

// Days in running text: `14 January 2027`; tables keep `2027-01-14`.

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export function longDay(isoDate: string): string {
  const [year = "", month = "", day = ""] = isoDate.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `14 Jan 2027`. */
export function shortDay(isoDate: string): string {
  return longDay(isoDate).replace(/ [A-Z][a-z]+ /, (month) => `${month.slice(0, 4)} `);
}

const LONGEST = 18;

/** As the page shows it, for texts that are measured or shortened: what nobody would see is written out. */
export function plainName(name: string): string {
  return visible(name);
}

/** `4o mini` for GPT-4o mini; a long name loses its middle. */
export function shortName(name: string, longest = LONGEST): string {
  const plain = shortened(plainName(name));
  const letters = Array.from(plain);
  if (letters.length <= longest) return plain;
  const kept = longest - 1;
  return `${letters.slice(0, Math.ceil(kept / 2)).join("")}…${letters.slice(-Math.floor(kept / 2)).join("")}`;
}

/** The name as an element whose direction is its own. */
export function nameElement(make: Make, name: string): PageElement {
  return make(
    "bdi",
    { class: Array.from(name).length > LONGEST ? null : "whole" },
    plainName(name),
  );
}

/** The same for names inside of a text of a drawing: a first-strong isolate around it. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** What must not be broken over two lines: names with a hyphen, days, sums, a figure with its unit. */
const WHOLE =
  /\bGPT-\S+(?: mini| Luna)?|\b\d{4}-\d{2}-\d{2}\b|\$[\d,.]*\d|\b\d[\d,.]* (?:s|h|%|of \d+|points?|days?|tokens?|requests|January)\b/g;

/** A running text whose figures are kept whole; the words themselves stay as they are. */
export function keptWhole(make: Make, text: string): Child[] {
  const parts: Child[] = [];
  let from = 0;
  for (const { 0: whole, index } of text.matchAll(WHOLE)) {
    parts.push(text.slice(from, index), make("span", { class: "whole" }, whole));
    from = index + whole.length;
  }
  return [...parts, text.slice(from)];
}

/** A score in words: beyond an anchor a number would only puzzle, so the excess is named instead. */
export function scoreText(model: RankedModel): string {
  if (model.screen === "unknown") return model.score >= 0 ? `${points(model.score)} ?` : "open";
  if (model.score >= 0) return points(model.score);
  return model.withinBudget ? "below the bar" : "over budget";
}
