/** The fingerprint of a catalog: the same content gives the same digest, however it was written down. */
import { createHash, type Hash } from "node:crypto";
import { isRecord } from "../schema/texts.ts";

/** `sha256:` and the hex digest of the value's canonical JSON. */
export function digestOf(value: unknown): string {
  const hash = createHash("sha256");
  feed(hash, value, FED_IN_PARTS);
  return `sha256:${hash.digest("hex")}`;
}

/** A catalog, its lists, its models: the JSON of thousands of models is longer than any text may be. */
const FED_IN_PARTS = 2;

function feed(hash: Hash, value: unknown, levels: number): void {
  if (levels === 0 || typeof value !== "object" || value === null) {
    hash.update(canonicalJson(value));
    return;
  }
  const isList = Array.isArray(value);
  const keys = isList ? Object.keys(value) : keysOf(value as Record<string, unknown>);
  hash.update(isList ? "[" : "{");
  keys.forEach((key, index) => {
    if (index > 0) hash.update(",");
    if (!isList) hash.update(`${JSON.stringify(key)}:`);
    feed(hash, (value as Record<string, unknown>)[key], levels - 1);
  });
  hash.update(isList ? "]" : "}");
}

/** JSON without white space, keys in code-unit order, absent values left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? "null";
  const fields = keysOf(value).map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${fields.join(",")}}`;
}

/** Keys that count something come first, as in any JavaScript object. */
function keysOf(record: Record<string, unknown>): string[] {
  const keys = Object.keys(record).filter((key) => record[key] !== undefined);
  const counting = keys.filter(counts);
  const words = counting.length === 0 ? keys : keys.filter((key) => !counts(key));
  return [...counting, ...words.toSorted()];
}

function counts(key: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;
}
