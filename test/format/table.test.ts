/** The terminal screen: whole screens at three widths, and that no line outgrows the terminal. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { render } from "../../src/format/index.ts";
import { displayWidth } from "../../src/format/text/width.ts";
import { anyDocument } from "./arbitrary.ts";
import { presentationOf, SAMPLE } from "./sample.ts";

const GOLDEN = "../golden/formats";
/** Escapes the program itself may write: those of its tones. */
// oxlint-disable-next-line no-control-regex
const TONE_CODES = /\u001B\[(?:1|2|22|31|32|33|36|39)m/g;

test.each([40, 80, 200])("at %i columns", async (columns) => {
  const screen = await render(SAMPLE, "table", { columns, colour: false });
  await expect(screen).toMatchFileSnapshot(`${GOLDEN}/screen-${columns}.txt`);
});

test.each([40, 80, 200])("colour adds codes and nothing else, at %i columns", async (columns) => {
  const plain = await render(SAMPLE, "table", { columns, colour: false });
  const coloured = await render(SAMPLE, "table", { columns, colour: true });
  expect(coloured).not.toBe(plain);
  expect(coloured.replaceAll(TONE_CODES, "")).toBe(plain);
});

test("in colour", async () => {
  const screen = await render(SAMPLE, "table", { columns: 80, colour: true });
  await expect(screen.replaceAll("\u001B", "␛")).toMatchFileSnapshot(`${GOLDEN}/screen-colour.txt`);
});

test("no line outgrows the terminal, unless a single word does", async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, fc.integer({ min: 20, max: 220 }), async (document, columns) => {
      const screen = await render(presentationOf(document), "table", { columns, colour: false });
      for (const line of screen.split("\n")) {
        const words = line.trim().split(/ +/);
        const stuck = words.length <= 2; // the word, and the mark of a list or an alert before it
        expect(stuck ? 0 : displayWidth(line)).toBeLessThanOrEqual(columns);
      }
    }),
  );
});

test("nothing a text holds acts on the terminal", async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      const screen = await render(presentationOf(document), "table", { columns: 80, colour: true });
      // oxlint-disable-next-line no-control-regex
      expect(screen.replaceAll(TONE_CODES, "")).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u202E]/);
    }),
  );
});

test("boxes are straight whatever they hold", async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      const blocks = document.blocks.filter(({ kind }) => kind === "table");
      const screen = await render(presentationOf({ ...document, blocks }), "table", {
        columns: 160,
        colour: false,
      });
      for (const box of screen.split("\n\n").filter((part) => part.includes("┌"))) {
        const lines = box.trimEnd().split("\n");
        expect(new Set(lines.map(displayWidth)).size).toBe(1);
      }
    }),
  );
});
