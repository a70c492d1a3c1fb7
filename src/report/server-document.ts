/** A document where there is no browser: the same code then builds the page and its charts. */
import { parseHTML } from "linkedom";
import type { PageDocument, PageElement } from "./dom.ts";

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
