/** The public JSON value, two spaces deep. */
import type { Presentation } from "./presentation.ts";
import { harmlessJson } from "./text/json-text.ts";

export function render({ data }: Presentation): string {
  return `${harmlessJson(JSON.stringify(data(), null, 2))}\n`;
}
