/** Made-up inputs: values at the ends of their kind, trees changed in a few places, texts with tokens spilt into them. */
import fc from "fast-check";
import { placesOf } from "../../support/whole-inputs.ts";

/** The ends of doubles, of the bounds of fields, and what a slip of the unit makes of a figure. */
const SMALL = [0, -0, 1e-9, 1e-10, 5e-324, 1e-320, -1, 0.45, 1, 99.9, 100, 100.5, 840];
const LARGE = [1e6, 1e6 + 1, 1e9, 1e12, 1e13, 1e300, 1.8e307, 1e308, Number.MAX_VALUE, 2 ** 53];
export const extreme = fc.constantFrom(...SMALL, ...LARGE);

const TEXTS = [
  ["", " ", "\u0000", "\u001B[2J", "\u009B31m", "\u202Eabc", "\uD800", "a\nb", "::error::x"],
  ["constructor", "__proto__", "toString", "../../etc/passwd", "/dev/zero", "-1", "1e400"],
  ["nan", "-inf", "1,000", "10.000", "$5", "2026-02-30", "9999-12-31", "0000-00-00"],
  ["gpt-4o", "gpt-4o-mini", "gpt-6-luna", "general", "chat", "low", "high", "standard"],
].flat();
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
);
const hostile = fc.oneof(
  { weight: 5, arbitrary: extreme },
  { weight: 3, arbitrary: text },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], { a: 1 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

/** The tree, changed in up to four places: another value, none, a stranger's key, an entry twice. */
export function changed(tree: unknown): fc.Arbitrary<unknown> {
  const everywhere = placesOf(tree).slice(1);
  const change = fc.tuple(
    fc.constantFrom(...everywhere),
    fc.constantFrom("set", "set", "set", "drop", "add", "twice"),
    hostile,
  );
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const copy = structuredClone(tree);
    // A value of its own each time: one that lies within itself cannot be written down.
    for (const [at, how, value] of changes) changeAt(copy, at, how, structuredClone(value));
    return copy;
  });
}

function changeAt(tree: unknown, at: (string | number)[], how: string, value: unknown): void {
  let holder = tree;
  for (const step of at.slice(0, -1)) {
    if (typeof holder !== "object" || holder === null) return; // an earlier change took it away
    holder = (holder as Record<string, unknown>)[step];
  }
  if (typeof holder !== "object" || holder === null) return;
  const record = holder as Record<string, unknown>;
  const key = at.at(-1) ?? "";
  if (how === "set") record[key] = value;
  else if (how === "drop") delete record[key];
  else if (how === "add") record[`${key}s`] = value;
  else if (Array.isArray(holder)) holder.push(structuredClone(record[key]));
}

const TOKENS = [
  "{ } [ ] : , \" ' # & * | > % @ ` - ? ! ~ = < \t \r \n \u0000 \uFEFF \u2028 \u0085".split(" "),
  ["- ", ": ", "---\n", "...\n", "&a ", "*a", "<<: ", "!!float ", "!!js/function ", "0x1F"],
  [".nan", ".inf", "1e400", "1_000", "~", "null", "{}", "[]", "//", "<<<<<<< a\n", "\\u0000"],
].flat();

/** The text with up to five tokens of the notations it could be in spilt over it. */
export function spilt(whole: string): fc.Arbitrary<string> {
  const spill = fc.tuple(fc.nat(whole.length), fc.constantFrom(...TOKENS), fc.nat(6));
  return fc.array(spill, { minLength: 1, maxLength: 5 }).map((spills) => {
    let result = whole;
    for (const [at, token, lost] of spills) {
      result = result.slice(0, at) + token + result.slice(at + lost);
    }
    return result;
  });
}

/** The bytes cut into pieces of any length, empty ones too. */
export function inPieces(bytes: Uint8Array): fc.Arbitrary<Uint8Array[]> {
  return fc.array(fc.nat(bytes.length), { maxLength: 6 }).map((cuts) => {
    const ends = [...cuts.toSorted((first, second) => first - second), bytes.length];
    return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
  });
}
