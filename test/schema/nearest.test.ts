/** The word that was probably meant: near enough, first of equals, none when nothing is alike. */
import { expect, test } from "vitest";
import { nearest, suggestion } from "../../src/schema/nearest.ts";

const COMMANDS = ["recommend", "compare", "explain", "cost"];

test.each<[string, readonly string[], string | null]>([
  ["comapre", COMMANDS, "compare"], // two neighbours swapped
  ["COMPARE", COMMANDS, "compare"],
  ["compar", COMMANDS, "compare"],
  ["cots", COMMANDS, "cost"],
  ["explore", COMMANDS, null],
  ["", COMMANDS, null],
  ["x", ["a", "b"], "a"], // one letter for another, and the first of equals
  ["gpt4o-mini", ["gpt-4o", "gpt-4o-mini"], "gpt-4o-mini"],
])("%j among %j", (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test("the advice is the word meant, or what there is", () => {
  expect(suggestion("cots", COMMANDS)).toBe("did you mean 'cost'?");
  expect(suggestion("zzz", ["low", "high"])).toBe("one of low, high");
  const many = Array.from({ length: 32 }, (_, index) => `word-number-${index}`);
  expect(suggestion("q", many)).toBe(`one of ${many.slice(0, 30).join(", ")} and 2 more`);
});
