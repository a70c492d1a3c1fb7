/** The forms for programs and spreadsheets, the sentence, and what `--quiet` prints. */
import { expect, test } from "vitest";
import { parse } from "yaml";
import { FORMAT_IDS, quietText, render } from "../../src/format/index.ts";
import { SAMPLE } from "./sample.ts";

/** Only a decision has a record. */
const ALWAYS_THERE = FORMAT_IDS.filter(
  (format) => !["madr", "html", "github", "junit", "ics"].includes(format),
);

const STYLE = { columns: 80, colour: false };

test("json", async () => {
  const text = await render(SAMPLE, "json", STYLE);
  expect(text).toMatchInlineSnapshot(`
    "{
      "schemaVersion": 1,
      "asOf": "2026-11-22",
      "models": [
        {
          "id": "model-a",
          "score": 0.1,
          "end": null
        }
      ]
    }
    "
  `);
});

test("yaml says the same, to readers of YAML 1.1 too", async () => {
  const text = await render(SAMPLE, "yaml", STYLE);
  expect(text).toMatchInlineSnapshot(`
    "schemaVersion: 1
    asOf: "2026-11-22"
    models:
      - id: model-a
        score: 0.1
        end: null
    "
  `);
  expect(parse(text)).toEqual(SAMPLE.data());
  expect(parse(text, { version: "1.1" })).toEqual(SAMPLE.data());
});

test("csv: quoted where needed, texts that look like formulas made harmless, numbers left alone", async () => {
  const text = await render(SAMPLE, "csv", STYLE);
  expect(text.split("\r\n")).toEqual([
    "model,delta,remark,served",
    'model-a,-5,"says ""yes"", twice",true',
    "'=HYPERLINK(),1e-7,'-5,false",
    "'@model,,\"'+1\n2\",",
    "",
  ]);
});

test("summary is one line", async () => {
  expect(await render(SAMPLE, "summary", STYLE)).toBe(
    "Use Model A:\\x1b[31m $33 a month instead of $550.\n",
  );
});

test.each(ALWAYS_THERE)("%s ends with one newline and repeats itself", async (format) => {
  const text = await render(SAMPLE, format, STYLE);
  expect(text).toMatch(/[^\n]\n$/);
  expect(await render(SAMPLE, format, STYLE)).toBe(text);
});

test("quiet prints ids alone, and nothing when the answer is nobody", () => {
  expect(quietText(SAMPLE)).toBe("model-a\nmodel-b\n");
  expect(quietText({ ...SAMPLE, quiet: () => [] })).toBe("");
});
