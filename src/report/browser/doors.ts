/** Dialogs of figures: the arithmetic and the sources behind one, beside the line it stands in. */
import type { Comparison } from "../../answers/comparison/schema.ts";
import { CRITERIA } from "../../schema/vocabulary.ts";
import type { PageElement } from "../dom.ts";
import { accountId } from "../door.ts";
import { plainName } from "../names.ts";
import type { Pen } from "../pen.ts";
import { type AccountPart, accountOf } from "../sections/accounts.ts";
import { claimsOf } from "../sections/sources.ts";
import type { View } from "../view.ts";
import { byId, replaceChildren } from "./elements.ts";

export interface Doors {
  pen: Pen;
  view: () => View;
  comparison: () => Comparison;
}

const PARTS: readonly AccountPart[] = [...CRITERIA, "score"];

export function listenToDoors(doors: Doors): void {
  const dialog = byId("door") as HTMLDialogElement;
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    // A click beside the dialog's content is one on the dialog itself.
    if (target === dialog) dialog.close();
    const door = target.closest<HTMLElement>("[data-door]")?.dataset["door"];
    if (door === undefined) return;
    const { title, parts } = contentOf(doors, door);
    const { make } = doors.pen;
    replaceChildren(dialog, [
      make(
        "div",
        { class: "door-content" },
        make(
          "form",
          { method: "dialog", class: "door-head" },
          make("h2", { id: "door-title" }, title),
          make("button", { type: "submit", "aria-label": "Close" }, "Close"),
        ),
        ...parts,
      ),
    ]);
    dialog.showModal();
  });
}

function contentOf(
  { pen, view, comparison }: Doors,
  door: string,
): { title: string; parts: PageElement[] } {
  const [kind = "", ...rest] = door.split(":");
  const part = PARTS.find((each) => each === kind);
  if (part !== undefined) return accountOf(pen, view(), part, rest.join(":"));
  const compared = comparison();
  const id = rest.at(-1) ?? "";
  const trait = rest.slice(0, -1).join(":");
  const rows = compared.rows.filter((row) => row.trait === trait);
  const models = compared.models.filter((model) => model.id === id);
  const name = plainName(models[0]?.name ?? id);
  return {
    title: `${rows[0]?.label ?? trait} of ${name}`,
    parts: [claimsOf(pen.make, rows, { models, sources: compared.sources })],
  };
}

/** The accounts of whole models are written out when they are opened. */
export function fillAccounts({ pen, view }: Pick<Doors, "pen" | "view">): void {
  for (const { model } of view().shown.result.ranking) {
    const details = document.getElementById(accountId(model));
    details?.addEventListener(
      "toggle",
      () => {
        const summary = details.querySelector("summary");
        replaceChildren(
          details,
          PARTS.flatMap((part) => accountOf(pen, view(), part, model).parts),
        );
        if (summary !== null) details.prepend(summary);
      },
      { once: true },
    );
  }
}
