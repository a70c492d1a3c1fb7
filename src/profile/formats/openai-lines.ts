/** Answers of OpenAI's API kept in one's own logs, one a line, and the output of its Batch API. */
import * as z from "zod/mini";
import { type ProfileRecord, shownName, skipped, tierOf, writtenText } from "../record.ts";

const tokens = z.nullish(z.number());

/** Chat completions and responses name the same figures differently. */
const usage = z.object({
  prompt_tokens: tokens,
  completion_tokens: tokens,
  prompt_tokens_details: z.nullish(
    z.object({ cached_tokens: tokens, audio_tokens: tokens, cache_write_tokens: tokens }),
  ),
  completion_tokens_details: z.nullish(z.object({ reasoning_tokens: tokens })),
  input_tokens: tokens,
  output_tokens: tokens,
  input_tokens_details: z.nullish(z.object({ cached_tokens: tokens, cache_write_tokens: tokens })),
  output_tokens_details: z.nullish(z.object({ reasoning_tokens: tokens })),
});

const answer = z.object({
  id: z.nullish(z.string()),
  object: z.nullish(z.string()),
  model: z.nullish(z.string()),
  created: z.nullish(z.number()),
  created_at: z.nullish(z.number()),
  service_tier: z.nullish(z.string()),
  usage: z.nullish(usage),
});

const batchLine = z.object({
  id: z.nullish(z.string()),
  custom_id: z.string(),
  response: z.nullish(z.object({ status_code: z.nullish(z.number()), body: z.nullish(answer) })),
  error: z.nullish(z.unknown()),
});

const OK = 200;

/** Null for a line that is none. */
export function batchOutput(line: unknown): ProfileRecord[] | null {
  const read = z.safeParse(batchLine, line);
  if (!read.success) return null;
  const { id, response, error } = read.data;
  const hasFailed =
    response === null || response === undefined || (error !== null && error !== undefined);
  if (hasFailed || response.status_code !== OK || !response.body) return [skipped("failed")];
  return [answerRecord(response.body, id ?? null, true)];
}

/** Null for a line that is none. */
export function openAiAnswers(line: unknown): ProfileRecord[] | null {
  const read = z.safeParse(answer, line);
  if (!read.success) return null;
  const { object, usage: used } = read.data;
  if (used === null || used === undefined) {
    return object === undefined || object === null ? null : [skipped("without-usage")];
  }
  return [answerRecord(read.data, read.data.id ?? null, false)];
}

function answerRecord(
  written: z.infer<typeof answer>,
  id: string | null,
  isBatch: boolean,
): ProfileRecord {
  const used = written.usage;
  const input = used?.prompt_tokens ?? used?.input_tokens;
  const output = used?.completion_tokens ?? used?.output_tokens;
  if (
    used === null ||
    used === undefined ||
    typeof input !== "number" ||
    typeof output !== "number"
  ) {
    return skipped("without-usage");
  }
  const at = written.created ?? written.created_at;
  const audio = used.prompt_tokens_details?.audio_tokens ?? 0;
  const textInput = input - audio;
  const [ofChat, ofResponse] = [used.prompt_tokens_details, used.input_tokens_details];
  const cachedInput = ofChat?.cached_tokens ?? ofResponse?.cached_tokens ?? 0;
  const cacheWrites = ofChat?.cache_write_tokens ?? ofResponse?.cache_write_tokens;
  return {
    kind: "usage",
    project: null,
    apiKey: null,
    tag: null,
    model: shownName(written.model),
    tier: tierOf(written.service_tier, isBatch),
    requests: 1,
    textInput,
    cachedInput,
    cacheWriteInput: writtenText(cacheWrites, { textInput, cachedInput }),
    imageInput: 0,
    cachedImageInput: 0,
    audioInput: audio,
    output,
    reasoning:
      used.completion_tokens_details?.reasoning_tokens ??
      used.output_tokens_details?.reasoning_tokens ??
      null,
    time: typeof at === "number" ? { start: at, end: at } : null,
    id,
    firstTokenSeconds: null,
    answerSeconds: null,
  };
}
