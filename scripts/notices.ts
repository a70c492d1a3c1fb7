/** The licences of what is bundled into the program: their terms ask that the text travels with the code. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Metafile } from "esbuild";

const PACKAGE = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** One text, package by package in the order of their names. */
export async function licenceNotices(
  { inputs }: Pick<Metafile, "inputs">,
  root: string,
): Promise<string> {
  const folders = new Map<string, string>();
  for (const input of Object.keys(inputs)) {
    const [, folder, name] = PACKAGE.exec(input) ?? [];
    if (folder !== undefined && name !== undefined) folders.set(name, path.join(root, folder));
  }
  const names = [...folders.keys()].toSorted();
  const texts = await Promise.all(names.map((name) => notice(name, folders.get(name) ?? root)));
  return `pick-model contains the following packages.\n\n${texts.join("\n")}`;
}

async function notice(name: string, folder: string): Promise<string> {
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} has no licence file to pass on`);
  return `${name}\n${"-".repeat(name.length)}\n${(await readFile(path.join(folder, file), "utf8")).trim()}\n`;
}
