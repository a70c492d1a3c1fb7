/** Workflow commands: escaped, counted, and never somebody else's. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { render } from "../../src/format/index.ts";
import type { Annotation, Presentation } from "../../src/format/presentation.ts";

const STYLE = { columns: 80, colour: false };

function presentation(annotations: Annotation[], summary = "done"): Presentation {
  return {
    data: () => null,
    document: () => ({ title: "", blocks: [] }),
    grid: () => ({ columns: [], rows: [] }),
    summary: () => summary,
    quiet: () => [],
    annotations: () => annotations,
  };
}

test("properties and messages are escaped as the runner undoes it", async () => {
  const annotation: Annotation = {
    level: "error",
    title: "a: b, 100%",
    message: "100%: one,\r\ntwo ##[error]three",
    file: "a,b:c.json",
  };
  expect(await render(presentation([annotation]), "github", STYLE)).toBe(
    "::error file=a%2Cb%3Ac.json,title=a%3A b%2C 100%25::100%25: one,%0D%0Atwo # #[error]three\ndone\n",
  );
});

test("nine of a kind are shown, and the others counted", async () => {
  const some = (level: Annotation["level"], count: number) =>
    Array.from({ length: count }, (_, place) => ({ level, title: "t", message: String(place) }));
  const all = [...some("notice", 10), ...some("error", 40), ...some("warning", 9)];
  const lines = (await render(presentation(all), "github", STYLE)).split("\n");
  const ofKind = (level: string) => lines.filter((line) => line.startsWith(`::${level}`));
  expect(ofKind("error")).toHaveLength(10);
  expect(ofKind("error").at(-1)).toBe("::error::and 31 more, see the summary");
  expect(ofKind("warning")).toHaveLength(9);
  expect(ofKind("notice").at(-1)).toBe("::notice::and 1 more, see the summary");
});

test("no text forges a command", async () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      "::",
      ":",
      "##[",
      "#",
      "[",
      "error",
      "\n",
      "\r",
      " ",
      "\t",
      "%",
      ",",
      "x",
    ),
  });
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (title, message, summary) => {
      const annotation: Annotation = { level: "error", title, message, file: title };
      const text = await render(presentation([annotation], summary), "github", STYLE);
      const [own = "", ...rest] = text.split(/\r\n|\r|\n/);
      expect(own.match(/^::error file=[^:,]*,title=[^:,]*::/)).not.toBeNull();
      for (const line of rest) expect(line).not.toMatch(/^\s*::/);
      expect(text).not.toContain("##[");
    }),
  );
});

test("an answer without annotations has no such form", async () => {
  const { annotations: _none, ...plain } = presentation([]);
  await expect(render(plain, "github", STYLE)).rejects.toThrow("this answer has no github form");
});
