import { describe, expect, test } from "vitest";
import { readImage } from "../../src/typed/image.ts";
import { failureOf } from "../question/fixture.ts";

const asked: string[] = [];
async function readImageSize(path: string): Promise<{ width: number; height: number }> {
  asked.push(path);
  return { width: 800, height: 600 };
}
const read = (text: string) => readImage(text, "--image", readImageSize);

describe("sizes in pixels", () => {
  test.each([
    ["1024x768", { width: 1024, height: 768, detail: "auto", count: 1 }],
    ["1024X768", { width: 1024, height: 768, detail: "auto", count: 1 }],
    ["1024×768", { width: 1024, height: 768, detail: "auto", count: 1 }],
    ["1024x768:high", { width: 1024, height: 768, detail: "high", count: 1 }],
    ["1024x768:LOW", { width: 1024, height: 768, detail: "low", count: 1 }],
    ["1024x768x3", { width: 1024, height: 768, detail: "auto", count: 3 }],
    ["1024x1024 x3", { width: 1024, height: 1024, detail: "auto", count: 3 }],
    ["1024 x 1024 : high x 3", { width: 1024, height: 1024, detail: "high", count: 3 }],
    ["1024x768:autox2", { width: 1024, height: 768, detail: "auto", count: 2 }],
    ["65535x1", { width: 65_535, height: 1, detail: "auto", count: 1 }],
  ])("%s", async (text, image) => {
    asked.length = 0;
    expect(await read(text)).toEqual(image);
    expect(asked).toEqual([]);
  });
});

describe("files", () => {
  test.each([
    ["photo.jpg", "photo.jpg", "auto", 1],
    ["./some folder/1024x768.png", "./some folder/1024x768.png", "auto", 1],
    ["1024x768.png", "1024x768.png", "auto", 1],
    ["photo.jpg:low", "photo.jpg", "low", 1],
    ["photo.jpg:high x3", "photo.jpg", "high", 3],
    ["folder/photo", "folder/photo", "auto", 1],
  ])("%s", async (text, path, detail, count) => {
    asked.length = 0;
    expect(await read(text)).toEqual({ width: 800, height: 600, detail, count });
    expect(asked).toEqual([path]);
  });
});

describe("refuses", () => {
  const advice =
    "(write WIDTHxHEIGHT, such as 1024x768, 1920x1080:low or 1024x1024x3, or name an image file)";
  test.each([
    ["", `no value ${advice}`],
    ["1024", `'1024' is neither a size nor an image file ${advice}`],
    ["big", `'big' is neither a size nor an image file ${advice}`],
    ["0x768", "'0' is zero (it must be above zero)"],
    ["-5x768", "'-5' is negative (expected a number of pixels, such as 1024)"],
    ["10.5x768", "'10.5' is not a whole number (such as 1024)"],
    ["65536x1", "'65536' is too large (at most 65535)"],
    ["1024x768:hihg", "unknown value 'hihg' (did you mean 'high'?)"],
    ["1024x768:", "no value (one of high, low, auto)"],
    ["1024x768x0", "'0' is zero (it must be above zero)"],
    ["1024x768x3:high", `'1024x768x3:high' is not an image ${advice}`],
  ])("%s", async (text, line) => {
    expect(await failureOf(() => read(text))).toBe(`--image: ${line}`);
  });
});
