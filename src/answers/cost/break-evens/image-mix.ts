/** The images a workload sends, as one kind that can be sent more or less often. */
import type { ImageInput } from "../../../schema/requirements.ts";
import { count } from "../../../words/figures.ts";
import type { NeedWorkload } from "../../../decision/need.ts";

export interface ImageMix {
  /** Images a request, as the workload stands. */
  now: number;
  /** The same mix with so many images a request; fractions are averages. */
  images: (number: number) => ImageInput[];
  /** `images of 1024x1024 pixels`; of one image, `image of …`. */
  words: (count?: number) => string;
}

/** A plain picture for workloads that send none: the size the vendor's own guide explains its rule with. */
const EXAMPLE: ImageInput = { width: 1024, height: 1024, detail: "high", count: 1 };

export function imageMixOf({ images }: NeedWorkload): ImageMix {
  const kinds = images.length === 0 ? [EXAMPLE] : images;
  const sent = kinds.reduce((sum, image) => sum + image.count, 0);
  const [only, ...others] = kinds;
  return {
    now: images.length === 0 ? 0 : sent,
    images: (number) => kinds.map((image) => ({ ...image, count: (image.count / sent) * number })),
    words: (number = 0) => {
      const noun = number === 1 ? "image" : "images";
      return `${noun} ${only === undefined || others.length > 0 ? "of your mix" : kindOf(only)}`;
    },
  };
}

function kindOf(image: ImageInput): string {
  if ("tokens" in image) return `of ${count(image.tokens)} tokens on ${image.countedOn}`;
  return image.detail === "low" ? "at low detail" : `of ${image.width}x${image.height} pixels`;
}
