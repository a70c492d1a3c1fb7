/** Opens a file in the browser, or in whatever the system opens it with. */
import { spawn } from "node:child_process";
import { usageFailure } from "../schema/failure.ts";
import type { Io } from "./io.ts";

/** `BROWSER` names a program, as for other command lines; otherwise the system's own opener is asked. */
export async function openFile(file: string, { env }: Pick<Io, "env">): Promise<void> {
  const [program = "", ...leading] = openerOf(env["BROWSER"]);
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, [...leading, file], { detached: true, stdio: "ignore" });
    child.once("error", () => {
      const advice = "open it yourself, or name a program in BROWSER";
      reject(usageFailure(`cannot start ${program} to open ${file}`, "--open", advice));
    });
    child.once("spawn", () => {
      child.unref();
      resolve();
    });
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
