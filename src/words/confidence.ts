/** Why a confidence is held down, in words. */
import type { ConfidenceCap } from "../decision/confidence.ts";
import { percent } from "./figures.ts";

const MISSING = { quality: "the quality", latency: "the speed" } as const;

export function capReason(cap: ConfidenceCap, nameOf: (modelId: string) => string): string {
  switch (cap.reason) {
    case "missing-fact":
      return `${MISSING[cap.criterion]} of ${nameOf(cap.model)} is not known, and ${percent(cap.flipProbability)} of what it could be would change the pick`;
    case "secondary-sources":
      return "what separates the first two is known from secondary sources only";
  }
}
