/** Images per request: `1024x768`, `1920x1080:high`, `1024x1024x3`, or the path of an image file. */
import { usageFailure, quoted } from "../schema/failure.ts";
import type { ImageInput } from "../schema/requirements.ts";
import { LARGEST_IMAGE_SIDE } from "../schema/texts.ts";
import { IMAGE_DETAILS } from "../schema/vocabulary.ts";
import { readNumber } from "./number.ts";
import { readWord } from "./word.ts";

/** Reads the size of an image file in pixels, as a viewer would show it. */
export type ReadImageSize = (
  path: string,
  flag: string,
) => Promise<{ width: number; height: number }>;

const PIXELS = /^(?<width>[-\d.]+)\s*[x×*]\s*(?<height>[-\d.]+)(?<rest>.*)$/i;
const SUFFIX = /^\s*(?::\s*(?<detail>[a-z]*))?\s*(?:[x×]\s*(?<count>[-\d.]+))?$/i;
const FILE_SUFFIX =
  /^(?<path>.+?\.[a-z]+)\s*(?<rest>(?::\s*(?:high|low|auto))?\s*(?:\sx\s*\d+)?)$/i;
const LOOKS_LIKE_FILE = /[/\\]|\.[a-z][a-z0-9]{1,4}$/i;
/** More than a path of any system has. */
const LONGEST = 4200;
const ADVICE =
  "write WIDTHxHEIGHT, such as 1024x768, 1920x1080:low or 1024x1024x3, or name an image file";

/** Every `--image`, in order; at once unless one of them is a file. @throws Failure (usage) as {@link readImage} */
export function readImages(
  texts: readonly string[],
  flag: string,
  readImageSize: ReadImageSize,
): ImageInput[] | Promise<ImageInput[]> {
  const images = texts.map((text) => readImage(text, flag, readImageSize));
  const known = images.flatMap((image) => (image instanceof Promise ? [] : [image]));
  return known.length === images.length ? known : Promise.all(images.map(async (image) => image));
}

/**
 * One `--image`; a promise where a file has to be looked at.
 * @param readImageSize asked only when the text is not a size in pixels but looks like a path
 * @throws Failure (usage) for unreadable sizes, sides outside 1 to 65,535, a count of 0, an unreadable file
 */
export function readImage(
  text: string,
  flag: string,
  readImageSize: ReadImageSize,
): ImageInput | Promise<ImageInput> {
  const typed = text.trim();
  if (typed === "") throw usageFailure("no value", flag, ADVICE);
  if (typed.length > LONGEST) throw usageFailure(`${quoted(typed)} is too long`, flag, ADVICE);
  const pixels = LOOKS_LIKE_FILE.test(typed) ? undefined : PIXELS.exec(typed)?.groups;
  if (pixels !== undefined) {
    return {
      width: readSide(pixels["width"] ?? "", flag),
      height: readSide(pixels["height"] ?? "", flag),
      ...readSuffix(pixels["rest"] ?? "", typed, flag),
    };
  }
  const file = FILE_SUFFIX.exec(typed)?.groups;
  const path = file?.["path"] ?? typed;
  if (!LOOKS_LIKE_FILE.test(path)) {
    throw usageFailure(`${quoted(typed)} is neither a size nor an image file`, flag, ADVICE);
  }
  const suffix = readSuffix(file?.["rest"] ?? "", typed, flag);
  return readImageSize(path, flag).then((size) => ({ ...size, ...suffix }));
}

function readSide(text: string, flag: string): number {
  const what = "a number of pixels";
  const rule = { what, example: "1024", positive: true, whole: true, most: LARGEST_IMAGE_SIDE };
  return readNumber(text, flag, rule);
}

function readSuffix(text: string, typed: string, flag: string) {
  const parts = SUFFIX.exec(text)?.groups;
  if (parts === undefined) throw usageFailure(`${quoted(typed)} is not an image`, flag, ADVICE);
  const rule = { what: "a number of images", example: "3", positive: true, whole: true };
  const { detail, count } = parts;
  return {
    detail: detail === undefined ? "auto" : readWord(detail, flag, IMAGE_DETAILS),
    count: count === undefined ? 1 : readNumber(count, flag, rule),
  } as const;
}
