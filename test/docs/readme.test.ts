import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { refreshedReadme } from "./refreshed-readme.ts";

const README = path.join(import.meta.dirname, "..", "..", "README.md");

test("the README shows what every command in it prints (npm run readme renews it)", async () => {
  const text = await readFile(README, "utf8");
  expect(await refreshedReadme(text)).toBe(text);
});
