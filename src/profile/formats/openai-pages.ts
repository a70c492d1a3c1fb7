/** Pages of OpenAI's Usage and Costs APIs, saved as they came, or their buckets one a line. */
import * as z from "zod/mini";
import {
  keyEnding,
  shownName,
  type ProfileRecord,
  skipped,
  tierOf,
  writtenText,
} from "../record.ts";

/** Negative figures are refused, not skipped: an export with one is not what it says it is. */
const tokens = z.nullish(z.number());
const name = z.nullish(z.string());

const USAGE = "organization.usage.completions.result";
const COSTS = "organization.costs.result";

/** The shape as typed by the npm package openai 7.57.0. */
const usageResult = z.object({
  num_model_requests: z.number(),
  input_tokens: tokens,
  input_cached_tokens: tokens,
  input_cache_write_tokens: tokens,
  input_image_tokens: tokens,
  input_cached_image_tokens: tokens,
  input_audio_tokens: tokens,
  output_tokens: tokens,
  model: name,
  project_id: name,
  api_key_id: name,
  batch: z.nullish(z.boolean()),
  service_tier: name,
});

const costsResult = z.object({
  amount: z.object({ value: z.union([z.number(), z.string()]), currency: z.string() }),
  project_id: name,
});

const bucket = z.object({
  start_time: z.number(),
  end_time: z.number(),
  results: z.array(z.unknown()),
});

const page = z.object({
  object: z.literal("page"),
  data: z.array(z.unknown()),
  has_more: z.nullish(z.boolean()),
});

const anyObject = z.object({ object: z.nullish(z.string()) });

/** Null for a document that is none of these. */
export function openAiPages(document: unknown): ProfileRecord[] | null {
  if (Array.isArray(document)) {
    // Pages in one list; a list of lists is none of ours, however deep.
    const parts = document.map((each) => (Array.isArray(each) ? null : openAiPages(each)));
    return parts.length === 0 || parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
  }
  const kind = z.safeParse(anyObject, document).data?.object;
  if (kind === "bucket") return bucketRecords(document);
  const read = z.safeParse(page, document);
  if (!read.success) return null;
  const records = read.data.data.flatMap(bucketRecords);
  const of = records.some((each) => each.kind === "cost") ? "cost" : "usage";
  return [...records, { kind: "page", of, hasMore: read.data.has_more === true }];
}

function bucketRecords(written: unknown): ProfileRecord[] {
  const read = z.safeParse(bucket, written);
  if (!read.success) return [skipped("unreadable")];
  const { start_time: start, end_time: end, results } = read.data;
  const time = { start, end };
  const records = results.map((result) => resultRecord(result, time));
  const of = records.some((each) => each.kind === "cost") ? "cost" : "usage";
  return [{ kind: "bucket", of, time }, ...records];
}

function resultRecord(written: unknown, time: { start: number; end: number }): ProfileRecord {
  const kind = z.safeParse(anyObject, written).data?.object;
  if (kind === COSTS) return costRecord(written, time);
  if (kind !== USAGE) return skipped("other-result");
  const read = z.safeParse(usageResult, written);
  if (!read.success) return skipped("unreadable");
  const result = read.data;
  const images = (result.input_image_tokens ?? 0) + (result.input_cached_image_tokens ?? 0);
  const audio = result.input_audio_tokens ?? 0;
  const textInput = (result.input_tokens ?? 0) - images - audio;
  const cachedInput = (result.input_cached_tokens ?? 0) - (result.input_cached_image_tokens ?? 0);
  return {
    kind: "usage",
    project: shownName(result.project_id),
    apiKey: keyEnding(result.api_key_id),
    tag: null,
    model: shownName(result.model),
    tier: tierOf(result.service_tier, result.batch === true),
    requests: result.num_model_requests,
    textInput,
    cachedInput,
    cacheWriteInput: writtenText(result.input_cache_write_tokens, { textInput, cachedInput }),
    imageInput: images,
    cachedImageInput: result.input_cached_image_tokens ?? 0,
    audioInput: audio,
    output: result.output_tokens ?? 0,
    reasoning: null,
    time,
    id: null,
    firstTokenSeconds: null,
    answerSeconds: null,
  };
}

function costRecord(written: unknown, time: { start: number; end: number }): ProfileRecord {
  const read = z.safeParse(costsResult, written);
  if (!read.success) return skipped("unreadable");
  const { amount, project_id: project } = read.data;
  const usd = Number(amount.value);
  const currency = amount.currency.toLowerCase();
  if (currency === "usd" && Number.isFinite(usd)) {
    return { kind: "cost", project: shownName(project), usd, time };
  }
  return skipped("unreadable", /^[a-z]{3}$/.test(currency) ? `an amount in ${currency}` : "amount");
}
