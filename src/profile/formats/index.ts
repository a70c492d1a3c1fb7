/** The formats of usage that can be read: a new one is a function in a file beside this one and a line below. */
import { PROFILE_FORMATS, type ProfileFormat } from "../names.ts";
import type { ProfileRecord } from "../record.ts";
import { batchOutput, openAiAnswers } from "./openai-lines.ts";
import { openAiPages } from "./openai-pages.ts";
import { liteLlmPayload, telemetrySpan } from "./proxy-lines.ts";

/** The records of a document or a line; null for one of another format. */
type Reader = (document: unknown) => ProfileRecord[] | null;

const READERS = {
  "openai-usage": openAiPages,
  "openai-costs": openAiPages,
  "openai-batch": batchOutput,
  litellm: liteLlmPayload,
  otel: telemetrySpan,
  "openai-responses": openAiAnswers,
} as const satisfies Record<ProfileFormat, Reader>;

/** The records of one document, by the format named or the first that knows it; null where none does. */
export function readRecords(
  document: unknown,
  format: ProfileFormat | null,
): ProfileRecord[] | null {
  if (format !== null) return READERS[format](document);
  for (const each of PROFILE_FORMATS) {
    const records = READERS[each](document);
    if (records !== null) return records;
  }
  return null;
}
