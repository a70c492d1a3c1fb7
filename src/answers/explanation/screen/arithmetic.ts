/** Digits of the arithmetic: enough for a reader with a pocket calculator to work the next line out. */
import { asStated, decimal, points } from "../../../words/figures.ts";
import type { Explanation } from "../schema.ts";

const DIGITS = 4;

/** `0.9670`, `−1.7047`. */
export function figure(value: number): string {
  return decimal(value, DIGITS).replace("-", "−");
}

/** `+0.2068`, `−0.0568`, `0.0000`. */
export function signed(value: number): string {
  const text = figure(value);
  return Number(decimal(value, DIGITS)) > 0 ? `+${text}` : text;
}

/** A constant with its sign and the digits it has: `+1.806`. */
export function signedAsStated(value: number): string {
  return `${value < 0 ? "−" : "+"}${asStated(Math.abs(value))}`;
}

/** What follows a plus sign: negative figures stand in brackets. */
export function addend(value: number): string {
  return value < 0 ? `(${figure(value)})` : figure(value);
}

type Weighed = Pick<Explanation["latency"], "value" | "weight" | "contribution">;

/** Where the weight comes from, and what it makes of the value. */
export function weightRows({ value, weight, contribution }: Weighed) {
  const { importance, ofTotal } = weight;
  return [
    {
      label: "weight",
      text: `${asStated(rounded(importance))} of ${asStated(rounded(ofTotal))} = ${figure(weight.weight)}: ${weight.because}`,
    },
    {
      label: "points",
      text: `${figure(value)} × ${figure(weight.weight)} = ${figure(contribution)}, that is ${points(contribution)} of 100`,
    },
  ];
}

/** Importances are typed by people, or come from an order and then have no end of digits. */
function rounded(importance: number): number {
  return Number(decimal(importance, DIGITS));
}
