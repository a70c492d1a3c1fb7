/** A stream of bytes as its lines, however long the stream is. The rest of too long a line is passed over, never kept. */
import { MOST_BYTES } from "./whole-file.ts";

const LINE_FEED = 0x0a;

export interface Line {
  /** Counted from 1, blank lines included. */
  number: number;
  /** Without its line break; null when it is too long or no UTF-8. */
  text: string | null;
  problem: string | null;
}

/** The lines that each chunk completes; the last one needs no line break. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let bytes = 0;
  const take = (part: Uint8Array) => {
    bytes += part.length;
    if (bytes <= MOST_BYTES) parts.push(part);
    else parts = [];
  };
  const finish = (): Line => {
    const line = bytes > MOST_BYTES ? tooLong(number) : decoded(parts, number);
    number += 1;
    parts = [];
    bytes = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start);
      if (end === -1) break;
      take(chunk.subarray(start, end));
      lines.push(finish());
      start = end + 1;
    }
    if (start < chunk.length) take(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (bytes > 0) yield [finish()];
}

function tooLong(number: number): Line {
  return { number, text: null, problem: `the line is too long (at most ${MOST_BYTES} bytes)` };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decoded(parts: readonly Uint8Array[], number: number): Line {
  const [first, ...others] = parts;
  try {
    const text = utf8.decode(others.length === 0 ? first : Buffer.concat(parts));
    return { number, text: text.endsWith("\r") ? text.slice(0, -1) : text, problem: null };
  } catch {
    return { number, text: null, problem: "the line is not UTF-8 text" };
  }
}
