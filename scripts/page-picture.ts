/** Takes the README's pictures of the report page, on a light and on a dark screen, with the browser the tests use. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PAGE_PICTURE } from "../test/docs/refreshed-readme.ts";
import { openBrowser } from "../test/support/chromium.ts";
import { runCli } from "../test/support/run.ts";

const ROOT = path.join(import.meta.dirname, "..");
const { argv, files, width, height } = PAGE_PICTURE;

const folder = await mkdtemp(path.join(tmpdir(), "pick-model-picture-"));
const browser = await openBrowser();
try {
  const file = path.join(folder, "report.html");
  await runCli([...argv, "-o", file]);
  const { page } = await browser.open(file);
  await page.setViewportSize({ width, height });
  await page.waitForSelector('html[data-state="done"]');
  const session = await browser.context.newCDPSession(page);
  for (const [scheme, name] of Object.entries(files)) {
    await page.emulateMedia({ colorScheme: scheme as keyof typeof files, reducedMotion: "reduce" });
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 85 });
    await writeFile(path.join(ROOT, name), Buffer.from(data, "base64"));
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
