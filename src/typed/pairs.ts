/** `name=number` pairs: task shares, weights, benchmark floors. */
import { usageFailure, quoted } from "../schema/failure.ts";
import { LEAST_SHARE, LEAST_WEIGHT, MOST_RESULT, MOST_WEIGHT } from "../schema/texts.ts";
import { CRITERIA, type Criterion } from "../schema/vocabulary.ts";
import { type NumberRule, readNumber } from "./number.ts";
import { readIdentifier, readList, readWord } from "./word.ts";

export interface Pair<Name extends string = string> {
  name: Name;
  value: number;
  /** The pair as it was typed. */
  text: string;
}

/** One task (`coding`), or a mix with equal (`coding,math`) or stated (`coding=3,math=1`) shares. */
export function readTaskMix(
  texts: readonly string[],
  flag: string,
): string | Record<string, number> {
  const parts = readList(texts, flag);
  const withShare = parts.filter((part) => part.includes("="));
  if (withShare.length > 0 && withShare.length < parts.length) {
    const bare = parts.find((part) => !part.includes("=")) ?? "";
    throw usageFailure(`${quoted(bare)} has no share`, flag, "give every task a share, or none");
  }
  const rule = {
    least: LEAST_SHARE,
    most: MOST_WEIGHT,
    what: "a share",
    example: "coding=3,math=1",
    positive: true,
  };
  const shares: Pair[] =
    withShare.length > 0
      ? once(
          parts.map((part) => readPair(part, flag, readIdentifier, rule)),
          flag,
        )
      : parts.map((part) => ({ name: readIdentifier(part, flag), value: 1, text: part }));
  const [only, ...others] = shares;
  if (only !== undefined && others.length === 0) return only.name;
  return Object.fromEntries(shares.map((each) => [each.name, each.value]));
}

/** Explicit importances, such as `cost=3,quality=5`. Zero is allowed: the criterion does not count. */
export function readWeights(texts: readonly string[], flag: string): Pair<Criterion>[] {
  const rule = { least: LEAST_WEIGHT, most: MOST_WEIGHT, what: "a weight", example: "cost=3" };
  const name = (text: string) => readWord(text, flag, CRITERIA);
  return once(
    readList(texts, flag).map((part) => readPair(part, flag, name, rule)),
    flag,
  );
}

/** Least benchmark results, such as `gpqa=45`; `45%` is taken too. */
export function readBenchmarkFloors(texts: readonly string[], flag: string): Pair[] {
  const rule = { what: "a least result", example: "gpqa=45", most: MOST_RESULT };
  const parts = readList(texts, flag);
  return once(
    parts.map((part) => readPair(part.replace(/%$/, ""), flag, readIdentifier, rule, part)),
    flag,
  );
}

export function readPair<Name extends string>(
  part: string,
  flag: string,
  readName: (text: string, flag: string) => Name,
  rule: NumberRule,
  text = part,
): Pair<Name> {
  const [name = "", value, ...more] = part.split("=");
  if (value === undefined || more.length > 0) {
    throw usageFailure(`${quoted(part)} is not name=number`, flag, `write it as ${rule.example}`);
  }
  const [, instead = "1"] = /=([\d.]+)/.exec(rule.example) ?? [];
  return { name: readName(name, flag), value: readNumber(value, flag, { ...rule, instead }), text };
}

export function once<Name extends string>(pairs: Pair<Name>[], flag: string): Pair<Name>[] {
  readList(
    pairs.map((pair) => pair.name),
    flag,
  );
  return pairs;
}
