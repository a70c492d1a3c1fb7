/** The controls: what they were moved to, and what they show. */
import { CHOICES, CHOICE_IDS, type ChoiceId } from "../controls/choices.ts";
import { labelOf } from "../controls/panel.ts";
import { placeOn } from "../controls/scale.ts";
import { SLIDER_IDS, SLIDERS, type Slider, type SliderId } from "../controls/sliders.ts";
import type { Need } from "../../decision/need.ts";
import { Failure } from "../../schema/failure.ts";
import type { Requirements } from "../../schema/requirements.ts";
import { byId, inputById, selectById, setText } from "./elements.ts";
import { type Standing, withEnd, withSuccessors, withValue } from "./moves.ts";

/** How far a control has got: dragged along, or let go. */
export type Phase = "moving" | "settled";

export interface Listening {
  standing: () => Standing;
  daysPerMonth: number;
  onMove: (moved: Requirements, phase: Phase) => void;
}

/** Tells of every move. */
export function listen(listening: Listening): void {
  const { standing, onMove } = listening;
  for (const id of SLIDER_IDS) {
    const range = inputById(id);
    const move = (phase: Phase) => () => {
      const value = SLIDERS[id].scale.values[Number(range.value)];
      if (value === undefined) return;
      sayError(id, null);
      onMove(withValue(standing(), id, value), phase);
    };
    range.addEventListener("input", move("moving"));
    range.addEventListener("change", move("settled"));
    listenToField(id, listening);
  }
  for (const id of CHOICE_IDS) {
    const chosen = (event: Event) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) {
        onMove(withValue(standing(), id, event.target.value), "settled");
      }
    };
    if (isSelect(id)) selectById(id).addEventListener("change", chosen);
    else for (const radio of radios(id)) radio.addEventListener("change", chosen);
  }
  const until = inputById("until");
  until.addEventListener("change", () => {
    if (until.value !== "") onMove(withEnd(standing().moved, until.value), "settled");
  });
  const successors = document.getElementById("successors");
  successors?.addEventListener("change", () => {
    if (successors instanceof HTMLInputElement) {
      onMove(withSuccessors(standing().moved, successors.checked), "settled");
    }
  });
}

/** A text is read as the command line reads it; what it refuses is said under the field, and the answer stays. */
function listenToField(id: SliderId, { standing, daysPerMonth, onMove }: Listening): void {
  const slider: Slider = SLIDERS[id];
  const exact = inputById(`${id}-exact`);
  exact.addEventListener("focus", () => {
    // Without the commas that would not be read back.
    const value = slider.valueOf(standing().need);
    if (exact.getAttribute("aria-invalid") === null && value !== null) {
      exact.value = String(value);
      exact.select();
    }
  });
  exact.addEventListener("blur", () => showField(id, standing().need));
  exact.addEventListener("change", () => {
    try {
      const value = slider.read(exact.value.trim(), daysPerMonth);
      sayError(id, null);
      onMove(withValue(standing(), id, value), "settled");
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { message, advice } = error;
      sayError(id, `${message}${advice === undefined ? "" : `: ${advice}`}`);
    }
  });
}

function sayError(id: SliderId, message: string | null): void {
  setText(byId(`${id}-error`), message ?? "");
  const exact = inputById(`${id}-exact`);
  if (message === null) exact.removeAttribute("aria-invalid");
  else exact.setAttribute("aria-invalid", "true");
}

/** Brings every control in line with the need. A field that is being written in is left alone. */
export function showNeed(need: Need): void {
  for (const id of SLIDER_IDS) showSlider(id, SLIDERS[id], need);
  for (const id of CHOICE_IDS) {
    const value = CHOICES[id].valueOf(need) ?? "";
    if (isSelect(id)) {
      const select = selectById(id);
      const known = [...select.options].some((option) => option.value === value);
      select.value = known ? value : "";
    } else {
      for (const radio of radios(id)) radio.checked = radio.value === value;
    }
  }
  const until = inputById("until");
  if (document.activeElement !== until) until.value = need.availableUntil ?? "";
  const successors = document.getElementById("successors");
  if (successors instanceof HTMLInputElement) successors.checked = need.includeSuccessors;
}

function showSlider(id: SliderId, slider: Slider, need: Need): void {
  const { scale, text, valueOf } = slider;
  setText(byId(`${id}-label`), labelOf(slider, need));
  const value = valueOf(need);
  const range = inputById(id);
  const place = value === null ? scale.values.length - 1 : placeOn(scale, value);
  if (Number(range.value) !== place) range.value = String(place);
  range.setAttribute("aria-valuetext", value === null ? "no limit" : text(value));
  if (document.activeElement !== inputById(`${id}-exact`)) showField(id, need);
}

function showField(id: SliderId, need: Need): void {
  const exact = inputById(`${id}-exact`);
  if (exact.getAttribute("aria-invalid") !== null) return;
  const slider: Slider = SLIDERS[id];
  const value = slider.valueOf(need);
  exact.value = value === null ? "" : slider.field(value);
}

/** Whatever was typed and refused is forgotten: another answer is shown. */
export function forgetErrors(): void {
  for (const id of SLIDER_IDS) sayError(id, null);
}

export function isSelect(id: ChoiceId): boolean {
  return id === "task" || id === "imageKind";
}

export function radios(id: ChoiceId): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${id}"]`)];
}
