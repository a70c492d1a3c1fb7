/** What was asked, to copy: the requirements file and the command line. */
import { noteOf, type Takeaway } from "../sections/requirements.ts";
import type { PageData } from "../page-data.ts";
import { takeawayOf } from "../../question/takeaway.ts";
import type { Requirements } from "../../schema/requirements.ts";
import { byId, setText } from "./elements.ts";

export function showTakeaway(stated: Requirements, { catalog, sampling }: PageData): Takeaway {
  const takeaway = takeawayOf(stated, sampling, catalog);
  setText(byId("command"), takeaway.command);
  setText(byId("command-note"), noteOf(takeaway));
  setText(byId("yaml"), takeaway.yaml);
  return takeaway;
}

export function listenToCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.addEventListener("click", () => void copy(button.dataset["copy"] ?? ""));
  }
}

async function copy(id: string): Promise<void> {
  const source = byId(id);
  const said = byId(`${id}-copied`);
  try {
    await navigator.clipboard.writeText(source.textContent ?? "");
    setText(said, "copied");
  } catch {
    // Not allowed here, as for a file in some browsers: select it, so that one key copies it.
    getSelection()?.selectAllChildren(source);
    setText(said, "selected: copy it with your keyboard");
  }
}
