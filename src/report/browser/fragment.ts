/** What was moved as the fragment of the address, so that a view can be shared: `#budget=500&quality=high`. */
import { BUDGET_LEVELS, LATENCY_LEVELS, QUALITY_LEVELS } from "../../schema/vocabulary.ts";
import { type Changes, readKind } from "./changes.ts";

/** As much as a requirements file takes. */
const MOST = 1e12;

type Reader = (text: string) => string | number | null;

const READERS: { [Name in keyof Required<Changes>]: Reader } = {
  budget: wordOr(BUDGET_LEVELS, positive),
  latency: wordOr(LATENCY_LEVELS, positive),
  quality: wordOr(QUALITY_LEVELS, () => null),
  // Looked up in the catalog when it is used.
  task: (text) => (/^[a-z0-9][a-z0-9-]{0,99}$/.test(text) ? text : null),
  requests: atLeastZero,
  inputTokens: atLeastZero,
  outputTokens: atLeastZero,
  cachedShare: (text) => within(text, 0, 100),
  images: (text) => wholeNumber(text),
  imageKind: (text) => (readKind(text) === null ? null : text),
  weightCost: atLeastZero,
  weightLatency: atLeastZero,
  weightQuality: atLeastZero,
};

export function fragmentOf(changes: Changes): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(changes)) parameters.set(name, String(value));
  return parameters.toString().replaceAll("%3A", ":");
}

/** What can be understood, and the names of what cannot. */
export function readFragment(fragment: string): { changes: Changes; refused: string[] } {
  const read: [string, string | number][] = [];
  const refused: string[] = [];
  for (const [name, text] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    const value = isControl(name) ? READERS[name](text) : null;
    if (value === null) refused.push(name);
    else read.push([name, value]);
  }
  return { changes: Object.fromEntries(read), refused };
}

/** One typed value for one control; null when it can have no such value. */
export function readChange(control: keyof Changes, text: string): string | number | null {
  return READERS[control](text);
}

function isControl(name: string): name is keyof Changes {
  return Object.hasOwn(READERS, name);
}

function wordOr(words: readonly string[], otherwise: Reader): Reader {
  return (text) => (words.includes(text) ? text : otherwise(text));
}

function within(text: string, least: number, most: number): number | null {
  if (!/^\d*\.?\d+(?:e[+-]?\d+)?$/i.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

function atLeastZero(text: string): number | null {
  return within(text, 0, MOST);
}

function positive(text: string): number | null {
  const value = atLeastZero(text);
  return value === 0 ? null : value;
}

function wholeNumber(text: string): number | null {
  const value = atLeastZero(text);
  return value !== null && Number.isInteger(value) ? value : null;
}
