/** The summary of a list in one sentence: how many, and the first by id. */
import { counted } from "../../words/figures.ts";
import { isShort } from "../../words/sentences.ts";

/** `23 use cases: academic-research, agent, … and 4 more.`, at most 200 characters. */
export function naming(ids: readonly string[], singular: string): string {
  const head = counted(ids.length, singular);
  if (ids.length === 0) return `${head}.`;
  for (let named = ids.length; named > 0; named -= 1) {
    const left = ids.length - named;
    const text = `${head}: ${ids.slice(0, named).join(", ")}${left === 0 ? "" : ` and ${left} more`}.`;
    if (isShort(text)) return text;
  }
  return `${head}.`;
}
