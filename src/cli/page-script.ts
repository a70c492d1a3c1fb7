/** The script of the interactive report: beside the built program, or bundled when run from source. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const PAGE_SCRIPT_FILE = "page.js";

/** A name the bundler of the program cannot follow: it would put itself into the program. */
const BUNDLER = "../../scripts/page.ts";

let fromSource: Promise<string> | undefined;

export async function pageScript(): Promise<string> {
  if (!import.meta.url.endsWith(".ts")) {
    return readFile(fileURLToPath(new URL(PAGE_SCRIPT_FILE, import.meta.url)), "utf8");
  }
  fromSource ??= bundled();
  return fromSource;
}

async function bundled(): Promise<string> {
  const { bundlePage } = (await import(new URL(BUNDLER, import.meta.url).href)) as {
    bundlePage: () => Promise<{ text: string }>;
  };
  return (await bundlePage()).text;
}
