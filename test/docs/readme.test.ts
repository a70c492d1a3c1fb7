/** The README promises what the program does: every command in it is run. */
import { copyFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { imageSize } from "image-size";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { runCli } from "../support/run.ts";
import {
  PAGE_PICTURE,
  PAGES,
  readmeCommands,
  readmePicture,
  refreshedReadme,
  words,
} from "./refreshed-readme.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const readme = await readFile(path.join(ROOT, "README.md"), "utf8");

test.each(PAGES)(
  "%s shows what every command in it prints (npm run readme renews it)",
  async (page) => {
    const text = await readFile(path.join(ROOT, page), "utf8");
    expect(await refreshedReadme(text)).toBe(text);
  },
);

test("its picture is what the terminal shows today (npm run readme renews it)", async () => {
  const picture = await readFile(path.join(ROOT, "docs", "answer.svg"), "utf8");
  expect(picture).toBe(await readmePicture());
});

test("every other command of it works as it stands, one after the other", async () => {
  const cwd = await temporaryFolder();
  const example = path.join(ROOT, "examples", "requirements.yaml");
  await copyFile(example, path.join(cwd, "requirements.yaml"));
  await writeFile(path.join(cwd, "questions.ndjson"), '{"budget":"low"}\n');
  const commands = readmeCommands(readme);
  expect(commands.length).toBeGreaterThan(8);
  for (const command of commands) {
    if (command === "pick-model ask") continue; // at a terminal: test/spawn/ask.test.ts
    const { code, stderr } = await runCli(words(command).slice(1), { cwd });
    const said = stderr.replace(/^note: wrote \S+: .*\n$/, "");
    expect({ command, code: code > 1, said }).toEqual({ command, code: false, said: "" });
  }
});

test("files it points to are there, and no registry is asked for a name that is not ours", async () => {
  for (const [, target = ""] of readme.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
    await expect(readFile(path.join(ROOT, target))).resolves.toBeDefined();
  }
  const workflow = await readFile(path.join(ROOT, "examples", "pick-model.yml"), "utf8");
  for (const text of [readme, workflow]) {
    expect(text).not.toMatch(
      /npx (?!--no-install )\S*pick-model|npm install (?:[^#\s]+ )*pick-model(?!-)/,
    );
  }
});

test("the page is pictured on a light and on a dark screen, and the README shows the one that suits", async () => {
  const { files, width, height, command } = PAGE_PICTURE;
  for (const file of Object.values(files)) {
    const picture = await readFile(path.join(ROOT, file));
    expect(imageSize(picture)).toMatchObject({ type: "webp", width, height });
    expect(picture.length).toBeLessThan(150_000);
  }
  const [, shown = ""] = /<picture>([\s\S]*?)<\/picture>/.exec(readme) ?? [];
  expect(shown).toContain(`<source media="(prefers-color-scheme: dark)" srcset="${files.dark}">`);
  expect(shown).toContain(`<img src="${files.light}"`);
  expect(shown).toContain(`alt="The page of ${command}: `);
});
