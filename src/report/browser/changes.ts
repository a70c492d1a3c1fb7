/** What a reader has moved, and the requirements that come of it. */
import type { Need } from "../../decision/need.ts";
import type { ImageInput, Requirements } from "../../schema/requirements.ts";
import type {
  BudgetLevel,
  Criterion,
  LatencyLevel,
  QualityLevel,
} from "../../schema/vocabulary.ts";
import { IMAGE_DETAILS } from "../../schema/vocabulary.ts";

/** By control. An amount of money or seconds is a hard limit, as everywhere. */
export interface Changes {
  budget?: BudgetLevel | number;
  latency?: LatencyLevel | number;
  quality?: QualityLevel;
  task?: string;
  requests?: number;
  inputTokens?: number;
  outputTokens?: number;
  /** Per cent of the input. */
  cachedShare?: number;
  /** Images a request. */
  images?: number;
  /** `1024x1024:high`. */
  imageKind?: string;
  weightCost?: number;
  weightLatency?: number;
  weightQuality?: number;
}

export const WEIGHT_CONTROLS = {
  weightCost: "cost",
  weightLatency: "latency",
  weightQuality: "quality",
} as const satisfies Partial<Record<keyof Changes, Criterion>>;

const USUAL_KIND = "1024x1024:high";

/**
 * The document that lies over what was asked.
 * @param asked the need without any change
 * @param resolve the need with a document laid over it
 */
export function documentOfChanges(
  changes: Changes,
  asked: Need,
  resolve: (document: Requirements) => Need,
): Requirements {
  const plain = plainDocument(changes, asked);
  const needsWorkload =
    changes.images !== undefined ||
    changes.imageKind !== undefined ||
    changes.cachedShare !== undefined ||
    (asked.workload.cachedInputTokens > 0 &&
      (changes.inputTokens !== undefined || changes.task !== undefined));
  if (!needsWorkload) return plain;
  // With nothing cached yet no amount of input is too small for it.
  const { workload } = resolve({ ...plain, workload: { ...plain.workload, cachedInputTokens: 0 } });
  const images = imagesOf(changes, workload.images);
  return {
    ...plain,
    workload: {
      ...plain.workload,
      ...(images === null ? {} : { images }),
      cachedInputTokens: cachedTokens(changes, asked, workload.inputTokens.mean),
    },
  };
}

function plainDocument(changes: Changes, asked: Need): Requirements {
  const { budget, latency, quality, task, requests, inputTokens, outputTokens } = changes;
  const workload = {
    ...(requests === undefined ? {} : { requestsPerMonth: requests }),
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
  };
  const weights = weightsOf(changes, asked);
  return {
    ...(task === undefined ? {} : { task }),
    ...(budget === undefined ? {} : { budget }),
    ...(latency === undefined ? {} : { latency: latencyOf(latency, asked) }),
    ...(quality === undefined ? {} : { quality }),
    ...(Object.keys(workload).length === 0 ? {} : { workload }),
    ...(weights === null ? {} : { weights }),
  };
}

/** Seconds are measured as the wait was before. */
function latencyOf(
  latency: LatencyLevel | number,
  { latency: { measure } }: Need,
): NonNullable<Requirements["latency"]> {
  return typeof latency === "number" ? { maxSeconds: latency, measure } : latency;
}

/** Weights that were not moved follow the words, except where an order had replaced the words: that is kept. */
function weightsOf(
  changes: Changes,
  { weighting }: Need,
): Partial<Record<Criterion, number>> | null {
  const moved = Object.entries(WEIGHT_CONTROLS).flatMap(([control, criterion]) => {
    const value = changes[control as keyof typeof WEIGHT_CONTROLS];
    return value === undefined ? [] : [[criterion, value] as const];
  });
  if (moved.length === 0) return null;
  const before = weighting.mode === "priority" ? weighting.importance : {};
  return { ...before, ...Object.fromEntries(moved) };
}

function imagesOf(
  { images: count, imageKind }: Changes,
  current: readonly ImageInput[],
): ImageInput[] | null {
  if (count === undefined && imageKind === undefined) return null;
  const total = count ?? current.reduce((sum, image) => sum + image.count, 0);
  if (total === 0) return [];
  const [first] = current;
  const kind =
    imageKind ??
    (first !== undefined && "width" in first
      ? `${first.width}x${first.height}:${first.detail}`
      : USUAL_KIND);
  const image = readKind(kind);
  return image === null ? null : [{ ...image, count: total }];
}

/** `1920x1080:high`; null for anything else. */
export function readKind(
  kind: string,
): { width: number; height: number; detail: (typeof IMAGE_DETAILS)[number] } | null {
  const [, width, height, typed] = /^(\d{1,5})x(\d{1,5}):(\w+)$/.exec(kind) ?? [];
  const detail = IMAGE_DETAILS.find((each) => each === typed);
  if (width === undefined || height === undefined || detail === undefined) return null;
  return { width: Number(width), height: Number(height), detail };
}

function cachedTokens({ cachedShare }: Changes, { workload }: Need, inputTokens: number): number {
  const before =
    workload.inputTokens.mean === 0 ? 0 : workload.cachedInputTokens / workload.inputTokens.mean;
  const share = cachedShare === undefined ? before : cachedShare / 100;
  return Math.min(inputTokens, Math.round(share * inputTokens));
}
