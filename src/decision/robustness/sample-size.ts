/** How many observations a share needs, and how sure a share of so many is. */
import { normalQuantile } from "./normal.ts";

function standardDeviations(confidence: number): number {
  return normalQuantile((1 + confidence) / 2);
}

/** Observations after which a share is known to plus or minus `halfWidth`, whatever it is. */
export function observationsFor(halfWidth: number, confidence = 0.95): number {
  return Math.ceil((standardDeviations(confidence) / halfWidth) ** 2 / 4);
}

/** Plus or minus of a share after so many observations, at worst (a share of one half). */
export function halfWidthAfter(observations: number, confidence = 0.95): number {
  return standardDeviations(confidence) / (2 * Math.sqrt(observations));
}
