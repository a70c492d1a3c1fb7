/** Options that say what is sent to the model, and how often. */
import type { ImageInput, TokenCount } from "../../schema/requirements.ts";
import { SERVICE_TIERS } from "../../schema/vocabulary.ts";
import { readImages } from "../../typed/image.ts";
import { readCalls, readEpochs, readTokens } from "../../typed/number.ts";
import { readRequestsPerMonth, requestsPerMonthText } from "../../typed/rate.ts";
import { readWord } from "../../typed/word.ts";
import { inWords } from "../option.ts";
import {
  counted,
  figure,
  many,
  one,
  type RequirementOption,
  toggle,
} from "../requirement-option.ts";

const group = "Workload";

export const WORKLOAD_OPTIONS = {
  requests: {
    flag: "--requests",
    group,
    placeholder: "n",
    help: "requests a month (50k, 2M), or at a rate: 200/day, 5/min",
    brief: "20k a month, or 200/day",
    ...figure(
      "workload.requestsPerMonth",
      (text, flag, { daysPerMonth }) => readRequestsPerMonth(text, flag, daysPerMonth),
      requestsPerMonthText,
    ),
  },
  inputTokens: {
    flag: "--input-tokens",
    group,
    placeholder: "n",
    help: "tokens sent with a request (800, 10k)",
    ...figure("workload.inputTokens", readTokens, meanOf),
  },
  outputTokens: {
    flag: "--output-tokens",
    group,
    placeholder: "n",
    help: "tokens of an answer",
    ...figure("workload.outputTokens", readTokens, meanOf),
  },
  systemFile: {
    flag: "--system-file",
    group,
    placeholder: "file",
    help: "instead of --input-tokens: instructions sent with every request, counted and added to the prompt's",
    isPath: true,
    ...counted("workload.inputTokens"),
  },
  promptFile: {
    flag: "--prompt-file",
    group,
    placeholder: "file",
    help: "instead of --input-tokens: a prompt, whose tokens are counted; several: their mean; - is stdin",
    isPath: true,
    repeatable: true,
    ...counted("workload.inputTokens"),
  },
  answerFile: {
    flag: "--answer-file",
    group,
    placeholder: "file",
    help: "instead of --output-tokens: an answer, whose tokens are counted; several: their mean",
    isPath: true,
    repeatable: true,
    ...counted("workload.outputTokens"),
  },
  cachedTokens: {
    flag: "--cached-tokens",
    group,
    placeholder: "n",
    help: "tokens of the input that a cached prefix covers",
    ...figure("workload.cachedInputTokens", readTokens),
  },
  cacheWriteTokens: {
    flag: "--cache-write-tokens",
    group,
    placeholder: "n",
    help: "tokens of the input that a request writes to the cache, on average: a bill says how many",
    ...figure("workload.cacheWriteTokens", readTokens),
  },
  cachedAsBilled: {
    flag: "--cached-as-billed",
    group,
    help: "the cached tokens are the mean of a bill: no shortest prefix is asked of it",
    ...toggle("workload.cachedAsBilled"),
  },
  image: {
    flag: "--image",
    group,
    placeholder: "WxH|file",
    help: "an image of every request: 1024x768, 1920x1080:low, 1024x1024x3 or a file",
    repeatable: true,
    ...many(
      "workload.images",
      (texts, flag, { readImageSize }) => readImages(texts, flag, readImageSize),
      (images) => images.filter(isTypable).map(imageText),
    ),
  },
  webSearches: {
    flag: "--web-searches",
    group,
    placeholder: "n",
    help: "web searches a request",
    ...figure("workload.webSearches", readCalls),
  },
  fileSearches: {
    flag: "--file-searches",
    group,
    placeholder: "n",
    help: "file searches a request",
    ...figure("workload.fileSearches", readCalls),
  },
  trainingTokens: {
    flag: "--training-tokens",
    group,
    placeholder: "n",
    help: "tokens of a fine-tuning job",
    ...figure("workload.trainingTokens", readTokens),
  },
  epochs: {
    flag: "--epochs",
    group,
    placeholder: "n",
    help: "times the fine-tuning job reads them",
    ...figure("workload.epochs", readEpochs),
  },
  serviceTier: {
    flag: "--service-tier",
    group,
    placeholder: "tier",
    help: `price list: ${inWords(SERVICE_TIERS)}`,
    choices: SERVICE_TIERS,
    ...one("workload.serviceTier", (text, flag) => readWord(text, flag, SERVICE_TIERS)),
  },
  fineTuned: {
    flag: "--fine-tuned",
    group,
    help: "prices of a fine-tuned model",
    ...toggle("workload.fineTuned"),
  },
} as const satisfies Record<string, RequirementOption>;

type PixelImage = Extract<ImageInput, { width: number }>;

/** A mix of tasks can assume a part of an image; an option cannot. */
export function isTypable(image: ImageInput): image is PixelImage {
  return "width" in image && Number.isInteger(image.count);
}

function imageText({ width, height, detail, count }: PixelImage): string {
  return `${width}x${height}:${detail}x${count}`;
}

function meanOf(count: TokenCount): number {
  return typeof count === "object" ? count.mean : count;
}
