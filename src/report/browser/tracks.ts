/** Who wins where on a control's own scale: the colours of its track, and where it changes the answer. */
import { CHOICES, type ChoiceId } from "../controls/choices.ts";
import { SLIDERS, type Slider, type SliderId } from "../controls/sliders.ts";
import type { Answer } from "../../answers/recommendation/recommend.ts";
import { Failure } from "../../schema/failure.ts";
import type { Asker } from "./asker.ts";
import { type Standing, withValue } from "./moves.ts";

/** From one value to another the same model wins; null where none qualifies, undefined where nothing can be asked. */
export interface Stretch {
  from: number;
  to: number;
  pick: string | null | undefined;
}

export interface Situation {
  asker: Asker;
  standing: Standing;
  /** What is shown. */
  answer: Answer;
  /** Whether that is about successors, because nobody else qualifies. */
  standsIn: boolean;
}

/** Halvings of what lies between two places of a scale: to a millionth of it. */
const HALVINGS = 20;

/** The closed forms' own figures for these controls, and their unit on the scale: the same as on the command line. */
const EXACT: Partial<Record<SliderId, { parameter: string; times: number }>> = {
  budget: { parameter: "budget", times: 1 },
  requests: { parameter: "workload.requestsPerMonth", times: 1 },
  weightCost: { parameter: "weights.cost", times: 100 },
  weightLatency: { parameter: "weights.latency", times: 100 },
  weightQuality: { parameter: "weights.quality", times: 100 },
};

/** The whole scale, from its first value to its last. */
export function stretchesOf(situation: Situation, id: SliderId): Stretch[] {
  const { answer } = situation;
  const slider: Slider = SLIDERS[id];
  const pickAt = (value: number) => pickWith(situation, id, value);
  const { values } = slider.scale;
  const [first = 0] = values;
  const found: Stretch[] = [{ from: first, to: first, pick: pickAt(first) }];
  for (const value of values.slice(1)) {
    const last = found.at(-1);
    if (last === undefined) break;
    const pick = pickAt(value);
    if (pick === last.pick) {
      last.to = value;
      continue;
    }
    const edge =
      slider.isWhole === true
        ? value
        : (exactly(last.to, value) ?? between(last.to, value, last.pick));
    last.to = edge;
    found.push({ from: edge, to: value, pick });
  }
  return found;

  function exactly(low: number, high: number): number | undefined {
    const form = EXACT[id];
    if (form === undefined) return undefined;
    return answer.result.flips
      .filter(({ parameter }) => parameter === form.parameter)
      .map(({ at }) => at * form.times)
      .find((at) => at >= low && at <= high);
  }

  function between(low: number, high: number, pick: Stretch["pick"]): number {
    let [below, above] = [low, high];
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const middle = below > 0 ? Math.sqrt(below * above) : (below + above) / 2;
      if (pickAt(middle) === pick) below = middle;
      else above = middle;
    }
    return above;
  }
}

/** Where the answer changes, nearest below and above the value as it stands. */
export interface ChangePoint {
  at: number;
  side: "below" | "above";
  becomes: string | null;
}

/** The nearest changes of the pick on either side of a value. */
export function nearestChanges(
  stretches: readonly Stretch[],
  value: number,
  pick: string | null,
): ChangePoint[] {
  const below = stretches.findLast(
    (each) => each.to <= value && each.pick !== pick && each.pick !== undefined,
  );
  const above = stretches.find(
    (each) => each.from >= value && each.pick !== pick && each.pick !== undefined,
  );
  return [
    ...(below === undefined
      ? []
      : [{ at: below.to, side: "below" as const, becomes: below.pick ?? null }]),
    ...(above === undefined
      ? []
      : [{ at: above.from, side: "above" as const, becomes: above.pick ?? null }]),
  ];
}

/** Who wins with each option; options that would contradict what is stated are left out. */
export function choicePicks(situation: Situation, id: ChoiceId): Map<string, string | null> {
  const picks = new Map<string, string | null>();
  for (const { value } of CHOICES[id].options(situation.asker.sheets.catalog)) {
    const pick = pickWith(situation, id, value);
    if (pick !== undefined) picks.set(value, pick);
  }
  return picks;
}

/** Undefined where the requirements would contradict themselves. */
function pickWith(
  { asker, standing, standsIn }: Situation,
  id: SliderId | ChoiceId,
  value: string | number,
): string | null | undefined {
  try {
    const need = asker.needFor(withValue(standing, id, value));
    return asker.pickFor(standsIn ? { ...need, includeSuccessors: true } : need);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
