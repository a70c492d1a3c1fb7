/** Words that every list needs. */
import { count } from "../../words/figures.ts";

const MOST_NAMED = 200;

/** `1 model`, `3 models`. */
export function amount(number: number, singular: string): string {
  return `${count(number)} ${singular}${number === 1 ? "" : "s"}`;
}

/** `23 use cases: academic-research, agent, … and 4 more.`, at most 200 characters. */
export function naming(ids: readonly string[], singular: string): string {
  const head = amount(ids.length, singular);
  if (ids.length === 0) return `${head}.`;
  for (let named = ids.length; named > 0; named -= 1) {
    const left = ids.length - named;
    const text = `${head}: ${ids.slice(0, named).join(", ")}${left === 0 ? "" : ` and ${left} more`}.`;
    if (text.length <= MOST_NAMED) return text;
  }
  return `${head}.`;
}
