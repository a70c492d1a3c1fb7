/** What a user downloads: the packed tarball, unpacked where nothing else is installed. */
import { execFile } from "node:child_process";
import { mkdir, readFile, symlink } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { compileCatalog } from "../../src/catalog/compile.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { BUILT, spawned } from "../support/spawn.ts";

const ROOT = path.join(BUILT, "..");
const run = promisify(execFile);

async function unpacked(): Promise<string> {
  const folder = await temporaryFolder();
  const pack = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
  const { stdout } = await run("npm", pack, { cwd: ROOT });
  await run("tar", ["-xzf", path.join(folder, stdout.trim()), "-C", folder]);
  await mkdir(path.join(folder, "node_modules"));
  await symlink(path.join(folder, "package"), path.join(folder, "node_modules", "pick-model"));
  return folder;
}

test("the tarball runs alone, as a program and as a library", async () => {
  const folder = await unpacked();
  const program = path.join(folder, "package", "dist", "bin.cjs");
  const outside = await spawned(program, ["--budget", "low", "--quiet"], { cwd: folder });
  expect(outside).toMatchObject({ code: 0, stderr: "" });

  const library = `import("pick-model").then((library) => console.log(Object.keys(library).length > 0))`;
  expect(await spawned(process.execPath, ["-e", library], { cwd: folder })).toEqual({
    code: 0,
    stdout: "true\n",
    stderr: "",
  });

  const schema = `console.log(require.resolve("pick-model/schema/requirements.schema.json"))`;
  expect(await spawned(process.execPath, ["-e", schema], { cwd: folder })).toMatchObject({
    code: 0,
  });
});

test("it holds the program, its schemas and its papers, and no sources", async () => {
  const { stdout } = await run("npm", ["pack", "--dry-run", "--ignore-scripts", "--json"], {
    cwd: ROOT,
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  const rooms = new Set(files.map((file) => file.path.split("/")[0]));
  expect(rooms).toEqual(new Set(["LICENSE", "README.md", "dist", "package.json", "schema"]));
});

test("the compiled catalog is the one in data/", async () => {
  const compiled: unknown = JSON.parse(await readFile(path.join(BUILT, "catalog.json"), "utf8"));
  expect(compiled).toEqual(await compileCatalog(path.join(ROOT, "data")));
});
