/** Opens a page in the browser, or in whatever the system opens it with. */
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, rmdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { quoted, usageFailure } from "../schema/failure.ts";
import type { Io } from "./io.ts";
import { note } from "./messages.ts";
import { deliverText } from "./output.ts";
import { whyNot } from "./write-whole.ts";

/**
 * Writes the page and opens it.
 * @param file null for a temporary one, which stays for now: the browser reads it after the program has ended
 */
export async function openPage(html: string, file: string | null, io: Io): Promise<void> {
  const written = file ?? path.join(await temporaryFolder(), PAGE);
  await deliverText(html, written, io);
  const whole = path.resolve(io.cwd, written);
  note(io, `opening ${whole}`);
  await openFile(whole, io);
}

const PAGE = "report.html";
const FOLDER = "pick-model-page-";
/** A browser that has to be started reads the page within seconds; who looks at it may load it once more. */
const KEPT_MILLISECONDS = 3600 * 1000;

/** A folder of its own for the page, without those of pages that were opened long before. */
async function temporaryFolder(): Promise<string> {
  const root = tmpdir();
  const folder = await mkdtemp(path.join(root, FOLDER)).catch((error: unknown) => {
    const advice = "name the page's file: --output report.html";
    throw usageFailure(`cannot write to ${quoted(root)}: ${whyNot(error)}`, "--open", advice);
  });
  const own = await stat(folder);
  const names = (await readdir(root).catch(() => [])).filter((name) => name.startsWith(FOLDER));
  for (const name of names) {
    const old = path.join(root, name);
    const found = await stat(old).catch(() => null);
    if (found === null || found.uid !== own.uid) continue;
    if (own.mtimeMs - found.mtimeMs < KEPT_MILLISECONDS) continue;
    await rm(path.join(old, PAGE), { force: true }).catch(() => undefined);
    await rmdir(old).catch(() => undefined); // whatever else somebody put there stays
  }
  return folder;
}

/** `BROWSER` names a program, as for other command lines; otherwise the system's own opener is asked. */
async function openFile(file: string, { env }: Pick<Io, "env">): Promise<void> {
  const [program = "", ...leading] = openerOf(env["BROWSER"]);
  await new Promise<void>((resolve, reject) => {
    const fail = () => {
      const advice = "open it yourself, or name a program in BROWSER";
      reject(usageFailure(`cannot start ${quoted(program)} to open ${file}`, "--open", advice));
    };
    try {
      const child = spawn(program, [...leading, file], { detached: true, stdio: "ignore" });
      child.once("error", fail);
      child.once("spawn", () => {
        child.unref();
        resolve();
      });
    } catch {
      fail(); // a name that no program can have is thrown, not told
    }
  });
}

function openerOf(browser: string | undefined): string[] {
  if (browser !== undefined && browser !== "") return [browser];
  switch (process.platform) {
    case "darwin":
      return ["open"];
    case "win32":
      return ["explorer.exe"];
    default:
      return ["xdg-open"];
  }
}
