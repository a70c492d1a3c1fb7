/** Moved controls as requirements, laid over what was asked and what was moved before. */
import type { Need } from "../../decision/need.ts";
import { documentOf } from "../../question/merge.ts";
import { type RequirementPath, valueAt } from "../../question/requirement-option.ts";
import type { ImageInput, Requirements } from "../../schema/requirements.ts";
import type { Criterion } from "../../schema/vocabulary.ts";
import { readImage } from "../../typed/image.ts";
import type { ChoiceId } from "../controls/choices.ts";
import type { SliderId } from "../controls/sliders.ts";

/** What stands now, and what it comes from. */
export interface Standing {
  /** What was moved so far; it states fields as a requirements file does. */
  moved: Requirements;
  need: Need;
  /** The last weights of which no criterion had all. */
  mix: Readonly<Record<Criterion, number>>;
  /** The need with another document moved. @throws Failure where it cannot hold together */
  needFor: (moved: Requirements) => Need;
}

/** Where a control states its value as it is. */
const PLAIN: Partial<Record<SliderId | ChoiceId, RequirementPath>> = {
  budget: "budget",
  quality: "quality",
  requests: "workload.requestsPerMonth",
  outputTokens: "workload.outputTokens",
};

const WEIGHTS: Partial<Record<SliderId, Criterion>> = {
  weightCost: "cost",
  weightLatency: "latency",
  weightQuality: "quality",
};

const USUAL_IMAGE = "1024x1024:high";

/** @throws Failure for the size of an image that is none */
export function withValue(
  standing: Standing,
  control: SliderId | ChoiceId,
  value: string | number,
): Requirements {
  const { moved, need } = standing;
  const path = PLAIN[control];
  if (path !== undefined) return laidOver(moved, path, value);
  const criterion = WEIGHTS[control as SliderId];
  if (criterion !== undefined) return withWeight(standing, criterion, Number(value));
  switch (control) {
    case "latency":
      // Seconds are measured as the wait was before.
      return laidOver(
        moved,
        "latency",
        typeof value === "number" ? { maxSeconds: value, measure: need.latency.measure } : value,
      );
    case "task":
      return keepingCached(standing, laidOver(moved, "task", value));
    case "inputTokens":
      return keepingCached(standing, laidOver(moved, "workload.inputTokens", value));
    case "cachedShare":
      return withCached(standing, moved, Number(value) / 100);
    default:
      return withImages(
        standing,
        control === "images" ? { count: Number(value) } : { kind: String(value) },
      );
  }
}

/** The three weights in per cent. */
export function withWeights(
  moved: Requirements,
  weights: Readonly<Record<Criterion, number>>,
): Requirements {
  return laidOver(moved, "weights", weights);
}

export function withEnd(moved: Requirements, until: string): Requirements {
  return laidOver(moved, "availableUntil", until);
}

export function withSuccessors(moved: Requirements, are: boolean): Requirements {
  return laidOver(moved, "includeSuccessors", are);
}

/** One weight in per cent, the others keeping their proportions: all three as they then stand. */
function withWeight(
  { moved, need, mix }: Standing,
  criterion: Criterion,
  percent: number,
): Requirements {
  const others = (["cost", "latency", "quality"] as const).filter((each) => each !== criterion);
  const hasAll = others.every((each) => need.weighting.weights[each] === 0);
  const weights = hasAll ? mix : need.weighting.weights;
  const rest = others.reduce((sum, each) => sum + weights[each], 0);
  const shareOf = (each: Criterion) => {
    if (each === criterion) return percent;
    const part = rest === 0 ? 1 / others.length : weights[each] / rest;
    return Number(((100 - percent) * part).toPrecision(12));
  };
  return withWeights(moved, {
    cost: shareOf("cost"),
    latency: shareOf("latency"),
    quality: shareOf("quality"),
  });
}

/** The same part of the input stays cached when the input changes. */
function keepingCached(standing: Standing, moved: Requirements): Requirements {
  const { cachedInputTokens, inputTokens } = standing.need.workload;
  if (cachedInputTokens === 0 || inputTokens.mean === 0) return moved;
  return withCached(standing, moved, cachedInputTokens / inputTokens.mean);
}

function withCached({ needFor }: Standing, moved: Requirements, share: number): Requirements {
  // With nothing cached yet no amount of input is too small for it.
  const bare = laidOver(moved, "workload.cachedInputTokens", 0);
  const { mean } = needFor(bare).workload.inputTokens;
  const tokens = Math.min(mean, Math.round(share * mean));
  return laidOver(moved, "workload.cachedInputTokens", tokens);
}

function withImages(
  { moved, need }: Standing,
  { count, kind }: { count?: number; kind?: string },
): Requirements {
  const { images } = need.workload;
  const [first] = images;
  const total =
    count ??
    Math.max(
      1,
      images.reduce((sum, image) => sum + image.count, 0),
    );
  const current =
    first !== undefined && "width" in first
      ? `${first.width}x${first.height}:${first.detail}`
      : USUAL_IMAGE;
  const image = imageOf(kind ?? current);
  return laidOver(moved, "workload.images", total === 0 ? [] : [{ ...image, count: total }]);
}

function imageOf(kind: string): ImageInput {
  const image = readImage(kind, "size of the images", () => {
    throw new RangeError("a page reads no files");
  });
  if (image instanceof Promise) throw new RangeError("a page reads no files");
  return image;
}

/** The document with one field stated anew; all of a field's value is replaced. */
function laidOver(document: Requirements, path: RequirementPath, value: unknown): Requirements {
  const [group = "", field] = path.split(".");
  const stated =
    field === undefined
      ? value
      : { ...(valueAt(document, group as RequirementPath) as object | undefined), [field]: value };
  return { ...document, ...documentOf([[[group], stated]]) };
}
