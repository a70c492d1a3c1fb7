import { describe, expect, test } from "vitest";
import { readBenchmarkFloors, readTaskMix, readWeights } from "../../src/typed/pairs.ts";
import { readWord, readWords } from "../../src/typed/word.ts";
import { failureOf } from "../question/fixture.ts";

type Reader = (texts: string[], flag: string) => unknown;

function refuses(read: Reader, failures: [string[], string][]): void {
  test.each(failures)("refuses %j", async (texts, line) => {
    expect(await failureOf(() => read(texts, "--x"))).toBe(`--x: ${line}`);
  });
}

describe("task mixes", () => {
  test.each([
    [["coding"], "coding"],
    [["coding=3"], "coding"],
    [["coding,math"], { coding: 1, math: 1 }],
    [["coding", "math"], { coding: 1, math: 1 }],
    [["coding=3,math=1"], { coding: 3, math: 1 }],
    [["coding=3", " math = .5 "], { coding: 3, math: 0.5 }],
  ])("%j", (texts, mix) => expect(readTaskMix(texts, "--task")).toEqual(mix));

  refuses(readTaskMix, [
    [["coding,"], "an entry is empty (separate entries by single commas)"],
    [[""], "an entry is empty (separate entries by single commas)"],
    [["coding", "coding"], "'coding' is given twice (name each one once)"],
    [["coding=1,coding=2"], "'coding' is given twice (name each one once)"],
    [["coding=3,math"], "'math' has no share (give every task a share, or none)"],
    [["coding=0"], "'0' is zero (it must be above zero)"],
    [["coding=-1"], "'-1' is negative (expected a share, such as coding=3,math=1)"],
    [["coding=1=2"], "'coding=1=2' is not name=number (write it as coding=3,math=1)"],
    [["Coding"], "'Coding' is not an id (did you mean 'coding'?)"],
    [["__proto__=1"], "'__proto__' is not an id"],
    [["=1"], "no value; expected an id"],
  ]);
});

describe("weights", () => {
  test("each criterion once, zero allowed", () => {
    expect(readWeights(["cost=3", "quality=0"], "--weight")).toEqual([
      { name: "cost", value: 3, text: "cost=3" },
      { name: "quality", value: 0, text: "quality=0" },
    ]);
  });
  refuses(readWeights, [
    [["cots=3"], "unknown value 'cots' (did you mean 'cost'?)"],
    [["cost"], "'cost' is not name=number (write it as cost=3)"],
    [["cost=1", "cost=2"], "'cost' is given twice (name each one once)"],
    [["cost="], "no value (expected a weight, such as cost=3)"],
    [["cost=Infinity"], "'Infinity' is not a finite number (expected a weight, such as cost=3)"],
  ]);
});

describe("benchmark floors", () => {
  test("a percent sign is taken", () => {
    expect(readBenchmarkFloors(["gpqa=45%,mmlu=80.5"], "--min-benchmark")).toEqual([
      { name: "gpqa", value: 45, text: "gpqa=45%" },
      { name: "mmlu", value: 80.5, text: "mmlu=80.5" },
    ]);
  });
  refuses(readBenchmarkFloors, [
    [["gpqa"], "'gpqa' is not name=number (write it as gpqa=45)"],
    [["gpqa=NaN"], "'NaN' is not a finite number (expected a least result, such as gpqa=45)"],
  ]);
});

describe("words", () => {
  const words = ["vision", "batch"] as const;
  test("in any case", () => expect(readWord(" Vision ", "--x", words)).toBe("vision"));
  test("a list", () => expect(readWords(["vision,batch"], "--x", words)).toEqual(words));
  refuses(
    (texts, flag) => readWords(texts, flag, words),
    [
      [["vison"], "unknown value 'vison' (did you mean 'vision'?)"],
      [["vision,Vision"], "'vision' is given twice (name each one once)"],
      [["vision,,batch"], "an entry is empty (separate entries by single commas)"],
    ],
  );
});
