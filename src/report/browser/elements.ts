/** Elements of the page by their id: the report writes them, the script finds them. */
import { elementMaker, type Make, type PageDocument, type PageElement } from "../dom.ts";

/** The browser's document and elements as the report's own code knows them. */
export const pageDocument = document as unknown as PageDocument;
export const make: Make = elementMaker(pageDocument);

export function nodeOf(element: PageElement): Node {
  return element as unknown as Node;
}

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no element '${id}'`);
  return element;
}

export function inputById(id: string): HTMLInputElement {
  const element = byId(id);
  if (!(element instanceof HTMLInputElement)) throw new Error(`'${id}' is no input`);
  return element;
}

export function selectById(id: string): HTMLSelectElement {
  const element = byId(id);
  if (!(element instanceof HTMLSelectElement)) throw new Error(`'${id}' is no select`);
  return element;
}

/** Sets a text only where it differs: a screen reader is not told the same again. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function replaceChildren(element: Element, children: readonly PageElement[]): void {
  element.replaceChildren(...children.map((child) => nodeOf(child)));
}
