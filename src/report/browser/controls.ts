/** The controls: what they were moved to, and what they show. */
import { CHOICES, CHOICE_IDS, type ChoiceId } from "../controls/choices.ts";
import { placeOn, shareOn } from "../controls/scale.ts";
import { SLIDER_IDS, SLIDERS, type Slider, type SliderId } from "../controls/sliders.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import type { Need } from "../../decision/need.ts";
import type { ChangePoint } from "./change-points.ts";
import type { Changes } from "./changes.ts";
import { byId, inputById, selectById, setText } from "./elements.ts";
import { readChange } from "./fragment.ts";

/** How far a control has got: dragged along, or let go. */
export type Phase = "moving" | "settled";

/** Tells of every move, as the change of one control. */
export function listen(
  onChange: (control: keyof Changes, value: string | number, phase: Phase) => void,
): void {
  for (const id of SLIDER_IDS) {
    const range = inputById(id);
    const exact = inputById(`${id}-exact`);
    const move = (phase: Phase) => () => {
      const value = SLIDERS[id].scale.values[Number(range.value)];
      if (value === undefined) return;
      // A scale may start at nothing where a limit of nothing would mean nothing.
      onChange(id, value, phase);
    };
    range.addEventListener("input", move("moving"));
    range.addEventListener("change", move("settled"));
    exact.addEventListener("change", () => {
      const value = readChange(id, exact.value.trim());
      exact.setCustomValidity(value === null ? "not a value it can have" : "");
      if (value !== null) onChange(id, value, "settled");
    });
  }
  for (const id of CHOICE_IDS) {
    const chosen = (event: Event) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) {
        onChange(id, event.target.value, "settled");
      }
    };
    if (isSelect(id)) selectById(id).addEventListener("change", chosen);
    else for (const radio of radios(id)) radio.addEventListener("change", chosen);
  }
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
}

function showSlider(id: SliderId, { scale, text, valueOf }: Slider, need: Need): void {
  const value = valueOf(need);
  const range = inputById(id);
  const exact = inputById(`${id}-exact`);
  const place = value === null ? scale.values.length - 1 : placeOn(scale, value);
  if (Number(range.value) !== place) range.value = String(place);
  range.setAttribute("aria-valuetext", value === null ? "no limit" : text(value));
  if (document.activeElement !== exact) exact.value = value === null ? "" : String(value);
}

/** The line and the marks that say where a slider changes the answer. */
export function showSliderChanges(
  id: SliderId,
  points: readonly ChangePoint[],
  answer: Answer,
): void {
  const { scale, text, isWhole }: Slider = SLIDERS[id];
  const sides = isWhole === true ? WHOLE_SIDES : SIDES;
  const words = points.map(
    ({ at, side, becomes }) => `${nameOf(becomes, answer)} ${sides[side]} ${text(at)}`,
  );
  showSentence(byId(`${id}-changes`), words);
  const marks = points.flatMap(({ at }) => {
    const share = shareOn(scale, at);
    if (share === null) return [];
    const mark = document.createElement("i");
    mark.style.setProperty("--at", String(share));
    return [mark];
  });
  byId(`${id}-marks`).replaceChildren(...marks);
}

/** The line, and the options themselves, say which choices change the answer. */
export function showChoiceChanges(
  id: ChoiceId,
  changing: ReadonlyMap<string, string | null>,
  answer: Answer,
): void {
  const options = CHOICES[id].options(answer.decision.sheets.catalog);
  const picks = [...new Set(changing.values())];
  const words = picks.map((pick) => {
    const own = options.filter(({ value }) => changing.get(value) === pick);
    const with_ =
      own.length > MOST_NAMED
        ? `${own.length} of ${options.length} options`
        : own.map(({ label }) => label).join(", ");
    return `${nameOf(pick, answer)} with ${with_}`;
  });
  showSentence(byId(`${id}-choice-changes`), words);
  if (!isSelect(id)) return;
  for (const option of selectById(id).options) {
    const plain = options.find(({ value }) => value === option.value)?.label;
    if (plain === undefined) continue;
    const pick = changing.get(option.value);
    setText(option, pick === undefined ? plain : `${plain} → ${nameOf(pick, answer)}`);
  }
}

const MOST_NAMED = 4;
const SIDES = { below: "below", above: "above", here: "with a limit of" };
const WHOLE_SIDES = { ...SIDES, below: "up to", above: "from" };

function showSentence(element: HTMLElement, words: readonly string[]): void {
  element.classList.toggle("none", words.length === 0);
  setText(element, sentence(words));
}

function sentence(words: readonly string[]): string {
  return words.length === 0 ? "Nothing here changes it." : `Changes here: ${words.join("; ")}.`;
}

function nameOf(id: string | null, { decision }: Answer): string {
  if (id === null) return "no model qualifies";
  return decision.sheets.find(id)?.candidate.name ?? id;
}

function isSelect(id: ChoiceId): boolean {
  return id === "task" || id === "imageKind";
}

function radios(id: ChoiceId): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${id}"]`)];
}
