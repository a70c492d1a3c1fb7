/** What stands behind a stream: whether a terminal, how wide its lines are, and whether to colour them. */
import { fstatSync, statSync } from "node:fs";
import type { Io, OutputStream } from "./io.ts";

/** Characters a line where nobody says how many. */
const DEFAULT_COLUMNS = 80;
/** Bounds on the width: a terminal may report none, or nonsense. */
const FEWEST_COLUMNS = 20;
const MOST_COLUMNS = 1000;

/** The terminal's own width; where nobody looks, what COLUMNS says, or 80. */
export function columnsOf(stream: OutputStream, env: Io["env"]): number {
  const asked = /^\d{1,6}$/.test(env["COLUMNS"] ?? "") ? Number(env["COLUMNS"]) : DEFAULT_COLUMNS;
  const columns = stream.columns ?? asked;
  return Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, columns > 0 ? columns : DEFAULT_COLUMNS));
}

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

/** Terminals that make a link of what OSC 8 says, by the variable each sets and what of it is new enough. */
const LINKING: readonly (readonly [variable: string, isAble: (value: string) => boolean])[] = [
  ["WT_SESSION", () => true], // Windows Terminal
  ["KITTY_WINDOW_ID", () => true],
  ["ALACRITTY_WINDOW_ID", () => true],
  ["DOMTERM", () => true],
  ["VTE_VERSION", (version) => Number(version) > 5000], // GNOME's; 0.50.0 itself crashed
  ["KONSOLE_VERSION", (version) => Number(version) >= 201_200],
  ["TERM_PROGRAM", (name) => LINKING_PROGRAMS.includes(name)],
  ["TERM", (name) => /^(?:xterm-)?(?:kitty|ghostty|alacritty|foot)$/.test(name)],
];
const LINKING_PROGRAMS = ["iTerm.app", "WezTerm", "vscode", "ghostty", "zed"];

/**
 * Whoever wants no colour wants no other control sequence. Decided here because the library for it reads the process's own environment and loads another one for colours.
 * @see https://github.com/Alhadis/OSC8-Adoption and https://github.com/chalk/supports-hyperlinks
 */
export function usesLinks(refused: boolean, stream: OutputStream | null, env: Io["env"]): boolean {
  if (refused || isSet(env["NO_COLOR"])) return false;
  const forced = env["FORCE_HYPERLINK"];
  if (isSet(forced)) return forced !== "0" && forced !== "false";
  if (stream?.isTTY !== true || env["TERM"] === "dumb" || isSet(env["CI"])) return false;
  return LINKING.some(([variable, isAble]) => isSet(env[variable]) && isAble(env[variable] ?? ""));
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

/** Node's own answer, but asked of likely terminals only: the question alone loads half of its network code. */
export function isTerminal(descriptor: number): boolean {
  try {
    const device = fstatSync(descriptor);
    if (!device.isCharacterDevice() || device.rdev === nullDevice()) return false;
  } catch {
    return false; // closed by whoever started the program
  }
  return process.getBuiltinModule("node:tty").isatty(descriptor);
}

function nullDevice(): number | undefined {
  return statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}
