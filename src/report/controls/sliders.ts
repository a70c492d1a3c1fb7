/** The controls that are numbers: their scales, how a typed text is read, and how a value is said. */
import type { Need } from "../../decision/need.ts";
import type { Criterion } from "../../schema/vocabulary.ts";
import { readSeconds } from "../../typed/duration.ts";
import { readUsd } from "../../typed/money.ts";
import { readNumber, readTokens, shortText } from "../../typed/number.ts";
import { readRequestsPerMonth } from "../../typed/rate.ts";
import { count, duration, money } from "../../words/figures.ts";
import { ratioScale, type Scale, stepScale } from "./scale.ts";

export interface Slider {
  label: string;
  /** Said before the label where the page shows it by the heading alone. */
  of?: string;
  /** The word it can be given as instead: then it is an aim, and no limit. */
  limitOf?: "budget" | "latency";
  /** Beside the field for the exact value. */
  unit: string;
  scale: Scale;
  /** Whole numbers only. */
  isWhole?: true;
  /** Today's value; null when it has no number (an unlimited budget). */
  valueOf: (need: Need) => number | null;
  /** A typed text as the command line reads it. @throws Failure for what it refuses */
  read: (text: string, daysPerMonth: number) => number;
  /** A value in words, for the slider and for "changes here". */
  text: (value: number) => string;
  /** The value in its field, beside the unit. */
  field: (value: number) => string;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** A figure as short as it can be read back: twelve digits. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}

const MOST_PERCENT = 100;

function readPercent(what: string) {
  return (text: string) =>
    readNumber(shortText(text, what).replace(/%$/, ""), what, {
      what: "a share in per cent",
      example: "25",
      most: MOST_PERCENT,
    });
}

function percentText(value: number): string {
  return `${Number(value.toPrecision(3))} %`;
}

function weight(criterion: Criterion, label: string): Slider {
  return {
    label,
    of: "Weight",
    unit: "%",
    scale: stepScale(MOST_PERCENT, 5),
    valueOf: ({ weighting }) => Number((100 * weighting.weights[criterion]).toPrecision(12)),
    read: readPercent(`weight of ${label}`),
    text: percentText,
    field: (value) => String(Number(value.toPrecision(3))),
  };
}

export const SLIDERS = {
  budget: {
    label: "Amount",
    of: "Budget",
    limitOf: "budget",
    unit: "$ a month",
    scale: ratioScale(0, 6),
    valueOf: ({ budget }) => finite(budget.usdPerMonth),
    read: (text) => readUsd(text, "budget"),
    text: money,
    field: (value) => money(value).replace("$", ""),
  },
  latency: {
    label: "Longest",
    of: "Wait",
    limitOf: "latency",
    unit: "s",
    scale: ratioScale(-1, 2),
    valueOf: ({ latency }) => finite(latency.targetSeconds),
    // The unit stands beside the field.
    read: (text) => readSeconds(/[\d.]$/.test(text) ? `${text}s` : text, "wait"),
    text: duration,
    field: plain,
  },
  requests: {
    label: "Requests",
    unit: "a month",
    scale: ratioScale(2, 8),
    valueOf: ({ workload }) => workload.requestsPerMonth,
    read: (text, daysPerMonth) => readRequestsPerMonth(text, "requests", daysPerMonth),
    text: count,
    field: count,
  },
  inputTokens: {
    label: "Tokens in",
    unit: "a request",
    scale: ratioScale(1, 5),
    valueOf: ({ workload }) => workload.inputTokens.mean,
    read: (text) => readTokens(text, "tokens in"),
    text: count,
    field: count,
  },
  outputTokens: {
    label: "Tokens out",
    unit: "a request",
    scale: ratioScale(1, 4),
    valueOf: ({ workload }) => workload.outputTokens.mean,
    read: (text) => readTokens(text, "tokens out"),
    text: count,
    field: count,
  },
  cachedShare: {
    label: "Cached input",
    unit: "%",
    scale: stepScale(MOST_PERCENT, 5),
    valueOf: ({ workload: { cachedInputTokens, inputTokens } }) =>
      inputTokens.mean === 0
        ? 0
        : Number(((100 * cachedInputTokens) / inputTokens.mean).toPrecision(3)),
    read: readPercent("cached input"),
    text: percentText,
    field: plain,
  },
  images: {
    label: "Images",
    unit: "a request",
    scale: stepScale(20, 1),
    isWhole: true,
    valueOf: ({ workload }) => workload.images.reduce((sum, image) => sum + image.count, 0),
    read: (text) =>
      readNumber(text, "images", { what: "a number of images", example: "2", whole: true }),
    text: count,
    field: count,
  },
  weightCost: weight("cost", "cost"),
  weightLatency: weight("latency", "wait"),
  weightQuality: weight("quality", "quality"),
} as const satisfies Record<string, Slider>;

export type SliderId = keyof typeof SLIDERS;
export const SLIDER_IDS = Object.keys(SLIDERS) as SliderId[];
