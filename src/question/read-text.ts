/** The text of a requirements document, from a file or a stream. */
import {
  AS_TEXT,
  decodedText,
  NOT_TEXT,
  MOST_BYTES,
  readWholeFile,
  readWholeStream,
  Unreadable,
} from "../files/whole-file.ts";
import { usageFailure, quoted } from "../schema/failure.ts";

/**
 * A file's text. Pipes and devices are read too: shells hand over `<(…)` and `/dev/stdin` by such names.
 *
 * @param shown what errors call it: the path as the user typed it
 * @throws Failure (usage) when it cannot be read, is too large, or is no text
 */
export async function readFileText(target: string, shown = target): Promise<string> {
  const bytes = await readWholeFile(target, "devices").catch((error: unknown) => {
    if (!(error instanceof Unreadable)) throw error;
    const advice = "name a YAML or JSON file that is there, or - for stdin";
    throw usageFailure(`cannot read ${quoted(shown)}: ${error.message}`, "--requirements", advice);
  });
  return textOf(bytes, shown);
}

/**
 * A stream's whole text.
 * @param name what to call it in errors: `stdin`
 * @throws Failure (usage) when it is too large, breaks off, or is no text
 */
export async function readStreamText(
  stream: AsyncIterable<Uint8Array | string>,
  name: string,
): Promise<string> {
  const bytes = await readWholeStream(stream).catch((error: unknown) => {
    if (!(error instanceof Unreadable)) throw error;
    if (error.code !== undefined) {
      throw usageFailure(`cannot be read: ${error.message}`, name, "-r with a file that is there");
    }
    throw usageFailure("the document is too large", name, `at most ${MOST_BYTES} bytes are read`);
  });
  return textOf(bytes, name);
}

function textOf(bytes: Uint8Array, name: string): string {
  const text = decodedText(bytes);
  if (text === null) throw usageFailure(`the document is ${NOT_TEXT}`, name, AS_TEXT);
  return text;
}
