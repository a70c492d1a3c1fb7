/** Made-up options and values, as typed. */
import fc from "fast-check";
import type { OptionSpec } from "../../../src/question/option.ts";

const words = (line: string) => line.split(" ");
const SENSIBLE = [
  "",
  ...words("low high 500 $20 0 -1 2s 800ms 10k 2M 200/day coding,math=2 coding support-chatbot"),
  ...words("gpt-4o gpt-4o-mini gpt-6-luna gpt-4o-2024-05-13 2026-11-22 2027-06-30 2024-01-01"),
  ...words("gpqa=45 cost=3 quality,cost vision 1024x768 1024x1024:lowx3 json csv cost batch"),
  ...words("standard 1 NaN 1e308 1e-320 1e12 5e-324 999999999999 0.1 99.9% all 1000000 1.500"),
];
/** No path out of the folder the program runs in. */
const anyText = fc
  .string({ unit: "grapheme", maxLength: 12 })
  .filter((text) => !/[/\\]|\.\./.test(text));

export const typedValue = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SENSIBLE) },
  { weight: 1, arbitrary: anyText },
);

function valueOf({ choices = [] }: OptionSpec): fc.Arbitrary<string> {
  if (choices.length === 0) return typedValue;
  return fc.oneof(fc.constantFrom(...choices), typedValue);
}

/** One of the options, with a value where it takes one. */
export function optionOf(specs: Readonly<Record<string, OptionSpec>> | readonly OptionSpec[]) {
  return fc
    .constantFrom(...Object.values(specs))
    .chain((option): fc.Arbitrary<string[]> =>
      option.placeholder === undefined
        ? fc.constant([option.flag])
        : fc
            .tuple(valueOf(option), fc.boolean())
            .map(([text, isOneWord]) =>
              isOneWord ? [`${option.flag}=${text}`] : [option.flag, text],
            ),
    );
}
