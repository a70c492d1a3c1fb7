/** The nearest word to a mistyped one: another word for the same, or the one probably meant. */
import type { Correction } from "./failure.ts";
import { SYNONYMS } from "./synonyms.ts";

/** Share of the longer word that may be mistyped before two words stop being alike. */
const LARGEST_DIFFERENCE = 0.4;
/** Longer lists are not read. */
const MOST_LISTED = 6;

/**
 * The candidate most like the word, or null when none is alike enough to be meant.
 * Case is ignored; of equally near candidates the first wins.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const typed = word.toLowerCase();
  const synonym = synonymIn(typed, candidates);
  if (synonym !== undefined) return synonym;
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const longest = Math.max(typed.length, known.length);
    if (Math.abs(typed.length - known.length) > allowed(longest)) continue;
    const distance = editDistance(typed, known);
    if (distance <= allowed(longest) && (best === null || distance < best.distance)) {
      best = { candidate, distance };
    }
  }
  return best === null ? null : best.candidate;
}

/**
 * What to write instead: the word that was probably meant or, when nothing is near, what there is.
 * @param alternative what else is taken, beside the candidates: "US dollars a month, such as 500"
 */
export function suggestion(
  word: string,
  candidates: readonly string[],
  alternative?: string,
): Correction {
  const meant = nearest(word, candidates);
  if (meant !== null) {
    const advice =
      alternative === undefined ? {} : { advice: `${meantText(meant)} Otherwise ${alternative}` };
    return { typed: word, meant, ...advice };
  }
  const taken = `one of ${listed(candidates)}`;
  return {
    typed: word,
    meant: candidates[0] ?? "",
    taken: alternative === undefined ? taken : `${taken}, or ${alternative}`,
  };
}

/** At most six names, and how many more there are. */
export function listed(names: readonly string[]): string {
  const left = names.length - MOST_LISTED;
  return `${names.slice(0, MOST_LISTED).join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
}

function meantText(meant: string): string {
  return `did you mean '${meant}'?`;
}

function synonymIn(typed: string, candidates: readonly string[]): string | undefined {
  const known = Object.hasOwn(SYNONYMS, typed) ? SYNONYMS[typed] : undefined;
  return known?.find((each) => candidates.includes(each));
}

function allowed(longest: number): number {
  return Math.max(1, Math.floor(longest * LARGEST_DIFFERENCE));
}

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const choices = [
        (last[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (last[column - 1] ?? Infinity) + (same ? 0 : 1),
      ];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) choices.push((beforeLast[column - 2] ?? Infinity) + 1);
      current.push(Math.min(...choices));
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}
