/** One plain sentence. */
import type { Presentation } from "./presentation.ts";
import { visible } from "./text/visible.ts";

export function render({ summary }: Presentation): string {
  return `${visible(summary().replaceAll(/\s+/g, " ").trim())}\n`;
}
