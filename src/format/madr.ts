/** A decision as an architectural decision record, for answers that decide something. */
import type { Presentation } from "./presentation.ts";

export async function render({ record }: Presentation): Promise<string | null> {
  return record === undefined ? null : record();
}
