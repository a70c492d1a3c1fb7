/** What help says beyond the options: the commands there are, and examples. */
import type { Example } from "./command.ts";

/** The text under the options. */
export function helpAfter(examples: readonly Example[], listed: string): string {
  const parts = [listed, examplesText(examples)].filter((part) => part !== "");
  return parts.length === 0 ? "" : `\n${parts.join("\n\n")}`;
}

/** Two columns under a heading. */
export function listText(heading: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([term]) => term.length));
  const lines = rows.map(([term, text]) => `  ${term.padEnd(width)}  ${text}`);
  return [`${heading}:`, ...lines].join("\n");
}

function examplesText(examples: readonly Example[]): string {
  if (examples.length === 0) return "";
  const lines = examples.flatMap(({ line, says }) => [`  # ${says}`, `  ${line}`]);
  return ["Examples:", ...lines].join("\n");
}
