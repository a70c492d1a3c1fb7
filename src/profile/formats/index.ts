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

/**
 * A reader of a file's documents: by the format named or, where none is, by the first that knows one. A file is mostly
 * of one format, so that the one before is asked first.
 * @returns the records of a document; null where no format knows it
 */
export function recordReader(format: ProfileFormat | null): Reader {
  let latest = format;
  return (document) => {
    const records = latest === null ? null : READERS[latest](document);
    if (records !== null || format !== null) return records;
    for (const each of PROFILE_FORMATS) {
      const read = READERS[each](document);
      if (read === null) continue;
      latest = each;
      return read;
    }
    return null;
  };
}
