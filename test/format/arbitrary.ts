/** Any document there could be, from words of every script. */
import fc from "fast-check";
import {
  type Block,
  type Document,
  type Span,
  type Text,
  TONES,
} from "../../src/format/document.ts";

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    "日本語",
    "🙂",
    "👩‍👩‍👧",
    "a|b",
    "`x`",
    "<b>",
    "\n",
    "\u001B[31m",
    "\u202E",
    "e\u0301",
    "\\",
    "_a_",
  ),
);
const words = fc.array(word, { maxLength: 12 }).map((all) => all.join(" "));
const href = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    "https://example.com/\u001B[2J",
    "javascript:alert(1)",
    "https://b\u00FCcher.de/",
    "",
  ),
  fc.string({ unit: "binary" }).map((rest) => `https://${rest}`),
);
const span: fc.Arbitrary<Span> = fc.record(
  { text: words, tone: fc.constantFrom(...TONES), href },
  { requiredKeys: ["text"] },
);
const text: fc.Arbitrary<Text> = fc.oneof(words, fc.array(fc.oneof(words, span), { maxLength: 4 }));

const table: fc.Arbitrary<Block> = fc
  .array(fc.record({ header: words, align: fc.constantFrom("left" as const, "right" as const) }), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((columns) =>
    fc.record({
      kind: fc.constant("table" as const),
      columns: fc.constant(columns),
      rows: fc.array(fc.array(text, { minLength: columns.length, maxLength: columns.length }), {
        maxLength: 5,
      }),
    }),
  );

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("headline" as const), left: text, right: text }),
  fc.record({ kind: fc.constant("alert" as const), text }),
  fc.record({ kind: fc.constant("heading" as const), text: words }),
  fc.record({ kind: fc.constant("paragraph" as const), text }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(text, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant("notes" as const),
    rows: fc.array(fc.record({ label: words, text }), { maxLength: 4 }),
  }),
  table,
);

export const anyTable = table;
export const anyDocument: fc.Arbitrary<Document> = fc.record({
  title: words,
  blocks: fc.array(block, { maxLength: 5 }),
});
