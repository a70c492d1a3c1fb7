/**
 * Builds after an install in the clone that brought what a build needs: `npm install --omit=dev` did not, and asks for
 * none. Started as `prepublish`, which npm runs after an install in the clone and never for whoever installs the package;
 * a `prepare` would stand in the published manifest as a script to be approved.
 */
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
