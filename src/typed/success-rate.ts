/** Success rates by model: `gpt-4o=0.91`. Apart from other pairs: exact percentages bring the decimals along. */
import { exact } from "../facts/money.ts";
import { once, type Pair, readPair } from "./pairs.ts";
import { readIdentifier, readList } from "./word.ts";

/** Success rates by model, such as `gpt-4o=0.91`; `91%` is taken too. */
export function readSuccessRates(texts: readonly string[], flag: string): Pair[] {
  const rule = { what: "a success rate from 0 to 1", example: "gpt-4o=0.91", most: 1 };
  const pairs = readList(texts, flag).map((part) => {
    const percentage = part.endsWith("%");
    const range = percentage ? { ...rule, most: 100 } : rule;
    const pair = readPair(part.replace(/%$/, ""), flag, readIdentifier, range, part);
    return percentage ? { ...pair, value: exact(pair.value).div(100).toNumber() } : pair;
  });
  return once(pairs, flag);
}
