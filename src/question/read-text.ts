/** The text of a requirements document, from a file or a stream. */
import { createReadStream } from "node:fs";
import { usageFailure } from "../schema/failure.ts";
import { quoted } from "../typed/quoted.ts";

/** Far above any requirements document; a stream without end stops here. */
const MOST_BYTES = 8 * 1024 * 1024;

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
};

/**
 * A file's text.
 * @throws Failure (usage) when it cannot be read, is too large, or is not UTF-8
 */
export async function readFileText(path: string): Promise<string> {
  try {
    return await readStreamText(createReadStream(path), path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const reason = REASONS[String(error.code)] ?? String(error.code);
    throw usageFailure(`cannot read ${quoted(path)}: ${reason}`, "--requirements");
  }
}

/**
 * A stream's whole text.
 * @param name what to call it in errors: `stdin`
 * @throws Failure (usage) when it is too large or not UTF-8
 */
export async function readStreamText(
  stream: AsyncIterable<Uint8Array | string>,
  name: string,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MOST_BYTES) {
      throw usageFailure("the document is too large", name, `at most ${MOST_BYTES} bytes are read`);
    }
    chunks.push(buffer);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw usageFailure("the document is not UTF-8 text", name, "save it as UTF-8 YAML or JSON");
  }
}
