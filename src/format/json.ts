/** The public JSON value, two spaces deep. */
import type { Presentation } from "./presentation.ts";

export function render({ data }: Presentation): string {
  return `${JSON.stringify(data(), null, 2)}\n`;
}
