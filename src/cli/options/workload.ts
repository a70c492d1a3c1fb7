/** Options that say what is sent to the model, and how often. */
import { SERVICE_TIERS } from "../../schema/vocabulary.ts";
import { inWords, type OptionSpecs } from "./option.ts";

const group = "Workload";

export const WORKLOAD_OPTIONS = {
  requests: {
    flag: "--requests",
    group,
    placeholder: "n",
    help: "requests a month (50k, 2M), or at a rate: 200/day, 5/min",
  },
  inputTokens: {
    flag: "--input-tokens",
    group,
    placeholder: "n",
    help: "tokens sent with a request (800, 10k)",
  },
  outputTokens: {
    flag: "--output-tokens",
    group,
    placeholder: "n",
    help: "tokens of an answer",
  },
  cachedTokens: {
    flag: "--cached-tokens",
    group,
    placeholder: "n",
    help: "tokens of the input that a cached prefix covers",
  },
  image: {
    flag: "--image",
    group,
    placeholder: "WxH|file",
    help: "an image of every request: 1024x768, 1920x1080:low, 1024x1024x3 or a file",
    repeatable: true,
  },
  webSearches: {
    flag: "--web-searches",
    group,
    placeholder: "n",
    help: "web searches a request",
  },
  fileSearches: {
    flag: "--file-searches",
    group,
    placeholder: "n",
    help: "file searches a request",
  },
  trainingTokens: {
    flag: "--training-tokens",
    group,
    placeholder: "n",
    help: "tokens of a fine-tuning job",
  },
  epochs: {
    flag: "--epochs",
    group,
    placeholder: "n",
    help: "times the fine-tuning job reads them",
  },
  serviceTier: {
    flag: "--service-tier",
    group,
    placeholder: "tier",
    help: `price list: ${inWords(SERVICE_TIERS)}`,
    choices: SERVICE_TIERS,
  },
  fineTuned: {
    flag: "--fine-tuned",
    group,
    help: "prices of a fine-tuned model",
  },
} as const satisfies OptionSpecs;
