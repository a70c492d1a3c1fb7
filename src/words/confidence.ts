/** Confidence in words: how sure a pick is, and why a label is held down. */
import type { ConfidenceCap } from "../decision/confidence.ts";
import { counted, outOfHundred, percent } from "./figures.ts";

const MISSING = { quality: "the quality", latency: "the speed" } as const;

export function capReason(cap: ConfidenceCap, nameOf: (modelId: string) => string): string {
  switch (cap.reason) {
    case "missing-fact":
      return `${MISSING[cap.criterion]} of ${nameOf(cap.model)} is not known, and ${percent(cap.flipProbability)} of what it could be would change the pick`;
    case "secondary-sources":
      return "what separates the first two is known from secondary sources only";
    case "unconfirmed-needs":
      return `no source confirms ${counted(cap.needs, "need")} of ${nameOf(cap.model)}`;
  }
}

/** `88 of 100 what-if runs`; of the priorities alone `88 of 100 ways to weigh it`. */
export function whatIfRuns(share: number, draws: number): string {
  return `${outOfHundred(share)} ${draws === 0 ? "ways to weigh it" : "what-if runs"}`;
}
