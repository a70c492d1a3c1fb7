/** The script of the interactive report: beside the built program, or bundled when run from source. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

export const PAGE_SCRIPT_FILE = "page.js";

/** A name the bundler of the program cannot follow: it would put itself into the program. */
const BUNDLER = "../../scripts/page.ts";

let fromSource: Promise<string> | undefined;

export async function pageScript(): Promise<string> {
  if (!import.meta.filename.endsWith(".ts")) {
    return readFile(path.join(import.meta.dirname, PAGE_SCRIPT_FILE), "utf8");
  }
  fromSource ??= bundled();
  return fromSource;
}

async function bundled(): Promise<string> {
  const { bundlePage } = (await import(
    pathToFileURL(path.join(import.meta.dirname, BUNDLER)).href
  )) as {
    bundlePage: () => Promise<{ text: string }>;
  };
  return (await bundlePage()).text;
}
