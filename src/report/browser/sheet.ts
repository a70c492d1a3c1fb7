/** The bottom sheet of controls on narrow screens; the verdict stays in sight above it. */
import { byId } from "./elements.ts";

export function listenToSheet(): void {
  const opener = byId("open-sheet");
  opener.addEventListener("click", () => openSheet());
  byId("close-sheet").addEventListener("click", () => closeSheet());
  document.addEventListener("keydown", ({ key }) => {
    const isOther = document.querySelector("dialog[open]") !== null;
    if (key === "Escape" && !isOther && isOpen()) closeSheet();
  });
}

/** @param control what to put the focus on; the close button otherwise */
export function openSheet(control?: HTMLElement): void {
  document.documentElement.dataset["sheet"] = "open";
  (control ?? byId("close-sheet")).focus();
}

function closeSheet(): void {
  delete document.documentElement.dataset["sheet"];
  byId("open-sheet").focus();
}

function isOpen(): boolean {
  return document.documentElement.dataset["sheet"] === "open";
}

/** Brings a control into sight and puts the focus on it. */
export function goTo(control: string): void {
  const target =
    document.querySelector<HTMLElement>(`input[type="radio"][name="${control}"]:checked`) ??
    document.getElementById(control);
  if (target === null) return;
  for (
    let each = target.closest("details");
    each !== null;
    each = each.parentElement?.closest("details") ?? null
  ) {
    each.open = true;
  }
  openSheet(target);
  target.scrollIntoView({ block: "nearest" });
}
