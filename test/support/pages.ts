/** Reports as files in a folder of their own, opened in a browser at a size, until they stand still. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import type { Requirements } from "../../src/schema/requirements.ts";
import { openBrowser, type OpenBrowser } from "./chromium.ts";
import { reportOf, type ReportOptions } from "./report.ts";

export interface Pages {
  browser: OpenBrowser;
  /** Where files of a test may go; gone with the browser. */
  folder: string;
  fileOf(document: Requirements, options?: ReportOptions): Promise<string>;
  /** A page that has its whole answer. */
  opened(file: string, width: number, height: number, fragment?: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openPages(): Promise<Pages> {
  const folder = await mkdtemp(path.join(tmpdir(), "pick-model-pages-"));
  const browser = await openBrowser();
  let files = 0;
  return {
    browser,
    folder,
    async fileOf(document, options = {}) {
      files += 1;
      const file = path.join(folder, `${files}.html`);
      await writeFile(file, await reportOf(document, options));
      return file;
    },
    async opened(file, width, height, fragment = "") {
      const { page } = await browser.open(file, fragment);
      await page.setViewportSize({ width, height });
      await standsStill(page);
      return page;
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The script starts, or draws again for a new width, after a moment. */
export async function standsStill(page: Page): Promise<void> {
  await page.evaluate(
    `new Promise((resolve) => {
      let quiet = 0;
      const look = () => {
        quiet = document.documentElement.dataset.state === "done" ? quiet + 1 : 0;
        if (quiet > 15) resolve();
        else requestAnimationFrame(look);
      };
      look();
    })`,
  );
}
