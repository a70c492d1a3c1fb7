/** The answer: the verdict, what to know beside it, and the cards that show why, until when and how sure. */
import { recommendationScreen } from "../../answers/recommendation/presentation.ts";
import type { Warning } from "../../answers/recommendation/schema.ts";
import { warningsTold } from "../../answers/recommendation/warnings/index.ts";
import { plainText } from "../../format/document.ts";
import { sentence } from "../../words/sentences.ts";
import { CARDS, cardElement } from "../cards/index.ts";
import type { PageElement } from "../dom.ts";
import { keptWhole } from "../names.ts";
import type { Pen } from "../pen.ts";
import type { View } from "../view.ts";
import { blockElements } from "./blocks.ts";
import { verdictParts } from "./verdict.ts";

/** What a reader must know before acting; every other warning opens on demand. */
const SEVERE: readonly Warning["code"][] = [
  "over-budget",
  "wait-straddles-limit",
  "tight-context",
  "fine-tuning-closing",
  "image-cost",
];
/** Told by the verdict or by the lanes. */
const TOLD: readonly Warning["code"][] = ["shutdown-announced", "shut-down", "below-bar"];

export function answerParts(pen: Pen, view: View): PageElement[] {
  const { make } = pen;
  const cards = CARDS.map((card) => cardElement(pen, view, card)).filter((card) => card !== null);
  return [
    make("div", { class: "lead" }, ...verdictParts(pen, view), ...alerts(pen, view)),
    make("div", { class: "cards" }, ...cards),
  ];
}

function alerts({ make }: Pen, { shown }: View): PageElement[] {
  const { warnings, hingesOn, recommendation } = shown.result;
  const open = shown.result.ranking[0]?.open ?? [];
  const disputed = hingesOn.filter((hinge) => hinge.disputed);
  const isOfPick = ({ model }: Warning) => model === undefined || model === recommendation?.model;
  const severe = warnings.filter((each) => SEVERE.includes(each.code) && isOfPick(each));
  const others = warningsTold(
    warnings.filter(({ code }) => !SEVERE.includes(code) && !TOLD.includes(code)),
  );
  return [
    ...open.map(({ message }) =>
      make("p", { class: "alert" }, ...keptWhole(make, `Not tested: it ${message}.`)),
    ),
    ...disputed
      .slice(0, 1)
      .map(({ message }) =>
        make(
          "p",
          { class: "alert" },
          ...keptWhole(make, `This answer hinges on a disputed fact. ${message}.`),
        ),
      ),
    ...[...new Set(severe.map(({ message }) => message))].map((message) =>
      make("p", { class: "alert" }, ...keptWhole(make, sentence(message))),
    ),
    others.length === 0
      ? null
      : make(
          "details",
          { class: "remarks" },
          make(
            "summary",
            {},
            others.length === 1
              ? "One remark on the facts"
              : `${others.length} remarks on the facts`,
          ),
          make("ul", { class: "points" }, ...others.map((text) => make("li", {}, sentence(text)))),
        ),
  ].filter((part) => part !== null);
}

/** The whole answer as the terminal gives it, word for word. */
export function wordsParts({ make }: Pen, { answer }: View): PageElement[] {
  const { blocks } = recommendationScreen(answer);
  return [make("summary", {}, "The same in words"), ...blockElements(make, blocks, "h3")];
}

export function titleOf({ answer, shown, standsIn }: View): string {
  const [pick] = shown.result.ranking;
  if (pick === undefined || standsIn) {
    const [first] = recommendationScreen(answer).blocks;
    return first?.kind === "headline" ? plainText(first.left) : "No model qualifies";
  }
  return pick.name;
}
