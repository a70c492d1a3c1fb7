/** Builds after an install that brought what a build needs: `npm install --omit=dev` did not, and asks for none. */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const tsx = found("tsx/cli");
if (tsx !== null) execFileSync(process.execPath, [tsx, "scripts/build.ts"], { stdio: "inherit" });

function found(name) {
  try {
    return require.resolve(name);
  } catch {
    return null;
  }
}
