/** A document where there is no browser, and widths of texts where nothing can be measured. */
import { parseHTML } from "linkedom";
import type { PageDocument, PageElement } from "./dom.ts";

/** Advances of DejaVu Sans, a wide face, in thousandths of the size, from space to tilde. */
const ADVANCES = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
  636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
  575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
  611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
  278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];
const FIRST = 32;
/** Any other character. */
const OTHER = 850;
/** A letter of an East Asian script, or a picture. */
const FULL = 1050;
const FIRST_FULL = 0x2e80;
/** Directional isolates have no width. */
const NOTHING = /[\u2066-\u2069]/;
const BOLD = 1.13;

/** Widths of texts where nothing can be measured: those of a wide typeface, so that no reader's is wider. */
export function estimatedWidth(text: string, size: number, bold: boolean): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? FIRST;
    if (NOTHING.test(character)) continue;
    thousandths += ADVANCES[code - FIRST] ?? (code >= FIRST_FULL ? FULL : OTHER);
  }
  return (thousandths / 1000) * size * (bold ? BOLD : 1);
}

const BLANK = "<!doctype html><html><head></head><body></body></html>";

export function serverDocument(): PageDocument {
  return parseHTML(BLANK).document;
}

/** What is read of a document's nodes to write them down. */
interface MadeNode {
  nodeType: number;
  localName: string;
  textContent: string;
  attributes: Iterable<{ name: string; value: string }>;
  childNodes: Iterable<MadeNode>;
}

const ELEMENT = 1;
const TEXT = 3;
/** Elements that have no end tag. */
const VOID = ["br", "hr", "input"];

/** The element as markup. Texts and values are escaped alike, so that no reader of either can take them for tags. */
export function markupOf(element: PageElement): string {
  return written(element as unknown as MadeNode);
}

function written({ nodeType, localName, textContent, attributes, childNodes }: MadeNode): string {
  if (nodeType === TEXT) return escaped(textContent);
  if (nodeType !== ELEMENT) throw new RangeError(`a report has no node of type ${nodeType}`);
  const values = [...attributes].map(({ name, value }) => ` ${name}="${escaped(value)}"`);
  const open = `<${localName}${values.join("")}>`;
  if (VOID.includes(localName)) return open;
  return `${open}${[...childNodes].map((child) => written(child)).join("")}</${localName}>`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
