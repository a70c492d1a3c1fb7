/** Lines of running text: nothing is lost, tones stay with their words. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { dim, plainText, strong, type Text } from "../../src/format/document.ts";
import { longestWord, textWidth, wrap } from "../../src/format/text.ts";

test.each<[string, Text, number, unknown[]]>([
  ["between words", "one two three", 7, [["one two"], ["three"]]],
  [
    "a long word stands alone",
    "a https://example.org b",
    6,
    [["a"], ["https://example.org"], ["b"]],
  ],
  [
    "tones go over the break",
    [strong("one two"), " three"],
    5,
    [[strong("one")], [strong("two")], ["three"]],
  ],
  [
    "a word of two tones stays whole",
    ["one (", strong("two"), ")"],
    6,
    [["one"], ["(", strong("two"), ")"]],
  ],
  ["runs of spaces stay inside a line", "a   b c", 5, [["a   b"], ["c"]]],
  ["line breaks are spaces", "a\n\nb\tc", 9, [["a b c"]]],
  ["wide characters count two", "日本 日本", 5, [["日本"], ["日本"]]],
  ["non-breaking spaces hold", "a 5\u00A0s", 4, [["a"], ["5\u00A0s"]]],
  ["no text is an empty line", [dim("")], 9, [[]]],
  ["what acts on a terminal is written out", "a\u001B[2J", 9, [["a\\x1b[2J"]]],
])("%s", (_, text, columns, lines) => {
  expect(wrap(text, columns)).toEqual(lines);
});

test("every word is kept, in order, and no line is wider than asked or than its only word", () => {
  const text = fc.array(fc.oneof(fc.string(), fc.string().map(strong)), { maxLength: 6 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (parts, columns) => {
      const lines = wrap(parts, columns);
      const words = (all: string) => all.split(/[ \t\n\r]+/).filter((word) => word !== "");
      expect(words(lines.map(plainText).join(" "))).toEqual(
        words(plainText(wrap(parts, Infinity)[0] ?? "")),
      );
      for (const line of lines) {
        expect(textWidth(line)).toBeLessThanOrEqual(Math.max(columns, longestWord(line)));
      }
    }),
  );
});

test("the longest word of a text of a million blanks", () => {
  expect(longestWord(`1${" ".repeat(1_000_000)}two`)).toBe(3);
});
