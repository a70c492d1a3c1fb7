/** How wide a line may be. */
import type { Io, OutputStream } from "./io.ts";

const DEFAULT_COLUMNS = 80;
/** Narrower than this no word fits; wider than that no eye follows. */
const FEWEST = 20;
const MOST = 1000;

/** The terminal's own width; where nobody looks, what COLUMNS says, or 80. */
export function columnsOf(stream: OutputStream, env: Io["env"]): number {
  const asked = /^\d{1,6}$/.test(env["COLUMNS"] ?? "") ? Number(env["COLUMNS"]) : DEFAULT_COLUMNS;
  const columns = stream.columns ?? asked;
  return Math.min(MOST, Math.max(FEWEST, columns > 0 ? columns : DEFAULT_COLUMNS));
}
