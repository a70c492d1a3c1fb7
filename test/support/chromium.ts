/** A real browser with a new, empty profile, and everything a page in it complains about or asks for. */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where Chromium is; null when it is not installed. */
export function chromiumPath(): string | null {
  try {
    return execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}

export interface OpenBrowser {
  context: BrowserContext;
  /** A page of a file, and what went wrong on it: console messages, errors, requests. */
  open(file: string, fragment?: string): Promise<{ page: Page; complaints: string[] }>;
  close(): Promise<void>;
}

export async function openBrowser(
  options: { javaScriptEnabled?: boolean } = {},
): Promise<OpenBrowser> {
  const executablePath = chromiumPath();
  if (executablePath === null) {
    throw new Error("no 'chromium' on the path: install it to test the page");
  }
  const profile = await mkdtemp(path.join(tmpdir(), "pick-model-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: FLAGS,
    ...options,
  });
  return {
    context,
    async open(file, fragment = "") {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
      page.on("dialog", (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("request", (request) => {
        const url = request.url();
        if (url !== `file://${file}${fragment}`) complaints.push(`request: ${url}`);
      });
      await page.goto(`file://${file}${fragment}`);
      return { page, complaints };
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
