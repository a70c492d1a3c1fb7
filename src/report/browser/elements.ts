/** Elements of the page by their id: the report writes them, the script finds them. */
import type { PageDocument, PageElement } from "../dom.ts";
import type { TextWidth } from "../pen.ts";

/** The browser's document as the report's own code knows it. */
export const pageDocument = document as unknown as PageDocument;

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

/** Puts new parts in the place of old ones; what a reader had opened stays open. */
export function replaceKeepingOpen(element: Element, children: readonly PageElement[]): void {
  const keyOf = (details: Element) =>
    `${details.closest("[id]")?.id ?? ""}/${details.className}/${details.parentElement?.tagName ?? ""}`;
  const open = new Set(
    [...element.querySelectorAll("details[open]")].map((details) => keyOf(details)),
  );
  replaceChildren(element, children);
  for (const details of element.querySelectorAll("details")) {
    if (open.has(keyOf(details))) details.open = true;
  }
}

/** Widths as this browser draws them. */
export function measuredWidth(): TextWidth {
  const context = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(document.documentElement).fontFamily;
  const known = new Map<string, number>();
  return (text, size, bold) => {
    const font = `${bold ? 600 : 400} ${size}px ${family}`;
    const key = `${font}\n${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (context === null) return text.length * size;
    context.font = font;
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}

/**
 * What is looked at stays where it is while something above it is written anew: a browser's own anchor is lost with the
 * element that is replaced.
 */
export function heldInView(write: () => void): void {
  if (scrollY === 0) {
    write();
    return;
  }
  const topOf = (element: Element) => element.getBoundingClientRect().top;
  const fromMiddle = (element: Element) => {
    const { top, height } = element.getBoundingClientRect();
    return Math.abs(top + height / 2 - innerHeight / 2);
  };
  const anchor = [
    ...document.querySelectorAll("#charts > [id], main > [id]:not(#controls, #charts)"),
  ].reduce<Element | null>(
    (nearest, each) =>
      nearest === null || fromMiddle(each) < fromMiddle(nearest) ? each : nearest,
    null,
  );
  const before = anchor === null ? 0 : topOf(anchor);
  write();
  const after = anchor === null ? null : document.getElementById(anchor.id);
  if (after !== null) scrollBy({ top: topOf(after) - before, behavior: "instant" });
}
