/** A figure as a button that opens its arithmetic and its sources. */
import type { Criterion } from "../schema/vocabulary.ts";
import type { Child, PageElement } from "./dom.ts";
import type { Pen } from "./pen.ts";

/** `cost:gpt-4o-mini`, `score:gpt-4o`, `claims:prices.input:gpt-4o`. */
export type DoorKind = Criterion | "score" | "claims";

/** With a script a button that opens the account; without one, a link to where it stands on the page. */
export function doorOf(
  { make, isLive }: Pen,
  kind: DoorKind,
  id: string,
  label: string,
  ...children: Child[]
): PageElement {
  if (isLive) {
    return make(
      "button",
      { type: "button", class: "door", "data-door": `${kind}:${id}`, "aria-label": label },
      ...children,
    );
  }
  return make("a", { class: "door", href: `#${accountId(id)}`, "aria-label": label }, ...children);
}

/** Where a model's account stands on the page. */
export function accountId(id: string): string {
  return `how-${id}`;
}
