/** Running text of the neutral document as elements, each tone a class. */
import type { Text } from "../../format/document.ts";
import type { Child, Make } from "../dom.ts";

export function textNodes(make: Make, text: Text): Child[] {
  if (typeof text === "string") return [text];
  return text.map((part) => {
    if (typeof part === "string") return part;
    return make(part.tone === "strong" ? "strong" : "span", { class: part.tone }, part.text);
  });
}
