/** The answer, in the words of the terminal: the pick, what to know first, why, what would change it. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { type Block, type Document, plainText, type Text } from "../../format/document.ts";
import { recommendationScreen } from "../../answers/recommendation/screen/screen.ts";
import type { Make, PageElement } from "../dom.ts";
import { modelClass } from "../palette.ts";
import { tableOf } from "./table.ts";
import { textNodes } from "./text.ts";

export function answerParts(make: Make, answer: Answer): PageElement[] {
  return partsOf(make, answer, recommendationScreen(answer));
}

/** The headline alone, for where the answer has scrolled away: `GPT-4o mini`, `first in 88 of 100 …`. */
export function verdictOf(answer: Answer): { pick: string; sureness: string } {
  const [first] = recommendationScreen(answer).blocks;
  if (first?.kind !== "headline") return { pick: "", sureness: "" };
  return {
    pick: answer.result.recommendation?.name ?? plainText(first.left),
    sureness: first.right === undefined ? "" : plainText(first.right),
  };
}

function partsOf(make: Make, answer: Answer, { blocks }: Document): PageElement[] {
  const parts: PageElement[] = [];
  for (const block of blocks) {
    const made = block.kind === "headline" ? [headline(make, answer, block)] : blockOf(make, block);
    parts.push(...made);
  }
  return parts;
}

function headline(
  make: Make,
  { result, decision }: Answer,
  { left, right }: Extract<Block, { kind: "headline" }>,
): PageElement {
  const pick = result.recommendation;
  if (pick === null) {
    return make("div", { class: "headline" }, make("h1", {}, ...textNodes(make, left)));
  }
  const colour = modelClass(decision.sheets.catalog, pick.model);
  const probability = result.ranking.length > 1 ? pick.confidence.probability : null;
  return make(
    "div",
    { class: `headline ${colour}` },
    make(
      "h1",
      {},
      make("span", { class: "dot", "aria-hidden": "true" }),
      make("span", {}, pick.name),
      " ",
      make("code", { class: "id" }, pick.model),
    ),
    right === undefined ? null : make("p", { class: "sureness" }, ...textNodes(make, right)),
    probability === null
      ? null
      : make("progress", { value: probability, max: 1, "aria-hidden": "true" }),
  );
}

function blockOf(make: Make, block: Exclude<Block, { kind: "headline" }>): PageElement[] {
  switch (block.kind) {
    case "alert":
      return [make("p", { class: "alert" }, ...textNodes(make, block.text))];
    case "heading":
      return [make("h2", {}, block.text)];
    case "paragraph":
      return [make("p", {}, ...textNodes(make, block.text))];
    case "list":
      return [
        make(
          "ul",
          { class: "hints" },
          ...block.items.map((item) => make("li", {}, ...textNodes(make, item))),
        ),
      ];
    case "notes":
      return [
        make(
          "dl",
          { class: "notes" },
          ...block.rows.map(({ label, text }) =>
            make("div", {}, make("dt", {}, label), make("dd", {}, ...textNodes(make, tight(text)))),
          ),
        ),
      ];
    case "table":
      return [tableOf(make, block)];
  }
}

/** Runs of spaces line figures up on a terminal; here they would only be collapsed. */
function tight(text: Text): Text {
  if (typeof text === "string") return text.replaceAll(/ {2,}/g, "\u2003");
  return text.map((part) =>
    typeof part === "string"
      ? part.replaceAll(/ {2,}/g, "\u2003")
      : { ...part, text: part.text.replaceAll(/ {2,}/g, "\u2003") },
  );
}
