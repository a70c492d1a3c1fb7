/** Whether to use colour: decided here, once, and handed down. */
import type { Io, OutputStream } from "./io.ts";

/**
 * @param refused `--no-color`
 * @param stream where the text goes; null for a file
 * @see https://no-color.org and https://force-color.org
 */
export function usesColour(refused: boolean, stream: OutputStream | null, env: Io["env"]): boolean {
  if (refused || isSet(env["NO_COLOR"])) return false;
  const forced = env["FORCE_COLOR"];
  if (isSet(forced)) return forced !== "0" && forced !== "false";
  return stream !== null && stream.isTTY && env["TERM"] !== "dumb";
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
