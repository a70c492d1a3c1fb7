/** One statement of a source is one claim: a copy would count as a second voice. */
import { claimsOf } from "../../facts/claims.ts";
import { canonicalJson } from "../digest.ts";
import type { Check, Finding } from "./check.ts";

export const noRepeatedClaims: Check = ({ models, overlays }) =>
  [...models, ...overlays].flatMap((entry) => {
    const seen = new Set<string>();
    return claimsOf(entry.value).flatMap(({ path, claim }): Finding[] => {
      const text = canonicalJson([path.slice(0, -1), claim]);
      if (!seen.has(text)) {
        seen.add(text);
        return [];
      }
      return [{ entry, path, message: "this claim is made twice", advice: "remove one" }];
    });
  });
