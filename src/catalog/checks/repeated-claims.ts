/** One statement of a source is one claim: a copy would count as a second voice. */
import { traitsOf } from "../../facts/claims.ts";
import type { Claim } from "../../schema/claim.ts";
import { canonicalJson } from "../digest.ts";
import type { Check, Finding } from "./check.ts";

export const noRepeatedClaims: Check = ({ models, overlays }) =>
  [...models, ...overlays].flatMap((entry) =>
    traitsOf(entry.value).flatMap(({ path, claims }) =>
      repeatedIn(claims).map((index): Finding => {
        const place = [...path, index];
        return { entry, path: place, message: "this claim is made twice", advice: "remove one" };
      }),
    ),
  );

/** Claims that an earlier one says already. Few are of one source and day: the others need not be written out. */
function repeatedIn(claims: readonly Claim[]): number[] {
  const written = new Map<string, Set<string> | Claim>();
  return claims.flatMap((claim, index) => {
    const key = `${claim.observed} ${claim.source}`;
    const earlier = written.get(key);
    if (earlier === undefined) {
      written.set(key, claim);
      return [];
    }
    const texts = earlier instanceof Set ? earlier : new Set([canonicalJson(earlier)]);
    written.set(key, texts);
    const text = canonicalJson(claim);
    if (texts.has(text)) return [index];
    texts.add(text);
    return [];
  });
}
