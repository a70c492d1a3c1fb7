/** CONTRIBUTING.md and docs/architecture.md speak of files there are, and of as many as they promise. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..", "..");
const read = (name: string) => readFileSync(path.join(ROOT, name), "utf8");
const contributing = read("CONTRIBUTING.md");
const architecture = read("docs/architecture.md");

/** Title, promised number of files and text of each recipe. */
const recipes = [
  ...contributing.matchAll(/^### (.+) \((\d+) files?\)\n([\s\S]*?)(?=^##|(?![\s\S]))/gm),
].map(([, title = "", promised = "", text = ""]) => ({ title, promised: Number(promised), text }));

test("there is a recipe for everything a contributor may want to add", () => {
  expect(recipes.map(({ title }) => title)).toEqual([
    "A model",
    "A fact of a model",
    "A new kind of fact",
    "A benchmark",
    "A task",
    "An option of the requirements",
    "A hard limit",
    "A priced unit",
    "A format",
    "A command",
    "A reader of what people have",
  ]);
});

test.each(recipes)("$title: the files it names are there, and as many as promised", (recipe) => {
  const named = [...recipe.text.matchAll(/^- `([^`]+)`/gm)].map(([, file = ""]) => file);
  expect(named).toHaveLength(recipe.promised);
  expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

test("every npm script that is named exists", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = [...contributing.matchAll(/npm (?:run )?(start|test\S*|check|schemas|readme)\b/g)];
  expect(named.length).toBeGreaterThan(5);
  expect(named.map(([, name = ""]) => name).filter((name) => !(name in scripts))).toEqual([]);
});

test("the page of the house names every room, and only files there are", () => {
  const rooms = readdirSync(path.join(ROOT, "src"), { withFileTypes: true });
  const described = [...architecture.matchAll(/^\| `src\/([^`/]+)\/?`/gm)].map(([, name]) => name);
  const outside = ["index.ts", "version.ts"];
  const rest = rooms.map(({ name }) => name).filter((name) => !outside.includes(name));
  expect(new Set(described)).toEqual(new Set(rest));
  const files = [...architecture.matchAll(/`([a-z-]+(?:\/[a-z.-]+)*\.ts)`/g)].map(
    ([, file = ""]) => file,
  );
  expect(files.length).toBeGreaterThan(20);
  const missing = files.filter(
    (file) => !existsSync(path.join(ROOT, "src", file)) && !existsSync(path.join(ROOT, file)),
  );
  expect(missing).toEqual([]);
});
