/** The panel of controls, as it stands before anything is moved. Each has a line that says where it changes the answer. */
import type { Answer } from "../../answers/recommendation/recommend.ts";
import type { Make, PageElement } from "../dom.ts";
import { verdictOf } from "../sections/answer.ts";
import { CHOICES, type ChoiceId } from "./choices.ts";
import { placeOn } from "./scale.ts";
import { SLIDERS, type Slider, type SliderId } from "./sliders.ts";

export function controlPanel(make: Make, answer: Answer): PageElement {
  const { pick, sureness } = verdictOf(answer);
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
        make("button", { type: "button", id: "reset", disabled: true }, "Back to what was asked"),
        make(
          "p",
          { id: "verdict" },
          make("strong", { id: "verdict-pick" }, pick),
          " ",
          make("span", { id: "verdict-sureness", class: "dim" }, sureness),
        ),
        make("p", { id: "problem", role: "alert" }),
      ),
      ...controls(make, answer),
      make("p", { id: "live", class: "visually-hidden", role: "status" }),
    ),
  );
}

function controls(make: Make, answer: Answer): PageElement[] {
  const slider = (id: SliderId) => sliderOf(make, answer, id);
  return [
    group(make, "budget", chips(make, answer, "budget"), slider("budget")),
    group(make, "latency", chips(make, answer, "latency"), slider("latency")),
    group(make, "quality", chips(make, answer, "quality")),
    make("div", { class: "control" }, select(make, answer, "task")),
    make(
      "fieldset",
      { class: "control" },
      make("legend", {}, "Workload"),
      slider("requests"),
      slider("inputTokens"),
      slider("outputTokens"),
      slider("cachedShare"),
      slider("images"),
      select(make, answer, "imageKind"),
    ),
    make(
      "fieldset",
      { class: "control" },
      make("legend", {}, "Weights"),
      slider("weightCost"),
      slider("weightLatency"),
      slider("weightQuality"),
    ),
  ];
}

function group(make: Make, id: ChoiceId, ...children: PageElement[]): PageElement {
  return make("fieldset", { class: "control" }, make("legend", {}, CHOICES[id].label), ...children);
}

function chips(make: Make, answer: Answer, id: ChoiceId): PageElement {
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
    make("p", { class: "changes", id: `${id}-choice-changes` }),
  );
}

function select(make: Make, answer: Answer, id: ChoiceId): PageElement {
  const { label, options, valueOf } = CHOICES[id];
  const { need, sheets } = answer.decision;
  const current = valueOf(need);
  return make(
    "div",
    { class: "choice" },
    make("label", { for: id }, label),
    make(
      "select",
      { id, "aria-describedby": `${id}-choice-changes` },
      make("option", { value: "", selected: current === null, disabled: true }, "as given"),
      ...options(sheets.catalog).map((option) =>
        make("option", { value: option.value, selected: option.value === current }, option.label),
      ),
    ),
    make("p", { class: "changes", id: `${id}-choice-changes` }),
  );
}

function sliderOf(make: Make, { decision }: Answer, id: SliderId): PageElement {
  const slider: Slider = SLIDERS[id];
  const { label, unit, scale, text } = slider;
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
        label,
      ),
      make("input", {
        type: "number",
        id: `${id}-exact`,
        min: 0,
        step: "any",
        value: value ?? "",
        "aria-label": `${of}${label}, exactly, ${unit}`,
      }),
      make("span", { class: "unit" }, unit),
    ),
    make(
      "div",
      { class: "track" },
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
      make("div", { class: "marks", id: `${id}-marks`, "aria-hidden": "true" }),
    ),
    make("p", { class: "changes", id: `${id}-changes` }),
  );
}
