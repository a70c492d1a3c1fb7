/** A claim's first day is not after its last. */
import { claimsOf } from "../../facts/claims.ts";
import type { Check } from "./check.ts";

export const daysInOrder: Check = ({ models, overlays }) =>
  [...models, ...overlays].flatMap((entry) =>
    claimsOf(entry.value).flatMap(({ path, claim: { from, until } }) =>
      from !== undefined && until !== undefined && from > until
        ? [
            {
              entry,
              path: [...path, "until"],
              message: `${until} is before the first day, ${from}`,
              advice: "swap the two days",
            },
          ]
        : [],
    ),
  );
