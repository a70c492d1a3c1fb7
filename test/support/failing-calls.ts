/**
 * Calls to the file system that fail when told. To be imported before the program: one that is built takes the calls
 * it needs by name when a part of it is first asked for, and keeps them.
 */
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

/** What the program calls by name; a handle's own methods fail with it. */
const CALLS = ["open", "readFile", "stat", "rename", "realpath", "writeFile", "readdir"] as const;
export const originals = { ...promises };
const stream = fs.createReadStream;

let isNext = () => false;

for (const name of CALLS) {
  const call = originals[name] as (...given: unknown[]) => Promise<unknown>;
  Object.assign(promises, {
    [name]: (...given: unknown[]) => (isNext() ? Promise.reject(failure()) : call(...given)),
  });
}
fs.createReadStream = (...given: Parameters<typeof stream>) => {
  const opened = stream(...given);
  if (isNext()) opened.destroy(failure());
  return opened;
};
syncBuiltinESMExports();

function failure(): NodeJS.ErrnoException {
  return Object.assign(new Error("EIO: i/o error"), { code: "EIO" });
}

/** Lets so many calls pass and fails the next one. @returns how many were made */
export function failAfter(passing: number): () => number {
  let made = 0;
  isNext = () => made++ === passing;
  return () => made;
}

export function restore(): void {
  isNext = () => false;
}
