/** A claim about snapshots, and what the alias pointed to, names snapshots the model has. */
import { claimsOf } from "../../facts/claims.ts";
import { unknownName, type Check } from "./check.ts";

export const scopesAreSnapshots: Check = ({ models, overlays }, { snapshotsOf }) =>
  [...models, ...overlays].flatMap((entry) => {
    const known = snapshotsOf(entry.value.id);
    const scopes = claimsOf(entry.value).flatMap(({ path, claim }) =>
      Array.isArray(claim.scope)
        ? claim.scope.flatMap((id, index) =>
            unknownName(entry, [...path, "scope", index], "snapshot", id, known),
          )
        : [],
    );
    const aliases = (entry.value.alias ?? []).flatMap(({ value }, index) =>
      unknownName(entry, ["alias", index, "value"], "snapshot", value, known),
    );
    return [...scopes, ...aliases];
  });
