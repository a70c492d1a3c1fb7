/** Copying and saving: the page's address, a copy of the file, the requirements and the command line. */
import { exportedQuestion } from "../../question/exported-question.ts";
import type { Requirements } from "../../schema/requirements.ts";
import { packedData, type PageData, PAGE_DATA_ID, type StatedLayer } from "../page-data.ts";
import { noteOf, type Takeaway } from "../sections/requirements.ts";
import { byId, setText } from "./elements.ts";

/** @param layer what was moved, or null where nothing was */
export async function savedPage(data: PageData, layer: StatedLayer | null): Promise<string> {
  const saved: PageData = layer === null ? data : { ...data, layers: [...data.layers, layer] };
  const root = document.documentElement.cloneNode(true) as HTMLElement;
  const part = (id: string) => root.querySelector(`#${id}`);
  part(PAGE_DATA_ID)?.replaceChildren(await packedData(saved));
  part("door")?.replaceChildren();
  for (const dialog of root.querySelectorAll("dialog")) dialog.removeAttribute("open");
  // The page's policy allows no style attribute in a file.
  for (const styled of root.querySelectorAll("[style]")) styled.removeAttribute("style");
  for (const name of ["data-state", "data-sheet"]) root.removeAttribute(name);
  return `<!doctype html>\n${root.outerHTML}\n`;
}

export function listenToSaving(page: () => Promise<string>): void {
  byId("save-copy").addEventListener("click", () => void saveCopy(page));
  byId("print").addEventListener("click", () => print());
  byId("print-all").addEventListener("click", () => void printAll());
  byId("copy-link").addEventListener("click", () => void copyLink());
}

async function saveCopy(page: () => Promise<string>): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([await page()], { type: "text/html" }));
  link.download = "pick-model-report.html";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** On paper all that opens is open, every trait is compared; afterwards the page is as it was. */
async function printAll(): Promise<void> {
  const root = document.documentElement;
  const chosen = document.querySelector<HTMLElement>('input[name="filter"]:checked');
  const closed = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
  root.dataset["print"] = "all";
  document.querySelector<HTMLElement>('input[name="filter"][value="all"]')?.click();
  const opened = closed.map(
    (each) => new Promise((resolve) => each.addEventListener("toggle", resolve, { once: true })),
  );
  for (const each of closed) each.open = true;
  // What opens is written when it does.
  await Promise.all(opened);
  addEventListener(
    "afterprint",
    () => {
      delete root.dataset["print"];
      for (const each of closed) each.open = false;
      chosen?.click();
    },
    { once: true },
  );
  print();
}

const SAID_FOR_MS = 3000;

async function copyLink(): Promise<void> {
  const button = byId("copy-link");
  const said = (text: string) => {
    setText(byId("copy-link-said"), text);
    setText(button, text);
    setTimeout(() => setText(button, "Copy link"), SAID_FOR_MS);
  };
  try {
    await navigator.clipboard.writeText(location.href);
    said("Copied");
  } catch {
    // Not allowed for a file in some browsers: the address bar has it.
    said("Copy it from the address bar");
  }
}

// What was asked, to copy: the requirements file and the command line.

export function showTakeaway(stated: Requirements, { catalog, sampling }: PageData): Takeaway {
  const takeaway = exportedQuestion(stated, sampling, catalog);
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
