/** The panel of controls, as it stands before anything is moved. Its tracks are coloured by who wins where. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { candidatesOf } from "../../decision/assessment.ts";
import type { Need } from "../../decision/need.ts";
import { list } from "../../words/figures.ts";
import type { Child, PageElement } from "../dom.ts";
import { nameElement, plainName, shortName } from "../names.ts";
import type { Pen } from "../pen.ts";
import { verdictLine } from "../sections/verdict.ts";
import { viewOf } from "../view.ts";
import { CHOICES, type ChoiceId } from "./choices.ts";
import { placeOn } from "./scale.ts";
import { SLIDERS, type Slider, type SliderId } from "./sliders.ts";
import { triangleOf } from "./triangle.ts";

const MOST_NAMED = 4;

export function controlPanel(pen: Pen, answer: Answer): PageElement {
  const { make } = pen;
  return make(
    "aside",
    { id: "controls", "aria-labelledby": "controls-title" },
    make(
      "div",
      { class: "panel card" },
      make(
        "div",
        { class: "panel-head" },
        make("h2", { id: "controls-title" }, "What if"),
        make(
          "div",
          { class: "buttons" },
          make("button", { type: "button", id: "undo", disabled: true }, "Undo"),
          make("button", { type: "button", id: "reset", disabled: true }, "Back to what was asked"),
          make("button", { type: "button", id: "close-sheet" }, "Done"),
        ),
        make("p", { id: "verdict" }, verdictLine(viewOf(answer))),
        make("p", { id: "hues" }, ...huesOf(pen, answer)),
        make("p", { id: "problem", role: "alert" }),
      ),
      ...controls(pen, answer),
      make("p", { id: "live", class: "visually-hidden", role: "status" }),
    ),
  );
}

/** Which hue is whose. */
export function huesOf({ make, palette }: Pen, answer: Answer): PageElement[] {
  const { ranking } = viewOf(answer).shown.result;
  return ranking
    .slice(0, MOST_NAMED)
    .map(({ model, name }) =>
      make(
        "span",
        { class: `swatch ${palette.classOf(model)}` },
        nameElement(make, shortName(name)),
      ),
    );
}

function controls(pen: Pen, answer: Answer): PageElement[] {
  const { make } = pen;
  const slider = (id: SliderId) => sliderOf(pen, answer, id);
  return [
    group(pen, "quality", chips(pen, answer, "quality")),
    group(pen, "latency", chips(pen, answer, "latency"), slider("latency")),
    group(pen, "budget", chips(pen, answer, "budget"), slider("budget")),
    make("div", { class: "control" }, select(pen, answer, "task"), slider("requests")),
    make(
      "details",
      { class: "control" },
      make("summary", {}, "Tokens, cache and images"),
      slider("inputTokens"),
      slider("outputTokens"),
      slider("cachedShare"),
      slider("images"),
      select(pen, answer, "imageKind"),
    ),
    make(
      "fieldset",
      { class: "control" },
      make("legend", {}, "What counts"),
      make("div", { id: "triangle" }, triangleOf(pen, viewOf(answer).shown)),
      make("p", { id: "triangle-says", class: "visually-hidden" }),
      make(
        "details",
        {},
        make("summary", {}, "By number"),
        slider("weightCost"),
        slider("weightQuality"),
        slider("weightLatency"),
      ),
    ),
    leaving(pen, answer),
  ];
}

/** How long it must be served, and whether what comes next is ranked too. */
function leaving({ make }: Pen, { decision: { need, sheets } }: Answer): PageElement {
  // Once the others are gone they are ranked unasked, and there is nothing to add.
  const ranked = candidatesOf({ ...need, includeSuccessors: false }, sheets);
  const successors = sheets.catalog.models.filter(
    ({ id, role }) => role === "successor" && !ranked.some(({ model }) => model.id === id),
  );
  return make(
    "div",
    { class: "control leaving" },
    make(
      "label",
      {},
      "Served until ",
      make("input", {
        type: "date",
        id: "until",
        min: need.asOf,
        value: need.availableUntil ?? "",
        "aria-describedby": "until-error",
      }),
    ),
    make("p", { class: "error", id: "until-error" }),
    successors.length === 0 || ranked.some(({ model }) => model.role === "successor")
      ? null
      : make(
          "label",
          {},
          make("input", { type: "checkbox", id: "successors", checked: need.includeSuccessors }),
          ` rank ${successors.length > 2 ? `the ${successors.length} that could replace them` : list(successors.map(({ name }) => plainName(name)))} too`,
        ),
  );
}

function group({ make }: Pen, id: ChoiceId, ...children: Child[]): PageElement {
  return make("fieldset", { class: "control" }, make("legend", {}, CHOICES[id].label), ...children);
}

function chips({ make }: Pen, answer: Answer, id: ChoiceId): PageElement {
  const { options, valueOf } = CHOICES[id];
  const { need, sheets } = answer.decision;
  const current = valueOf(need);
  return make(
    "div",
    {},
    make(
      "div",
      { class: "chips" },
      ...options(sheets.catalog).map(({ value, label }) =>
        make(
          "label",
          {},
          make("input", {
            type: "radio",
            name: id,
            value,
            checked: value === current,
            "aria-describedby": `${id}-choice-changes`,
          }),
          make("span", {}, label),
        ),
      ),
    ),
    make("p", { class: "visually-hidden", id: `${id}-choice-changes` }),
  );
}

function select({ make }: Pen, answer: Answer, id: ChoiceId): PageElement {
  const { label, options, valueOf, otherwise } = CHOICES[id];
  const { need, sheets } = answer.decision;
  const current = valueOf(need);
  return make(
    "div",
    { class: "choice" },
    make("label", { for: id }, label),
    make(
      "select",
      { id, "aria-describedby": `${id}-choice-changes` },
      make(
        "option",
        { value: "", selected: current === null, disabled: true },
        otherwise ?? "as given",
      ),
      ...options(sheets.catalog).map((option) =>
        make("option", { value: option.value, selected: option.value === current }, option.label),
      ),
    ),
    make("p", { class: "visually-hidden", id: `${id}-choice-changes` }),
  );
}

/** A word aims at an amount; only an amount of one's own is a limit. */
export function labelOf({ label, limitOf }: Slider, need: Need): string {
  if (limitOf === undefined) return label;
  return need[limitOf].word === null ? "Hard limit" : "Aim, no hard limit";
}

function sliderOf({ make }: Pen, { decision }: Answer, id: SliderId): PageElement {
  const slider: Slider = SLIDERS[id];
  const { label, unit, scale, text, field } = slider;
  const of = slider.of === undefined ? "" : `${slider.of}: `;
  const value = slider.valueOf(decision.need);
  const last = scale.values.length - 1;
  return make(
    "div",
    { class: "slider" },
    make(
      "div",
      { class: "slider-head" },
      make(
        "label",
        { for: id },
        of === "" ? null : make("span", { class: "visually-hidden" }, of),
        make("span", { id: `${id}-label` }, labelOf(slider, decision.need)),
      ),
      make("input", {
        type: "text",
        inputmode: "decimal",
        autocomplete: "off",
        spellcheck: "false",
        id: `${id}-exact`,
        value: value === null ? "" : field(value),
        placeholder: "none",
        "aria-label": `${of}${label}, exactly, ${unit}`,
        "aria-describedby": `${id}-error`,
      }),
      make("span", { class: "unit" }, unit),
    ),
    make("p", { class: "error", id: `${id}-error` }),
    make(
      "div",
      { class: "track" },
      make("div", { class: "ground", id: `${id}-track`, "aria-hidden": "true" }),
      make("input", {
        type: "range",
        id,
        min: 0,
        max: last,
        step: 1,
        value: value === null ? last : placeOn(scale, value),
        "aria-valuetext": value === null ? "no limit" : text(value),
        "aria-describedby": `${id}-changes`,
      }),
    ),
    make("p", { class: "visually-hidden", id: `${id}-changes` }),
  );
}
