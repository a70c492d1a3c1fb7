/** Logs of what stands between a program and its models: LiteLLM's payloads, and OpenTelemetry's spans of generative AI. */
import * as z from "zod/mini";
import { type ProfileRecord, shownName, skipped } from "../record.ts";

const moment = z.nullish(z.union([z.number(), z.string()]));

const payload = z.object({
  id: z.nullish(z.string()),
  call_type: z.string(),
  status: z.nullish(z.string()),
  model: z.nullish(z.string()),
  prompt_tokens: z.nullish(z.number()),
  completion_tokens: z.nullish(z.number()),
  startTime: moment,
  endTime: moment,
  completionStartTime: moment,
  cache_hit: z.nullish(z.union([z.boolean(), z.string()])),
  request_tags: z.nullish(z.array(z.unknown())),
});

/** Seconds since 1970, from seconds or a date and time. */
function secondsOf(written: number | string | null | undefined): number | null {
  if (typeof written === "number") return written;
  if (typeof written !== "string") return null;
  const read = Number(written);
  if (Number.isFinite(read)) return read;
  const parsed = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(written) ? written : `${written}Z`);
  return Number.isNaN(parsed) ? null : parsed / 1000;
}

/** Null for a line that is none. */
export function liteLlmPayload(line: unknown): ProfileRecord[] | null {
  const read = z.safeParse(payload, line);
  if (!read.success) return null;
  const row = read.data;
  // The full list of call types was not seen: these two words are in those that answer with text.
  if (!/completion|responses/.test(row.call_type)) return [skipped("other-call")];
  if (row.status === "failure") return [skipped("failed")];
  if (row.cache_hit === true || row.cache_hit === "True") return [skipped("served-by-proxy")];
  if (typeof row.prompt_tokens !== "number" || typeof row.completion_tokens !== "number") {
    return [skipped("without-usage")];
  }
  const [start, first, end] = [row.startTime, row.completionStartTime, row.endTime].map(secondsOf);
  const [tag] = row.request_tags ?? [];
  const whole = typeof start === "number" && typeof end === "number" ? end - start : null;
  const toFirst = typeof start === "number" && typeof first === "number" ? first - start : null;
  return [
    {
      ...PLAIN,
      tag: typeof tag === "string" ? shownName(tag) : null,
      model: shownName(row.model),
      textInput: row.prompt_tokens,
      output: row.completion_tokens,
      time: typeof start === "number" ? { start, end: start } : null,
      id: row.id ?? null,
      // Without streaming the first token is the last.
      firstTokenSeconds: toFirst !== null && whole !== null && toFirst < whole ? toFirst : null,
      answerSeconds: whole,
    },
  ];
}

const PLAIN = {
  kind: "usage",
  project: null,
  apiKey: null,
  tag: null,
  tier: "standard",
  requests: 1,
  cachedInput: 0,
  cacheWriteInput: 0,
  imageInput: 0,
  cachedImageInput: 0,
  audioInput: 0,
  reasoning: null,
  firstTokenSeconds: null,
} as const;

const span = z.object({
  attributes: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
});
const keyed = z.object({ key: z.string(), value: z.unknown() });
const wrapped = z.object({
  stringValue: z.nullish(z.string()),
  intValue: z.nullish(z.union([z.string(), z.number()])),
  doubleValue: z.nullish(z.number()),
});
const spanned = z.object({
  spanId: z.nullish(z.string()),
  span_id: z.nullish(z.string()),
  startTimeUnixNano: moment,
  endTimeUnixNano: moment,
  start_time: moment,
  end_time: moment,
});

const NANO = 1e9;
const OPERATION = "gen_ai.operation.name";

/** Null for a line that is none. The conventions are in development: https://opentelemetry.io/docs/specs/semconv/gen-ai/ */
export function telemetrySpan(line: unknown): ProfileRecord[] | null {
  const read = z.safeParse(span, line);
  if (!read.success) return null;
  const attributes = attributesOf(read.data.attributes);
  const operation = attributes.get(OPERATION);
  if (operation === undefined) return [skipped("other-call")];
  if (operation !== "chat" && operation !== "text_completion") return [skipped("other-call")];
  const [input, output] = ["gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens"].map((key) =>
    Number(attributes.get(key) ?? NaN),
  );
  if (!Number.isFinite(input) || !Number.isFinite(output)) return [skipped("without-usage")];
  const { startTimeUnixNano, endTimeUnixNano, start_time, end_time, spanId, span_id } =
    z.safeParse(spanned, line).data ?? {};
  const at = (nano: typeof startTimeUnixNano, other: typeof start_time) =>
    nano === undefined || nano === null ? secondsOf(other) : Number(nano) / NANO;
  const start = at(startTimeUnixNano, start_time);
  const end = at(endTimeUnixNano, end_time);
  const model = attributes.get("gen_ai.response.model") ?? attributes.get("gen_ai.request.model");
  return [
    {
      ...PLAIN,
      model: typeof model === "string" ? shownName(model) : null,
      textInput: input ?? 0,
      output: output ?? 0,
      time: start === null ? null : { start, end: start },
      id: spanId ?? span_id ?? null,
      answerSeconds: start === null || end === null ? null : end - start,
    },
  ];
}

function attributesOf(written: z.infer<typeof span>["attributes"]): Map<string, unknown> {
  if (!Array.isArray(written)) return new Map(Object.entries(written));
  return new Map(
    written.flatMap((each): [string, unknown][] => {
      const read = z.safeParse(keyed, each).data;
      if (read === undefined) return [];
      const { stringValue, intValue, doubleValue } = z.safeParse(wrapped, read.value).data ?? {};
      return [[read.key, stringValue ?? intValue ?? doubleValue ?? read.value]];
    }),
  );
}
