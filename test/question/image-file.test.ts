import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readImageSize } from "../../src/question/index.ts";
import { failureOf } from "./fixture.ts";

const ascii = (text: string) => Buffer.from(text, "latin1");
const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");

function png(width: number, height: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([hex("89504e470d0a1a0a 0000000d"), ascii("IHDR"), size, hex("0806000000")]);
}

function gif(width: number, height: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  return Buffer.concat([ascii("GIF89a"), size, hex("000000 3b")]);
}

/** Extended WebP: the canvas is written less one, in three bytes each. */
function webp(width: number, height: number): Buffer {
  const size = Buffer.alloc(6);
  size.writeUIntLE(width - 1, 0, 3);
  size.writeUIntLE(height - 1, 3, 3);
  return Buffer.concat([
    ascii("RIFF"),
    hex("16000000"),
    ascii("WEBPVP8X"),
    hex("0a000000 00000000"),
    size,
  ]);
}

/** JPEG with an EXIF block that holds nothing but the orientation. */
function jpeg(width: number, height: number, orientation: number): Buffer {
  const turned = Buffer.alloc(2);
  turned.writeUInt16BE(orientation);
  const entry = Buffer.concat([hex("0112 0003 00000001"), turned, hex("0000")]);
  const tiff = Buffer.concat([ascii("MM"), hex("002a 00000008 0001"), entry, hex("00000000")]);
  const exif = Buffer.concat([ascii("Exif"), hex("0000"), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  const frame = Buffer.concat([hex("ffc0 0011 08"), size, hex("03 011100 021100 031100")]);
  return Buffer.concat([hex("ffd8 ffe1"), length, exif, frame, hex("ffd9")]);
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pick-model-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, bytes: Buffer): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

describe("reads", () => {
  test.each([
    ["a.png", png(1024, 768), { width: 1024, height: 768 }],
    ["named-wrongly.jpg", png(3, 5), { width: 3, height: 5 }],
    ["a.gif", gif(320, 200), { width: 320, height: 200 }],
    ["a.webp", webp(640, 480), { width: 640, height: 480 }],
    ["upright.jpg", jpeg(400, 300, 1), { width: 400, height: 300 }],
    ["upside-down.jpg", jpeg(400, 300, 3), { width: 400, height: 300 }],
    ["turned.jpg", jpeg(400, 300, 6), { width: 300, height: 400 }],
    ["largest.png", png(65_535, 1), { width: 65_535, height: 1 }],
  ])("%s", async (name, bytes, size) => {
    expect(await readImageSize(await written(name, bytes), "--image")).toEqual(size);
  });
});

describe("refuses", () => {
  const formats = "(PNG, JPEG, WebP and GIF files are read)";
  test.each([
    ["empty.png", Buffer.alloc(0), `'empty.png' is empty ${formats}`],
    [
      "text.png",
      ascii("hello, this is no picture"),
      `'text.png' is not a readable image ${formats}`,
    ],
    ["cut.jpg", jpeg(400, 300, 1).subarray(0, 12), `'cut.jpg' is not a readable image ${formats}`],
    ["cut.png", png(9, 9).subarray(0, 18), `'cut.png' is not a readable image ${formats}`],
    ["flat.png", png(0, 9), `'flat.png' has no width or no height ${formats}`],
    ["wide.png", png(65_536, 1), "'wide.png' is 65536x1 pixels (at most 65535 pixels a side)"],
    [
      "drawing.png",
      ascii('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'),
      `'drawing.png' is not a readable image ${formats}`,
    ],
  ])("%s", async (name, bytes, line) => {
    const file = await written(name, bytes);
    const failure = await failureOf(() => readImageSize(file, "--image"));
    expect(shortened(failure)).toBe(`--image: ${line}`);
  });

  test("a file that is not there, and a folder", async () => {
    const missing = await failureOf(() => readImageSize("no-such.png", "--image"));
    expect(missing).toBe(
      "--image: cannot open 'no-such.png': there is no such file (name an image that is there, or its size, such as 1024x768)",
    );
    const place = await failureOf(() => readImageSize(folder, "--image"));
    expect(place).toMatch(/^--image: '.+' is not a file$/);
  });
});

/** The message without the temporary folder, which a long path may have cut. */
function shortened(failure: string): string {
  return failure.replace(`${folder}${path.sep}`, "");
}
