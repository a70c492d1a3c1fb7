/** What differs between two locks of the same question, in words. */
import type { Lock } from "./lock-schema.ts";
import { money, outOfHundred } from "../../words/figures.ts";

/** One line a change; empty when the new lock decides and knows the same. */
export function lockChanges(before: Lock, after: Lock): string[] {
  const said: [what: string, describe: (lock: Lock) => string][] = [
    ["pick", ({ pick }) => pick.model],
    ["runner-up", ({ pick }) => pick.runnerUp ?? "none"],
    ["cost a month", (lock) => money(lock.models[lock.pick.model]?.usdPerMonth ?? 0)],
    ["shutdown", (lock) => lock.models[lock.pick.model]?.shutdown ?? "none announced"],
    [
      "confidence",
      ({ pick: { confidence } }) => `${outOfHundred(confidence.probability)} (${confidence.label})`,
    ],
    ["requirements", ({ requirements }) => requirements.digest],
    ["catalog", ({ catalog }) => catalog.digest],
    ["constants", ({ catalog }) => catalog.constants],
    ["as of", ({ asOf }) => asOf],
  ];
  return said.flatMap(([what, describe]) => {
    const [old, now] = [describe(before), describe(after)];
    return old === now ? [] : [`${what}: ${shortened(old)} → ${shortened(now)}`];
  });
}

/** Enough of a digest to tell two apart. */
function shortened(text: string): string {
  const DIGEST = /^sha256:([0-9a-f]{12})[0-9a-f]+$/;
  return text.replace(DIGEST, "$1…");
}
