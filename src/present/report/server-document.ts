/** A document where there is no browser: the same code then builds the page and its charts. */
import { parseHTML } from "linkedom";
import type { PageDocument, PageElement } from "./dom.ts";

const BLANK = "<!doctype html><html><head></head><body></body></html>";

export function serverDocument(): PageDocument {
  return parseHTML(BLANK).document as unknown as PageDocument;
}

/** The element as markup, its texts escaped. */
export function markupOf(element: PageElement): string {
  return String(element);
}
