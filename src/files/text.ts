/** Bytes as text: UTF-8, or UTF-16 that says so with its byte order mark, as some editors and shells write it. */

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

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
