/** GitHub's Markdown: the whole text, and that no data can break out of its place. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { render } from "../../src/format/index.ts";
import { anyDocument, anyTable } from "./arbitrary.ts";
import { presentationOf, SAMPLE } from "./sample.ts";

const STYLE = { columns: 80, colour: true };

test("every kind of block", async () => {
  const text = await render(SAMPLE, "markdown", STYLE);
  await expect(text).toMatchFileSnapshot("../golden/formats/markdown.md");
});

test("a document without a headline starts with its title", async () => {
  const document = {
    title: "Use cases",
    blocks: [{ kind: "list", items: ["# not a heading"] }],
  } as const;
  expect(await render(presentationOf(document), "markdown", STYLE)).toBe(
    "## Use cases\n\n- \\# not a heading\n",
  );
});

test("the rows of a table have as many cells as its header", async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, async (block) => {
      const document = { title: "T", blocks: [block] };
      const text = await render(presentationOf(document), "markdown", STYLE);
      const rows = text.split("\n").filter((line) => line.startsWith("|"));
      const cells = rows.map((row) => row.replaceAll(/\\./g, "").split("|").length - 2);
      const columns = block.kind === "table" ? block.columns.length : 0;
      expect(new Set(cells)).toEqual(new Set(rows.length === 0 ? [] : [columns]));
      const expected = block.kind === "table" && block.rows.length > 0 ? block.rows.length + 2 : 0;
      expect(rows.length).toBe(expected);
    }),
  );
});

test("no text becomes HTML, code or a control character", async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      const text = await render(presentationOf(document), "markdown", STYLE);
      expect(text.replaceAll(/\\./g, "")).not.toMatch(/[<`]/);
      // oxlint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u202E]/);
    }),
  );
});
