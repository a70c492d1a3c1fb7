/** Images against text: images a request, and text tokens an image, at which the other model is cheaper. */
import type { NeedWorkload } from "../../../decision/need.ts";
import { longContextStep } from "../../../facts/fact-sheets.ts";
import { exact } from "../../../facts/money.ts";
import type { ImageInput } from "../../../schema/requirements.ts";
import { count, measured } from "../../../words/figures.ts";
import { tokensBesideText, longInputSteps } from "../crossing.ts";
import type { BreakEvenRule, Subject } from "../subject.ts";
import { entriesOf, pairsOf, type Turn, turns } from "./pairs.ts";

// The images a workload sends, as one kind that can be sent more or less often.

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

export const imagesPerRequest: BreakEvenRule = ({ compared, need }) => {
  const { workload } = need;
  const mix = imageMixOf(workload);
  return pairsOf(compared).flatMap((pair) => {
    const { cheaper, dearer } = pair;
    const bill = (subject: Subject) => (images: number) =>
      subject.request({ images: images === 0 ? [] : mix.images(images) });
    if (bill(cheaper)(1) === null || bill(dearer)(1) === null) return [];
    const found = turns(cheaper, dearer, bill(cheaper), bill(dearer), {
      from: 0,
      to: Infinity,
      steps: [cheaper, dearer].flatMap((subject) =>
        stepOf(subject, workload.inputTokens.mean, mix),
      ),
    });
    const unit = `${mix.words()} a request`;
    return entriesOf(
      found,
      pair,
      { kind: "images-per-request", unit, now: mix.now },
      {
        turn: (turn) => messageOf(turn, mix),
        none: () => `no number of ${unit} makes ${dearer.name} cheaper than ${cheaper.name}`,
      },
    );
  });
};

function messageOf({ at, below, above }: Turn, mix: ImageMix): string {
  const even = `even at ${measured(at)}`;
  const most = Math.floor(at);
  return most === 0
    ? `${above.name} is cheaper as soon as a request holds an ${mix.words(1)} (${even})`
    : `${below.name} is cheaper with up to ${count(most)} ${mix.words(most)} a request, ${above.name} from ${count(most + 1)} on (${even})`;
}

/** The number of images that makes the input long enough for the price of long inputs. */
function stepOf(subject: Subject, textTokens: number, mix: ImageMix): number[] {
  const aboveInputTokens = longContextStep(subject.assessment.sheet)?.aboveInputTokens ?? null;
  const cost = subject.estimate({ images: mix.images(1) });
  const tokensEach = "images" in cost ? imageTokensOf(cost.images) : 0;
  if (aboveInputTokens === null || tokensEach === 0) return [];
  const besides = tokensBesideText(subject) - tokensEach * mix.now;
  return [exact(aboveInputTokens).minus(textTokens).minus(besides).div(tokensEach).toNumber()];
}

function imageTokensOf(images: readonly { tokensEach: number | null; count: number }[]): number {
  return images.reduce((sum, image) => sum + (image.tokensEach ?? 0) * image.count, 0);
}

/** Text tokens for every image at which the model that is dearer for images is cheaper again. */
export const textTokensPerImage: BreakEvenRule = ({ compared, need }) => {
  const { workload } = need;
  const mix = imageMixOf(workload);
  const images = mix.now === 0 ? 1 : mix.now;
  return pairsOf(compared).flatMap((pair) => {
    const { cheaper, dearer } = pair;
    const bill = (subject: Subject) => (tokens: number) => {
      const mean = tokens * images;
      return subject.request({
        images: mix.images(images),
        inputTokens: { mean, p50: mean, max: mean },
      });
    };
    const from = workload.cachedInputTokens / images;
    if (bill(cheaper)(from) === null || bill(dearer)(from) === null) return [];
    const found = turns(cheaper, dearer, bill(cheaper), bill(dearer), {
      from,
      to: Infinity,
      steps: longInputSteps([cheaper, dearer]).map(
        ({ subject, tokens }) => (tokens - tokensBesideText(subject)) / images,
      ),
    });
    const now = mix.now === 0 ? null : workload.inputTokens.mean / images;
    const unit = "text tokens in for every image";
    return entriesOf(
      found,
      pair,
      { kind: "text-tokens-per-image", unit, now },
      {
        turn: ({ at, above }) =>
          `with ${images === 1 ? "an " : ""}${mix.words(images)}, ${above.name} is cheaper above ${count(at)} ${unit}`,
        none: () =>
          `no number of ${unit} changes which is cheaper of ${cheaper.name} and ${dearer.name}`,
      },
    );
  });
};
