/** The terminal screen: whole screens at three widths, and that no line outgrows the terminal. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, linked, type Note, strong } from "../../src/format/document.ts";
import { render } from "../../src/format/index.ts";
import { displayWidth } from "../../src/format/text.ts";
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

/** The two ends of a link, and the only place an address may come to stand. */
// oxlint-disable-next-line no-control-regex
const LINK_CODES = /\u001B\]8;;(?:https?:\/\/[!-~]+)?\u001B\\/gi;

test("links lead to web addresses in plain ASCII, end where they begin, and change no word", async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, fc.integer({ min: 20, max: 120 }), async (document, columns) => {
      const style = { columns, colour: false };
      const plain = await render(presentationOf(document), "table", style);
      const withLinks = await render(presentationOf(document), "table", { ...style, links: true });
      expect(withLinks.replaceAll(LINK_CODES, "")).toBe(plain);
      for (const line of withLinks.split("\n")) {
        const codes = line.match(LINK_CODES) ?? [];
        const isOpening = codes.map((code) => code.length > "\u001B]8;;\u001B\\".length);
        expect(isOpening).toEqual(codes.map((_, place) => place % 2 === 0));
      }
    }),
  );
});

test("a link goes on in the next line, and its tone stands inside it", async () => {
  const text = ["see ", linked("two words", "https://example.com/a", "strong"), " there"];
  const blocks: Block[] = [{ kind: "paragraph", text }];
  const style = { columns: 20, colour: true, links: true };
  const screen = await render(presentationOf({ title: "", blocks }), "table", style);
  const link = (words: string) => `␛]8;;https://example.com/a␛\\␛[1m${words}␛[22m␛]8;;␛\\`;
  expect(screen.replaceAll("\u001B", "␛")).toBe(`  see ${link("two words")}\n  there\n`);
  const narrow = [{ kind: "paragraph" as const, text: ["and so on, see ", ...text.slice(1)] }];
  const broken = await render(presentationOf({ title: "", blocks: narrow }), "table", style);
  expect(broken.replaceAll("\u001B", "␛")).toBe(
    `  and so on, see ${link("two").trimEnd()}\n  ${link("words")} there\n`,
  );
});

test("columns are straight whatever they hold: every cell begins or ends where its header does", async () => {
  const table: Block = {
    kind: "table",
    columns: [
      { header: "model", align: "left" },
      { header: "a month", align: "right" },
      { header: "remark", align: "left" },
    ],
    rows: [
      ["日本語", "$5", "wide"],
      ["🙂 x", "$12,345", "emoji"],
      [[strong("e\u0301")], "$0.50", "combining"],
    ],
  };
  const screen = await render(presentationOf({ title: "", blocks: [table] }), "table", {
    columns: 80,
    colour: false,
  });
  expect(screen).toBe(
    [
      "  model   a month  remark",
      "  日本語       $5  wide",
      "  🙂 x    $12,345  emoji",
      "  e\u0301         $0.50  combining",
      "",
    ].join("\n"),
  );
});

test("rows without headers hang below their caption", async () => {
  const columns = ["", ""].map((header) => ({ header, align: "left" as const }));
  const block: Block = { kind: "table", caption: "To do", columns, rows: [["drop --until", "x"]] };
  const screen = await render(presentationOf({ title: "", blocks: [block] }), "table", {
    columns: 80,
    colour: false,
  });
  expect(screen).toBe("  To do\n    drop --until  x\n");
});

describe("a screen that is full", () => {
  const note = (label: string, spare?: number): Note => ({
    label,
    text: `about ${label}`,
    ...(spare === undefined ? {} : { spare }),
  });
  const lines = [{ cells: ["first"] }, { cells: ["second"], spare: 2 }];
  const blocks: Block[] = [
    { kind: "paragraph", text: "answer" },
    { kind: "notes", rows: [note("Why"), { ...note("More"), lines }, note("Facts", 3)] },
    { kind: "list", items: ["a hint"], spare: 1 },
  ];
  const shown = async (most: number) =>
    render(
      presentationOf({
        title: "",
        blocks,
        screen: { lines: most, last: (leftOut) => `${leftOut} left out` },
      }),
      "table",
      { columns: 80, colour: false },
    );

  test("leaves out what can be spared, lowest number first, and says how much", async () => {
    const all =
      "  answer\n\n  Why     about Why\n  More    first\n          second\n  Facts   about Facts\n";
    expect(await shown(10)).toBe(`${all}\n  - a hint\n\n  0 left out\n`);
    expect(await shown(8)).toBe(`${all}\n  1 left out\n`);
    expect(await shown(7)).toBe(`${all.replace(/ +second\n/, "")}\n  2 left out\n`);
    const least = "  answer\n\n  Why    about Why\n  More   first\n\n  3 left out\n";
    expect(await shown(6)).toBe(least);
    expect(await shown(1)).toBe(least);
  });

  test("however many parts have to go, no more go than have to, the last of equals first", async () => {
    const bills = Array.from({ length: 20 }, (_, place): Block => ({
      kind: "paragraph",
      text: `bill ${place}`,
      spare: 1,
    }));
    const rows = Array.from({ length: 12 }, (_, place) => [`row ${place}`]);
    const left = (leftOut: number): Block[] => [
      { kind: "paragraph", text: "answer" },
      ...bills.slice(0, Math.max(0, bills.length - leftOut)),
      {
        kind: "table",
        columns: [{ header: "sums", align: "left" }],
        rows: rows.slice(0, rows.length - Math.max(0, leftOut - bills.length)),
        spareRows: 2,
      },
    ];
    const set = async (all: Block[], most: number, leftOut: number) => {
      const screen = { lines: most, last: (fewer: number) => `${leftOut + fewer} left out` };
      const document = presentationOf({ title: "", blocks: all, screen });
      return render(document, "table", { columns: 80, colour: false });
    };
    const most = bills.length + rows.length - 1;
    const tries = await Promise.all(
      Array.from({ length: most + 1 }, async (_, leftOut) => set(left(leftOut), Infinity, leftOut)),
    );
    for (let room = 1; room <= 70; room += 1) {
      const first = tries.find((text) => text.split("\n").length - 1 <= room) ?? tries.at(-1);
      expect(await set(left(0), room, 0)).toBe(first);
    }
  });

  test("Markdown has room for all of it", async () => {
    const document = { title: "", blocks, screen: { lines: 1, last: () => "left out" } };
    const text = await render(presentationOf(document), "markdown", { columns: 80, colour: false });
    expect(text).toContain("a hint");
    expect(text).not.toContain("left out");
  });
});
