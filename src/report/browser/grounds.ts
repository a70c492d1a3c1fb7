/** Track colours of all controls: who wins where, with the figures at which it changes. */
import { CHOICES, type ChoiceId } from "../controls/choices.ts";
import { shareOn } from "../controls/scale.ts";
import { SLIDERS, type Slider, type SliderId } from "../controls/sliders.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { plainName } from "../names.ts";
import type { Pen } from "../pen.ts";
import { isSelect, radios } from "./controls.ts";
import { byId, nodeOf, selectById, setText } from "./elements.ts";
import { nearestChanges, type Stretch } from "./tracks.ts";

const TRACK_HEIGHT = 22;
const FIGURE_SIZE = 11;
const USUAL_WIDTH = 280;
const MOST_NAMED = 4;
const SIDES = { below: "below", above: "above" };
const WHOLE_SIDES = { below: "up to", above: "from" };

export function showTrack(
  pen: Pen,
  id: SliderId,
  stretches: readonly Stretch[],
  answer: Answer,
): void {
  const slider: Slider = SLIDERS[id];
  const { scale, text, isWhole } = slider;
  const pick = answer.decision.ranking[0]?.id ?? null;
  const value = slider.valueOf(answer.decision.need) ?? scale.values.at(-1) ?? 0;
  const points = nearestChanges(stretches, value, pick);
  const sides = isWhole === true ? WHOLE_SIDES : SIDES;
  const words = points.map(({ at, side, becomes }) => {
    // Up to the last whole number before the change.
    const edge = isWhole === true && side === "below" ? at - 1 : at;
    return `${nameOf(becomes, answer)} ${sides[side]} ${text(edge)}`;
  });
  setText(byId(`${id}-changes`), sentence(words));
  const ground = byId(`${id}-track`);
  const percentOf = (at: number) => `${(100 * (shareOn(scale, at) ?? 0)).toFixed(2)}%`;
  const { shape, palette } = pen;
  const pieces = stretches.map(({ from, to, pick: winner }) => {
    const [start, end] = [shareOn(scale, from) ?? 0, shareOn(scale, to) ?? 1];
    return shape("rect", {
      class: winner === null || winner === undefined ? "nobody" : palette.classOf(winner),
      x: percentOf(from),
      width: `${(100 * (end - start)).toFixed(2)}%`,
      y: 0,
      height: 5,
    });
  });
  // Where the controls are out of sight nothing can be measured.
  const width = ground.clientWidth || USUAL_WIDTH;
  const ends: { left: number; right: number }[] = [];
  const figures = points.flatMap(({ at }) => {
    const share = shareOn(scale, at);
    if (share === null) return [];
    const figure = text(at);
    const half = pen.textWidth(figure, FIGURE_SIZE, false) / 2;
    const anchor = share * width < half ? "start" : (1 - share) * width < half ? "end" : "middle";
    const middle = Math.min(Math.max(half, share * width), width - half);
    const box = { left: middle - half, right: middle + half };
    if (ends.some((each) => box.left < each.right + 6 && each.left < box.right + 6)) return [];
    ends.push(box);
    const x = anchor === "start" ? "0%" : anchor === "end" ? "100%" : percentOf(at);
    const attributes = { x, y: TRACK_HEIGHT - 2, "font-size": FIGURE_SIZE, "text-anchor": anchor };
    return [shape("text", attributes, figure)];
  });
  const marks = points.map(({ at }) =>
    shape("rect", { class: "edge", x: percentOf(at), y: -2, width: 2, height: 9 }),
  );
  const svg = shape(
    "svg",
    { width: "100%", height: TRACK_HEIGHT, "aria-hidden": "true" },
    ...pieces,
    ...marks,
    ...figures,
  );
  ground.replaceChildren(nodeOf(svg));
}

/** Options wear the hue of who wins with them. */
export function showChoice(
  { palette }: Pen,
  id: ChoiceId,
  picks: ReadonlyMap<string, string | null>,
  answer: Answer,
): void {
  const pick = answer.decision.ranking[0]?.id ?? null;
  const options = CHOICES[id].options(answer.decision.sheets.catalog);
  const others = [...new Set(picks.values())].filter((each) => each !== pick);
  const words = others.map((other) => {
    const own = options.filter(({ value }) => picks.get(value) === other);
    const named =
      own.length > MOST_NAMED
        ? `${own.length} of ${options.length} options`
        : own.map(({ label }) => label).join(", ");
    return `${nameOf(other, answer)} with ${named}`;
  });
  setText(byId(`${id}-choice-changes`), sentence(words));
  if (!isSelect(id)) {
    for (const radio of radios(id)) {
      const winner = picks.get(radio.value);
      const name =
        winner === undefined ? "nobody" : winner === null ? "nobody" : palette.classOf(winner);
      if (radio.nextElementSibling !== null) radio.nextElementSibling.className = name;
    }
    return;
  }
  for (const option of selectById(id).options) {
    const plain = options.find(({ value }) => value === option.value)?.label;
    if (plain === undefined) continue;
    const winner = picks.get(option.value);
    const changes = winner !== undefined && winner !== pick;
    setText(option, changes ? `${plain} → ${nameOf(winner, answer)}` : plain);
  }
}

function sentence(words: readonly string[]): string {
  return words.length === 0 ? "Nothing here changes it." : `Changes here: ${words.join("; ")}.`;
}

function nameOf(id: string | null, { decision }: Answer): string {
  if (id === null) return "no model qualifies";
  return plainName(decision.sheets.find(id)?.candidate.name ?? id);
}
