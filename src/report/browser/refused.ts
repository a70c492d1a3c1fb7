/** Refused link parameters: what of a link cannot be understood, kept short whatever stands in it. */
import type { RefusedParameter } from "../../question/fragment.ts";

/** Parts of an address that are shown. */
const MOST_REFUSED = 3;
const LONGEST_REFUSED = 24;
const LONGEST_REASON = 80;

/** Empty where all was understood. */
export function refusedWords(refused: readonly RefusedParameter[]): string {
  if (refused.length === 0) return "";
  const named = refused
    .slice(0, MOST_REFUSED)
    .map(
      ({ name, reason }) =>
        `${name.slice(0, LONGEST_REFUSED)} (${reason.slice(0, LONGEST_REASON)})`,
    );
  const more = refused.length > MOST_REFUSED ? ` and ${refused.length - MOST_REFUSED} more` : "";
  return `This link says something that cannot be understood: ${named.join(", ")}${more}.`;
}
