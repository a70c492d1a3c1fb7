/** Requirements → the command line that asks for the same. */
import type { ImageInput, Requirements, TokenCount } from "../schema/requirements.ts";

type Workload = NonNullable<Requirements["workload"]>;

/**
 * The options, each followed by its value, ready to follow `pick-model`. Numbers are written out in full.
 * What options cannot say is left out: see {@link inexpressibleFields}.
 */
export function toCommand(requirements: Requirements): string[] {
  const { workload = {}, limits = {}, rateLimits = {}, latency } = requirements;
  return [
    ...option("--use-case", requirements.useCase),
    ...option("--task", taskText(requirements.task)),
    ...option("--complexity", requirements.complexity),
    ...option("--budget", requirements.budget),
    ...option("--latency", typeof latency === "object" ? seconds(latency.maxSeconds) : latency),
    ...option("--quality", requirements.quality),
    ...toggle("--stream", streamOf(requirements)),
    ...workloadOptions(workload),
    ...option("--max-cost", limits.usdPerMonth),
    ...option("--max-request-cost", limits.usdPerRequest),
    ...option("--max-wait", limits.waitSeconds && seconds(limits.waitSeconds)),
    ...list("--needs", requirements.needs),
    ...option("--context", limits.contextTokens),
    ...option("--max-output", limits.outputTokens),
    ...option("--usage-tier", rateLimits.usageTier),
    ...option("--peak-rpm", rateLimits.peakRequestsPerMinute),
    ...list("--min-benchmark", pairs(requirements.minBenchmarks)),
    ...option("--until", requirements.availableUntil),
    ...option("--as-of", requirements.asOf),
    ...list("--weight", pairs(requirements.weights)),
    ...list("--priority", requirements.priority),
    ...list("--only", requirements.models),
    ...list("--exclude", requirements.exclude),
    ...toggle("--include-successors", requirements.includeSuccessors),
  ];
}

/** Paths of fields that need a document: spreads of tokens, images known by tokens, an answer kept whole. */
export function inexpressibleFields(requirements: Requirements): string[] {
  const { workload = {}, latency, stream } = requirements;
  const { images } = workload;
  const whole = stream === false && (latency === "realtime" || latency === "interactive");
  return [
    ...(whole ? ["stream"] : []),
    ...(typeof workload.inputTokens === "object" ? ["workload.inputTokens"] : []),
    ...(typeof workload.outputTokens === "object" ? ["workload.outputTokens"] : []),
    ...(images !== undefined && (images.length === 0 || !images.every(isExpressible))
      ? ["workload.images"]
      : []),
  ];
}

/** The command as one line for a POSIX shell. */
export function commandLine(options: readonly string[]): string {
  return ["pick-model", ...options].map(shellWord).join(" ");
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function workloadOptions(workload: Workload): string[] {
  return [
    ...option("--requests", workload.requestsPerMonth),
    ...option("--input-tokens", meanOf(workload.inputTokens)),
    ...option("--output-tokens", meanOf(workload.outputTokens)),
    ...option("--cached-tokens", workload.cachedInputTokens),
    ...(workload.images ?? [])
      .filter(isExpressible)
      .flatMap((image) => [
        "--image",
        `${image.width}x${image.height}:${image.detail}x${image.count}`,
      ]),
    ...option("--web-searches", workload.webSearches),
    ...option("--file-searches", workload.fileSearches),
    ...option("--training-tokens", workload.trainingTokens),
    ...option("--epochs", workload.epochs),
    ...option("--service-tier", workload.serviceTier),
    ...toggle("--fine-tuned", workload.fineTuned),
  ];
}

type PixelImage = Extract<ImageInput, { width: number }>;

/** A mix of tasks can assume a part of an image; an option cannot. */
function isExpressible(image: ImageInput): image is PixelImage {
  return "width" in image && Number.isInteger(image.count);
}

function meanOf(count: TokenCount | undefined): number | undefined {
  return typeof count === "object" ? count.mean : count;
}

function taskText(task: Requirements["task"]): string | undefined {
  return typeof task === "object" ? pairs(task)?.join(",") : task;
}

function streamOf({ stream, latency }: Requirements): boolean {
  const toFirstSentence = typeof latency === "object" && latency.measure === "first-sentence";
  return stream ?? toFirstSentence;
}

function seconds(value: number): string {
  return `${value}s`;
}

function pairs(record: Record<string, number | undefined> | undefined): string[] | undefined {
  return record && Object.entries(record).map(([name, value]) => `${name}=${value}`);
}

function option(flag: string, value: string | number | undefined): string[] {
  return value === undefined || value === "" ? [] : [flag, String(value)];
}

function toggle(flag: string, value: boolean | undefined): string[] {
  return value === true ? [flag] : [];
}

function list(flag: string, values: readonly string[] | undefined): string[] {
  return values === undefined || values.length === 0 ? [] : [flag, values.join(",")];
}
