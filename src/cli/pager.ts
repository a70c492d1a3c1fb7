/** The pager: the user's own program for reading what is longer than the screen. */
import { spawn, spawnSync } from "node:child_process";
import type { Io } from "./io.ts";

/** Ends at once where all fits, ignores case in searches, passes colours on, and leaves the text on the screen. */
const LESS_OPTIONS = "FIRX";

/**
 * Shows a text and waits until it has been read; whoever stops early has read enough.
 *
 * @param rows of the terminal; what fits needs no pager
 * @returns false where nothing was shown: no pager is wanted, or none is there
 */
export async function showInPager(text: string, rows: number, env: Io["env"]): Promise<boolean> {
  const wanted = (env["PICK_MODEL_PAGER"] ?? env["PAGER"])?.trim();
  const fits = text.split("\n").length <= rows;
  if (fits || wanted === "" || wanted === "cat" || env["TERM"] === "dumb") return false;
  // Ctrl-C is the pager's, which stops a search with it: ended here, it would stay behind in a broken terminal.
  const ignore = () => undefined;
  process.on("SIGINT", ignore);
  try {
    return await shownBy(wanted, text, env);
  } finally {
    process.off("SIGINT", ignore);
  }
}

/** A line of the user's is for the shell to read. A pager that fails cannot be relied on to have shown anything. */
function shownBy(line: string | undefined, text: string, env: Io["env"]): Promise<boolean> {
  const [program, argv] = line === undefined ? ["less", [`-${LESS_OPTIONS}`]] : [line, []];
  const child = spawn(program, argv, {
    shell: line !== undefined,
    stdio: ["pipe", "inherit", "inherit"],
    env: { LESS: LESS_OPTIONS, ...env },
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0 || code === null));
    child.stdin.on("error", () => undefined); // it was closed before all was read
    child.stdin.end(passesLinks(line) ? text : withoutLinks(text));
  });
}

/** Its NEWS has links among what came between 563 and 581. Older ones, and other programs, show a jumble. */
const FIRST_LESS_WITH_LINKS = 581;

function passesLinks(line = "less"): boolean {
  if (!/^less\b/.test(line)) return false;
  const { stdout } = spawnSync("less", ["--version"], { encoding: "utf8" });
  return Number(/^less (\d+)/.exec(stdout)?.[1] ?? 0) >= FIRST_LESS_WITH_LINKS;
}

function withoutLinks(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/\u001B\]8;;[!-~]*?\u001B\\/g, "");
}
