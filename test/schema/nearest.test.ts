/** The word that was probably meant: near enough, first of equals, none when nothing is alike. */
import { expect, test } from "vitest";
import { listed, nearest, suggestion } from "../../src/schema/nearest.ts";

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
  expect(suggestion("cots", COMMANDS)).toEqual({ typed: "cots", meant: "cost" });
  expect(suggestion("zzz", ["low", "high"])).toEqual({
    typed: "zzz",
    meant: "low",
    taken: "one of low, high",
  });
  expect(listed(["a", "b", "c", "d", "e", "f"])).toBe("a, b, c, d, e, f");
  expect(listed(["a", "b", "c", "d", "e", "f", "g", "h"])).toBe("a, b, c, d, e, f and 2 more");
});

test("another word for the same is meant before one that looks like it, where the list has it", () => {
  expect(nearest("cheap", ["low", "high"])).toBe("low");
  expect(nearest("price", ["budget", "latency"])).toBe("budget");
  expect(nearest("price", ["cost", "latency"])).toBe("cost");
  expect(nearest("cheap", COMMANDS)).toBeNull();
});
