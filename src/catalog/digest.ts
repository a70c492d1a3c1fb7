/** The fingerprint of a catalog: the same content gives the same digest, however it was written down. */
import { isRecord } from "../schema/records.ts";
import { createHash } from "node:crypto";

/** `sha256:` and the hex digest of the value's canonical JSON. */
export function digestOf(value: unknown): string {
  return `sha256:${createHash("sha256").update(canonicalJson(value)).digest("hex")}`;
}

/** JSON without white space, keys in code-unit order, absent values left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sorted(part) : part));
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
}
