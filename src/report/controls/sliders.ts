/** The controls that are numbers: their scales, what they read from a need, and how they say it. */
import { count, decimal, duration, money } from "../../words/figures.ts";
import type { Need } from "../../decision/need.ts";
import { ratioScale, type Scale, stepScale } from "./scale.ts";

export interface Slider {
  label: string;
  /** Said before the label where the page shows it by the heading alone. */
  of?: string;
  /** Beside the field for the exact value. */
  unit: string;
  scale: Scale;
  /** Whole numbers only. */
  isWhole?: true;
  /** Today's value; null when it has no number (an unlimited budget). */
  valueOf: (need: Need) => number | null;
  /** A value in words, for the slider and for "changes here". */
  text: (value: number) => string;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function weight(criterion: "cost" | "latency" | "quality"): Slider {
  return {
    label: `Weight of ${criterion}`,
    unit: "",
    scale: stepScale(10, 0.5),
    valueOf: ({ weighting }) => Number(weighting.importance[criterion].toPrecision(12)),
    text: (value) => String(Number(decimal(value, 2))),
  };
}

export const SLIDERS = {
  budget: {
    label: "Hard limit",
    of: "Budget",
    unit: "USD a month",
    scale: ratioScale(0, 6),
    valueOf: ({ budget }) => finite(budget.usdPerMonth),
    text: money,
  },
  latency: {
    label: "Hard limit",
    of: "Wait",
    unit: "seconds",
    scale: ratioScale(-1, 2),
    valueOf: ({ latency }) => finite(latency.targetSeconds),
    text: duration,
  },
  requests: {
    label: "Requests",
    unit: "a month",
    scale: ratioScale(2, 8),
    valueOf: ({ workload }) => workload.requestsPerMonth,
    text: count,
  },
  inputTokens: {
    label: "Tokens in",
    unit: "a request",
    scale: ratioScale(1, 5),
    valueOf: ({ workload }) => workload.inputTokens.mean,
    text: count,
  },
  outputTokens: {
    label: "Tokens out",
    unit: "a request",
    scale: ratioScale(0, 4),
    valueOf: ({ workload }) => workload.outputTokens.mean,
    text: count,
  },
  cachedShare: {
    label: "Cached part of the input",
    unit: "%",
    scale: stepScale(100, 5),
    valueOf: ({ workload: { cachedInputTokens, inputTokens } }) =>
      inputTokens.mean === 0
        ? 0
        : Number(((100 * cachedInputTokens) / inputTokens.mean).toPrecision(3)),
    text: (value) => `${Number(value.toPrecision(3))} %`,
  },
  images: {
    label: "Images",
    unit: "a request",
    scale: stepScale(20, 1),
    isWhole: true,
    valueOf: ({ workload }) => workload.images.reduce((sum, image) => sum + image.count, 0),
    text: count,
  },
  weightCost: weight("cost"),
  weightLatency: weight("latency"),
  weightQuality: weight("quality"),
} as const satisfies Record<string, Slider>;

export type SliderId = keyof typeof SLIDERS;
export const SLIDER_IDS = Object.keys(SLIDERS) as SliderId[];
