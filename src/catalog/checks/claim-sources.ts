/** Every claim names a source that is written down. */
import { claimsOf } from "../../facts/claims.ts";
import { unknownName, type Check } from "./check.ts";

export const claimSourcesExist: Check = ({ models, overlays }, { sources }) =>
  [...models, ...overlays].flatMap((entry) =>
    claimsOf(entry.value).flatMap(({ path, claim }) =>
      unknownName(entry, [...path, "source"], "source", claim.source, sources),
    ),
  );
