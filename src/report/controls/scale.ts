/** Scales of sliders: places 0, 1, 2, … and the values that stand there, in equal steps or in equal ratios. */

export interface Scale {
  /** Ascending. */
  values: readonly number[];
}

/** Ten values a factor of ten, each easy to say. */
const PER_DECADE = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** From one power of ten to another; both ends stand on it. */
export function ratioScale(firstPower: number, lastPower: number): Scale {
  const values: number[] = [];
  for (let power = firstPower; power < lastPower; power += 1) {
    values.push(...PER_DECADE.map((each) => Number((each * 10 ** power).toPrecision(3))));
  }
  return { values: [...values, 10 ** lastPower] };
}

export function stepScale(last: number, step: number): Scale {
  const places = Math.round(last / step) + 1;
  return { values: Array.from({ length: places }, (_, place) => place * step) };
}

/** The place nearest to a value. */
export function placeOn({ values }: Scale, value: number): number {
  return Math.round(fractionalPlace({ values }, value));
}

/** The share of the slider's length at which a value stands, 0 to 1; null when it is off the scale. */
export function shareOn(scale: Scale, value: number): number | null {
  const last = scale.values.length - 1;
  const [first = 0] = scale.values;
  if (value < first || value > (scale.values[last] ?? first)) return null;
  return fractionalPlace(scale, value) / last;
}

/** Between two places by ratio, or by difference where a place is 0; held at the ends. */
function fractionalPlace({ values }: Scale, value: number): number {
  const above = values.findIndex((each) => each >= value);
  if (above === 0) return 0;
  if (above === -1) return values.length - 1;
  const high = values[above] ?? value;
  const low = values[above - 1] ?? value;
  const part =
    low > 0 ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return above - 1 + part;
}
