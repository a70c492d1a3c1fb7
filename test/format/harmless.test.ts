/** Words of others stay words: on a terminal, in a workflow's log, in a pull request, to whoever reads along. */
import { expect, test } from "vitest";
import { render } from "../../src/format/index.ts";
import { isPlain, visible } from "../../src/format/document.ts";
import { quoted } from "../../src/schema/failure.ts";
import { unseen } from "../../src/schema/texts.ts";
import { SAMPLE } from "./sample.ts";

const STYLE = { colour: false, columns: 80 };

const HOSTILE = {
  csi: "a\u009B31mb",
  osc: "a\u009D0;titleb",
  bidi: "a\u202Eb",
  hidden: "a\u200B\u00AD\u2063b",
  tags: "a\u{E0041}\u{E0042}b",
  separator: "a\u2028b",
  selectors: "a\uFE00\uFE0F\u{E0101}b",
  fillers: "a\u034F\u115F\u3164\uFFA0\u17B4b",
  old: "##[error]a",
};

test.each(["json", "yaml"] as const)(
  "%s shows every character, and is the same value",
  async (format) => {
    const text = await render({ ...SAMPLE, data: () => HOSTILE }, format, STYLE);
    expect(text).not.toMatch(/[\u007F-\u009F]|[\p{Cf}\p{Zl}\p{Zp}\p{DI}]|##\[/u);
    if (format === "json") expect(JSON.parse(text)).toEqual(HOSTILE);
    const { parse } = await import("yaml");
    expect(parse(text)).toEqual(HOSTILE);
  },
);

test.each(Object.entries(HOSTILE))("%s is written out for people", (_name, text) => {
  expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}]/u);
  expect(quoted(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}]/u);
});

test("a picture keeps the colour it is asked for", () => {
  expect(visible("\u26A0\uFE0F EU only")).toBe("\u26A0\uFE0F EU only");
});

test.each(["table", "markdown", "csv", "summary"] as const)(
  "%s holds no command of a workflow",
  async (format) => {
    const words = "::error::mine ##[error]mine";
    const presentation = {
      ...SAMPLE,
      document: () => ({ title: words, blocks: [{ kind: "paragraph" as const, text: words }] }),
      grid: () => ({ columns: [words], rows: [[words]] }),
      summary: () => words,
    };
    const text = await render(presentation, format, STYLE);
    expect(text).toContain("mine");
    expect(text).not.toMatch(/^\s*::|##\[/m);
  },
);

test("YAML starts no line of data anew where that line would be a command", async () => {
  const data = { note: `${"a word ".repeat(10)}\n::error::mine\n  ::debug::mine` };
  const text = await render({ ...SAMPLE, data: () => data }, "yaml", STYLE);
  expect(text).not.toMatch(/^\s*::/m);
  const { parse } = await import("yaml");
  expect(parse(text)).toEqual(data);
});

test("a name in Markdown calls nobody", async () => {
  const words = "ask @someone, or mail me@example.org";
  const document = () => ({ title: "", blocks: [{ kind: "paragraph" as const, text: words }] });
  const text = await render({ ...SAMPLE, document }, "markdown", STYLE);
  expect(text).toContain("ask &#64;someone, or mail me@example.org");
});

test("no character that acts is plain: such a text is printed as it is", () => {
  const characters = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code));
  const acting = characters.filter((character) => unseen().test(character));
  expect(acting.length).toBeGreaterThan(100);
  expect(acting.filter((character) => isPlain(`a${character}`))).toEqual([]);
});
