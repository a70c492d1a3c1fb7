/** What was asked, to take away: the requirements file and the command line of this very answer. */
import type { Make, PageElement } from "../dom.ts";

export interface Takeaway {
  /** A requirements document. */
  yaml: string;
  /** The command line that asks the same. */
  command: string;
  /** What the command line cannot say; empty when it says all. */
  inexpressible: readonly string[];
}

export function requirementsSection(
  make: Make,
  takeaway: Takeaway,
  interactive: boolean,
): PageElement {
  return make(
    "section",
    { id: "requirements", "aria-labelledby": "requirements-title" },
    make("h2", { id: "requirements-title" }, "Ask it again"),
    make(
      "div",
      { class: "card takeaway" },
      text(make, "command", "As a command", takeaway.command, interactive),
      make("p", { id: "command-note", class: "dim" }, noteOf(takeaway)),
      text(make, "yaml", "As requirements.yaml", takeaway.yaml, interactive),
    ),
  );
}

export function noteOf({ inexpressible }: Takeaway): string {
  return inexpressible.length === 0
    ? ""
    : `Options cannot say ${inexpressible.join(", ")}; the file can.`;
}

function text(
  make: Make,
  id: string,
  title: string,
  content: string,
  copyable: boolean,
): PageElement {
  const copied = make("span", { class: "copied", role: "status", id: `${id}-copied` });
  const button = make(
    "button",
    { type: "button", "data-copy": id, "aria-label": `Copy: ${title}` },
    "Copy",
  );
  return make(
    "div",
    { class: "takeaway-text" },
    make("h3", { id: `${id}-title` }, title),
    ...(copyable ? [button, copied] : []),
    make(
      "pre",
      { tabindex: 0, role: "region", "aria-labelledby": `${id}-title` },
      make("code", { id }, content),
    ),
  );
}
