/** Differences on one trait in a few words: how far the models are apart, and whom that favours. */
import { count, list, measured, timesApart } from "../../words/figures.ts";
import type { Differ, Difference, KnownCell } from "./trait.ts";

interface Figure extends KnownCell {
  value: number;
}

/** `16.7x cheaper`: the ratio of the far ends, in the words for the better one. */
export function byRatio(word: string, better: "lower" | "higher"): Differ {
  return (known) => {
    const ends = endsOf(known, better);
    if (ends === null) return null;
    const { best, worst } = ends;
    if (best.value === worst.value) return SAME;
    const span = [best.value, worst.value];
    if (Math.min(...span) <= 0) return null;
    const times = `${timesApart(span)} ${word}`;
    return { text: known.length > 2 ? `up to ${times}` : times, favours: leader(known, best) };
  };
}

/**
 * `GPT-4o +12.9`: the lead of the best over the next, in the row's own unit. `noise` is the lead that chance alone
 * would make, where that is known.
 */
export function byLead(better: "lower" | "higher", noise: number | null): Differ {
  return (known) => {
    const ordered = ordering(known, better);
    const [best, next] = ordered;
    if (best === undefined || next === undefined) return null;
    const lead = Math.abs(best.value - next.value);
    if (lead === 0) return SAME;
    const text = `${best.name} +${measured(lead)}`;
    const certainty = noise === null ? "unknown" : lead <= noise ? "noise" : "clear";
    const led = { model: best.id, by: lead, certainty } as const;
    return certainty === "noise"
      ? { text: `${text} (noise)`, favours: null, lead: led }
      : { text, favours: best.id, lead: led };
  };
}

/** `same`, or `only GPT-4o` for what not every model has. */
export const byHaving: Differ = (known) => {
  const having = known.filter((each) => each.value === true);
  if (having.length === known.length || having.length === 0) return SAME;
  return {
    text: `only ${list(having.map((each) => each.name))}`,
    favours: having.length === 1 ? (having[0]?.id ?? null) : null,
  };
};

/** `same`, or nothing: words that differ speak for themselves. */
export const bySameness: Differ = (known) => {
  const [first, ...rest] = known.map((each) => JSON.stringify(each.value));
  return rest.every((each) => each === first) ? SAME : null;
};

/** `139 days later`: how far dates lie apart, favouring the later or the earlier one. */
export function byDays(daysBetween: (from: string, to: string) => number): Differ {
  return (known) => {
    const days = known.map((each) => String(each.value)).toSorted();
    const apart = daysBetween(days[0] ?? "", days.at(-1) ?? "");
    if (apart === 0) return SAME;
    return { text: `${count(apart)} ${apart === 1 ? "day" : "days"} apart`, favours: null };
  };
}

const SAME: Difference = { text: "same", favours: null };

function ordering(known: readonly KnownCell[], better: "lower" | "higher"): Figure[] {
  const sign = better === "lower" ? 1 : -1;
  return known
    .filter((each): each is Figure => typeof each.value === "number")
    .toSorted((a, b) => sign * (a.value - b.value) || (a.id < b.id ? -1 : 1));
}

function endsOf(
  known: readonly KnownCell[],
  better: "lower" | "higher",
): { best: Figure; worst: Figure } | null {
  const ordered = ordering(known, better);
  const best = ordered[0];
  const worst = ordered.at(-1);
  return best === undefined || worst === undefined ? null : { best, worst };
}

/** Nobody leads where two share the best value. */
function leader(known: readonly KnownCell[], best: Figure): string | null {
  return known.filter((each) => each.value === best.value).length === 1 ? best.id : null;
}
