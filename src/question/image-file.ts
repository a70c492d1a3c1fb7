/** The size of an image file, read from its first bytes. */
import { Failure, usageFailure, quoted } from "../schema/failure.ts";
import { LARGEST_IMAGE_SIDE } from "../schema/texts.ts";

/** Metadata in front of a photograph's size can be large; beyond this it is no photograph. */
const MOST_BYTES_READ = 8 * 1024 * 1024;
/** What OpenAI's models take as image input. No reader of another format is ever handed a stranger's bytes. */
const READERS = () =>
  Promise.all([
    import("image-size/types/png").then(({ PNG }) => PNG),
    import("image-size/types/jpg").then(({ JPG }) => JPG),
    import("image-size/types/webp").then(({ WEBP }) => WEBP),
    import("image-size/types/gif").then(({ GIF }) => GIF),
  ]);
const FORMATS_IN_WORDS = "PNG, JPEG, WebP and GIF files are read";
/** EXIF orientations from here on turn the picture by a quarter: width and height change places. */
const FIRST_TURNED_ORIENTATION = 5;

/**
 * Width and height in pixels as a viewer shows them, EXIF orientation applied. The content decides the format, not
 * the file's name.
 * @throws Failure (usage) when there is no such file, it is no image, or a side exceeds 65,535 pixels
 */
export async function readImageSize(
  path: string,
  flag: string,
): Promise<{ width: number; height: number }> {
  const bytes = await firstBytes(path, flag);
  if (bytes.length === 0) throw usageFailure(`${quoted(path)} is empty`, flag, FORMATS_IN_WORDS);
  const { width, height, orientation = 1 } = await measured(bytes, path, flag);
  if (!(width >= 1 && height >= 1)) {
    throw usageFailure(`${quoted(path)} has no width or no height`, flag, FORMATS_IN_WORDS);
  }
  if (Math.max(width, height) > LARGEST_IMAGE_SIDE) {
    const most = `at most ${LARGEST_IMAGE_SIDE} pixels a side`;
    throw usageFailure(`${quoted(path)} is ${width}x${height} pixels`, flag, most);
  }
  return orientation >= FIRST_TURNED_ORIENTATION
    ? { width: height, height: width }
    : { width, height };
}

async function measured(bytes: Buffer, path: string, flag: string) {
  // Loaded when an image is named: hardly any run names one.
  const readers = await READERS();
  try {
    const reader = readers.find(({ validate }) => validate(bytes));
    if (reader !== undefined) return reader.calculate(bytes);
  } catch {
    // Cut short, or of a format in its first bytes alone.
  }
  throw usageFailure(`${quoted(path)} is not a readable image`, flag, FORMATS_IN_WORDS);
}

async function firstBytes(path: string, flag: string): Promise<Buffer> {
  try {
    // A pipe or a device would be waited for; only files have a size to read.
    const { open, stat } = await import("node:fs/promises"); // loads more than an answer without images needs
    const found = await stat(path);
    if (!found.isFile()) throw usageFailure(`${quoted(path)} is not a file`, flag);
    const file = await open(path);
    try {
      const buffer = Buffer.alloc(Math.min(found.size, MOST_BYTES_READ));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const reason = missing ? "there is no such file" : "it cannot be read";
    const advice = "name an image that is there, or its size, such as 1024x768";
    throw usageFailure(`cannot open ${quoted(path)}: ${reason}`, flag, advice);
  }
}
