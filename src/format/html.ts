/** One HTML page that needs nothing else. */
import type { Presentation } from "./presentation.ts";

export async function render({ page }: Presentation): Promise<string | null> {
  return page === undefined ? null : page();
}
