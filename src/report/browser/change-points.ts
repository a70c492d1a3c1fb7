/** Where a control changes the answer, on its own scale. */
import { CHOICES, type ChoiceId } from "../controls/choices.ts";
import { placeOn } from "../controls/scale.ts";
import { SLIDERS, type Slider, type SliderId } from "../controls/sliders.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { Failure } from "../../schema/failure.ts";
import type { Asker } from "./asker.ts";
import type { Changes } from "./changes.ts";

export interface ChangePoint {
  /** On the control's scale. */
  at: number;
  /** `here`: the value as it stands changes the answer once it is a hard limit. */
  side: "below" | "above" | "here";
  /** The new pick's id; null when no model qualifies there. */
  becomes: string | null;
}

interface Situation {
  asker: Asker;
  changes: Changes;
  answer: Answer;
}

/** Places of the scale passed over between two looks. */
const STRIDE = 2;
/** Halvings of what lies between two looks: to a millionth of it. */
const HALVINGS = 20;

/** The closed forms' own figures for these controls: the same as on the command line. */
const PARAMETERS: Partial<Record<SliderId, string>> = {
  budget: "budget",
  requests: "workload.requestsPerMonth",
  weightCost: "importance.cost",
  weightLatency: "importance.latency",
  weightQuality: "importance.quality",
};

/** The nearest change below today's value and the nearest above. */
export function sliderChanges(situation: Situation, id: SliderId): ChangePoint[] {
  const { asker, changes, answer } = situation;
  const slider: Slider = SLIDERS[id];
  const { values } = slider.scale;
  const pick = answer.decision.ranking[0]?.id ?? null;
  const pickAt = (value: number) => pickWith(asker, { ...changes, [id]: value });
  const now = slider.valueOf(answer.decision.need);
  const start = now ?? values.at(-1) ?? 0;
  const atStart = pickAt(start);
  if (atStart !== undefined && atStart !== pick) {
    return [{ at: start, side: now === null ? "below" : "here", becomes: atStart }];
  }
  const isWhole = slider.isWhole === true;
  const stride = isWhole ? 1 : STRIDE;
  const remainder = placeOn(slider.scale, start) % stride;
  const looked = values.filter((_value, index) => index % stride === remainder);
  const found = [
    firstChange(looked.filter((value) => value < start).toReversed()),
    now === null ? null : firstChange(looked.filter((value) => value > start)),
  ];
  return found.filter((change) => change !== null);

  function firstChange(outward: readonly number[]): ChangePoint | null {
    let inside = start;
    for (const value of withEnd(outward)) {
      const becomes = pickAt(value);
      if (becomes !== undefined && becomes !== pick) {
        const at = isWhole
          ? value
          : (exactly(Math.min(inside, value), Math.max(inside, value)) ?? between(inside, value));
        return { at, side: value < start ? "below" : "above", becomes };
      }
      inside = value;
    }
    return null;
  }

  /** The last place of the scale is always looked at. */
  function withEnd(outward: readonly number[]): readonly number[] {
    const [first] = outward;
    if (first === undefined) return [];
    const end = first < start ? values[0] : values.at(-1);
    return end === undefined || outward.includes(end) ? outward : [...outward, end];
  }

  function exactly(low: number, high: number): number | undefined {
    return answer.result.flips.find(
      ({ parameter, at }) => parameter === PARAMETERS[id] && at >= low && at <= high,
    )?.at;
  }

  function between(inside: number, outside: number): number {
    let [near, far] = [inside, outside];
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const middle = near > 0 && far > 0 ? Math.sqrt(near * far) : (near + far) / 2;
      const there = pickAt(middle);
      if (there === undefined || there === pick) near = middle;
      else far = middle;
    }
    return far;
  }
}

/** Options that would give another pick, with that pick. */
export function choiceChanges(
  { asker, changes, answer }: Situation,
  id: ChoiceId,
): Map<string, string | null> {
  const pick = answer.decision.ranking[0]?.id ?? null;
  const changing = new Map<string, string | null>();
  for (const { value } of CHOICES[id].options(asker.sheets.catalog)) {
    const becomes = pickWith(asker, { ...changes, [id]: value });
    if (becomes !== undefined && becomes !== pick) changing.set(value, becomes);
  }
  return changing;
}

/** Undefined where the requirements would contradict themselves. */
function pickWith(asker: Asker, changes: Changes): string | null | undefined {
  try {
    return asker.pickFor(asker.needFor(changes));
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
