/** Every requirement option: its name, the field it sets, and how its text is read. */
import {
  CRITERIA,
  COMPLEXITIES,
  FEATURES,
  QUALITY_LEVELS,
  SERVICE_TIERS,
} from "../schema/vocabulary.ts";
import type { RequirementFlag } from "./flags.ts";
import type { Path } from "./layer.ts";
import {
  readCalls,
  readEpochs,
  readTokenLimit,
  readTokens,
  readUsageTier,
} from "../typed/count.ts";
import { readDate } from "../typed/date.ts";
import { readSeconds } from "../typed/duration.ts";
import { readImage, type ReadImageSize } from "../typed/image.ts";
import { readUsd } from "../typed/money.ts";
import { type Pair, readBenchmarkFloors, readTaskMix, readWeights } from "../typed/pairs.ts";
import { readBudget, readLatency } from "../typed/preference.ts";
import { readPeakRequestsPerMinute, readRequestsPerMonth } from "../typed/rate.ts";
import { readIdentifier, readIdentifiers, readWord, readWords } from "../typed/word.ts";

/** What readers need from outside. */
export interface FlagTools {
  /** Days of a month, where a rate is given per day. */
  daysPerMonth: number;
  readImageSize: ReadImageSize;
}

/** One field an option sets. */
export interface Setting {
  path: Path;
  value: unknown;
  /** The option as typed. */
  origin: string;
}

type Typed = string | string[] | true;
type Reader = (typed: Typed, tools: FlagTools) => Setting[] | Promise<Setting[]>;

const one =
  (
    flag: string,
    path: Path,
    read: (text: string, flag: string, tools: FlagTools) => unknown,
  ): Reader =>
  (typed, tools) => {
    const text = texts(typed).at(-1) ?? "";
    return [{ path, value: read(text, flag, tools), origin: `${flag} ${text}` }];
  };

const many =
  (
    flag: string,
    path: Path,
    read: (texts: string[], flag: string, tools: FlagTools) => unknown,
  ): Reader =>
  async (typed, tools) => {
    const given = texts(typed);
    return [{ path, value: await read(given, flag, tools), origin: asTyped(flag, given) }];
  };

const pairs =
  (flag: string, group: string, read: (texts: string[], flag: string) => Pair[]): Reader =>
  (typed) =>
    read(texts(typed), flag).map(({ name, value, text }) => ({
      path: [group, name],
      value,
      origin: `${flag} ${text}`,
    }));

const toggle =
  (flag: string, path: Path): Reader =>
  () => [{ path, value: true, origin: flag }];

const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string, flag: string) =>
    readWord(text, flag, words);

export const FLAG_READERS = {
  useCase: one("--use-case", ["useCase"], readIdentifier),
  task: many("--task", ["task"], readTaskMix),
  complexity: one("--complexity", ["complexity"], oneOf(COMPLEXITIES)),
  budget: one("--budget", ["budget"], readBudget),
  latency: one("--latency", ["latency"], readLatency),
  quality: one("--quality", ["quality"], oneOf(QUALITY_LEVELS)),
  stream: toggle("--stream", ["stream"]),
  requests: one("--requests", ["workload", "requestsPerMonth"], (text, flag, { daysPerMonth }) =>
    readRequestsPerMonth(text, flag, daysPerMonth),
  ),
  inputTokens: one("--input-tokens", ["workload", "inputTokens"], readTokens),
  outputTokens: one("--output-tokens", ["workload", "outputTokens"], readTokens),
  cachedTokens: one("--cached-tokens", ["workload", "cachedInputTokens"], readTokens),
  image: many("--image", ["workload", "images"], (given, flag, { readImageSize }) =>
    Promise.all(given.map((text) => readImage(text, flag, readImageSize))),
  ),
  webSearches: one("--web-searches", ["workload", "webSearches"], readCalls),
  fileSearches: one("--file-searches", ["workload", "fileSearches"], readCalls),
  trainingTokens: one("--training-tokens", ["workload", "trainingTokens"], readTokens),
  epochs: one("--epochs", ["workload", "epochs"], readEpochs),
  serviceTier: one("--service-tier", ["workload", "serviceTier"], oneOf(SERVICE_TIERS)),
  fineTuned: toggle("--fine-tuned", ["workload", "fineTuned"]),
  maxCost: one("--max-cost", ["limits", "usdPerMonth"], readUsd),
  maxRequestCost: one("--max-request-cost", ["limits", "usdPerRequest"], readUsd),
  maxWait: one("--max-wait", ["limits", "waitSeconds"], readSeconds),
  needs: many("--needs", ["needs"], (given, flag) => readWords(given, flag, FEATURES)),
  context: one("--context", ["limits", "contextTokens"], readTokenLimit),
  maxOutput: one("--max-output", ["limits", "outputTokens"], readTokenLimit),
  usageTier: one("--usage-tier", ["rateLimits", "usageTier"], readUsageTier),
  peakRpm: one("--peak-rpm", ["rateLimits", "peakRequestsPerMinute"], readPeakRequestsPerMinute),
  minBenchmark: pairs("--min-benchmark", "minBenchmarks", readBenchmarkFloors),
  until: one("--until", ["availableUntil"], readDate),
  asOf: one("--as-of", ["asOf"], readDate),
  weight: pairs("--weight", "weights", readWeights),
  priority: many("--priority", ["priority"], (given, flag) => readWords(given, flag, CRITERIA)),
  only: many("--only", ["models"], readIdentifiers),
  exclude: many("--exclude", ["exclude"], readIdentifiers),
  includeSuccessors: toggle("--include-successors", ["includeSuccessors"]),
} satisfies Record<RequirementFlag, Reader>;

function texts(typed: Typed): string[] {
  if (typed === true) return [];
  return typeof typed === "string" ? [typed] : typed;
}

function asTyped(flag: string, given: readonly string[]): string {
  return given.map((text) => `${flag} ${text}`).join(" ");
}
