/** Whole files and streams as text: bounded in size, UTF-8 or UTF-16, and what keeps them from being read, in words. */
import { createReadStream, readFileSync, type Stats, statSync } from "node:fs";

// Bytes as text: UTF-8, or UTF-16 that says so with its byte order mark, as some editors and shells write it.

/** The text without its mark; null for what is neither. */
export function decodedText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What to say of bytes that are no text. */
export const NOT_TEXT = "not UTF-8 text";
export const AS_TEXT = "save it as UTF-8, or as UTF-16 with a byte order mark";

/** By the byte order mark. */
export function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** Far above any document of this program, and below what a parser needs seconds for; a stream without end stops here. */
export const MOST_BYTES = 5_000_000;

/** Something that cannot be read as a whole; whoever asked for it says where and of what kind the failure is. */
export class Unreadable extends Error {
  /** `ENOENT` and the like; undefined where the system was not at fault. */
  readonly code: string | undefined;

  /** @param reason completes "cannot read it: …" */
  constructor(reason: string, code?: string) {
    super(reason);
    this.code = code;
  }
}

/**
 * What may be read besides regular files: `pipes` end with their writer, `devices` (a terminal among them) maybe never.
 */
export type Takes = "files" | "pipes" | "devices";

/**
 * A file's bytes.
 * @param most bytes; what a document has unless told
 * @throws Unreadable
 */
export async function readWholeFile(
  target: string,
  takes: Takes = "files",
  most = MOST_BYTES,
): Promise<Buffer> {
  try {
    const found = statSync(target);
    refuseOtherKinds(found, takes);
    if (found.isFile() && found.size > most) throw new Unreadable(tooLargeText(most));
    // At once: a catalog has thousands, and nothing else could be done meanwhile. What has no size may have no end.
    if (found.isFile() && found.size > 0) return readFileSync(target);
    return await readWholeStream(createReadStream(target), most);
  } catch (error) {
    throw asUnreadable(error);
  }
}

/**
 * A stream's bytes.
 * @param most bytes; what a document has unless told
 * @throws Unreadable where there are more, or where the system breaks the stream off
 */
export async function readWholeStream(
  stream: AsyncIterable<Uint8Array | string>,
  most = MOST_BYTES,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      const buffer = Buffer.from(chunk);
      bytes += buffer.length;
      if (bytes > most) throw new Unreadable(tooLargeText(most));
      chunks.push(buffer);
    }
  } catch (error) {
    throw asUnreadable(error);
  }
  return Buffer.concat(chunks);
}

/** What to say of a file of more bytes than are read. */
export function tooLargeText(most: number): string {
  return `it is too large (at most ${most} bytes are read)`;
}

export const TOO_LARGE = tooLargeText(MOST_BYTES);

function refuseOtherKinds(found: Stats, takes: Takes): void {
  if (found.isDirectory()) throw new Unreadable(REASONS["EISDIR"] ?? "", "EISDIR");
  if (found.isSocket()) throw new Unreadable("it is a socket");
  if (found.isFIFO() && takes === "files") throw new Unreadable("it is a pipe");
  if (!found.isFile() && !found.isFIFO() && takes !== "devices") {
    throw new Unreadable("it is a device");
  }
}

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "it is a link that leads back to itself",
  ENAMETOOLONG: "the name is too long",
  ENXIO: "nobody is at the other end",
  EMFILE: "too many files are open",
  EIO: "the disk does not answer",
  ERR_INVALID_ARG_VALUE: "the name holds a zero byte",
  ERR_FS_FILE_TOO_LARGE: TOO_LARGE,
};

/** Whatever the system says becomes a reason; an error without a code is ours, and stays what it is. */
export function asUnreadable(error: unknown): Error {
  if (error instanceof Unreadable) return error;
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) {
    return error instanceof Error ? error : new Error(String(error));
  }
  return new Unreadable(REASONS[error.code] ?? error.code, error.code);
}
