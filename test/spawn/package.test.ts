/** What a user downloads: the packed tarball, unpacked where nothing else is installed. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { compileCatalog } from "../../src/catalog/compile.ts";
import { packed } from "../../src/catalog/packed.ts";
import { codeCacheFile, SCRIPTS } from "../../src/start/compiled-program.ts";
import { temporaryFolder } from "../support/catalog-folder.ts";
import { BUILT, spawned } from "../support/spawn.ts";

const ROOT = path.join(BUILT, "..");
const run = promisify(execFile);
/** Unpacked; what a user installs must not grow unnoticed. Two megabytes are the words of o200k_base. */
const MOST_BYTES = 5_600_000;

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
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string; size: number }[] }];
  const rooms = new Set(files.map((file) => file.path.split("/")[0]));
  expect(rooms).toEqual(new Set(["LICENSE", "README.md", "dist", "package.json", "schema"]));
  // Parts of the library are named after what they hold, and the types are there once somebody has asked for them.
  const named = files
    .map((file) => file.path.replace(/chunk-\w+/, "chunk-…"))
    .filter((name) => name.startsWith("dist/") && name !== "dist/index.d.ts");
  expect([...new Set(named)].toSorted().join("\n")).toMatchInlineSnapshot(`
    "dist/bin.cjs
    dist/catalog.ndjson
    dist/chunk-….js
    dist/index.js
    dist/late-csv-parse.cjs
    dist/late-csv.cjs
    dist/late-d3-scale.cjs
    dist/late-d3-shape.cjs
    dist/late-linkedom.cjs
    dist/late-o200k.cjs
    dist/late-prompts.cjs
    dist/late-tinyglobby.cjs
    dist/late-yaml.cjs
    dist/licenses.txt
    dist/page.js
    dist/program-answers.cjs
    dist/program-others.cjs
    dist/program.cjs
    dist/worker.cjs"
  `);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
});

test("what is published runs nothing when it is installed, and asks for what it loads alone", async () => {
  const manifest = JSON.parse(await readFile(path.join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
    dependencies: Record<string, string>;
  };
  const asked = ["preinstall", "install", "postinstall", "prepare"];
  expect(Object.keys(manifest.scripts).filter((name) => asked.includes(name))).toEqual([]);
  // The types of the library are zod's.
  expect(Object.keys(manifest.dependencies)).toEqual(["zod"]);
});

test("built in another folder it is the same, bit for bit", async () => {
  const elsewhere = await temporaryFolder();
  const sources = ["src", "data", "scripts", "package.json", "tsconfig.json"];
  await Promise.all(
    sources.map((name) =>
      cp(path.join(ROOT, name), path.join(elsewhere, name), { recursive: true }),
    ),
  );
  await symlink(path.join(ROOT, "node_modules"), path.join(elsewhere, "node_modules"));
  await run("npm", ["run", "build"], { cwd: elsewhere });
  const there = path.join(elsewhere, "dist");
  // Declarations are made by a command of their own; compiled code is kept for this machine alone.
  const isShipped = (name: string) => name !== "index.d.ts" && !name.endsWith(".cache");
  const names = (await readdir(there)).filter(isShipped).toSorted();
  expect((await readdir(BUILT)).filter(isShipped).toSorted()).toEqual(names);
  const digests = (folder: string) =>
    Promise.all(
      names.map(async (name) => {
        const digest = createHash("sha256").update(await readFile(path.join(folder, name)));
        return `${name} ${digest.digest("hex")}`;
      }),
    );
  expect(await digests(there)).toEqual(await digests(BUILT));
});

test("the compiled catalog is the one in data/", async () => {
  const compiled = await readFile(path.join(BUILT, "catalog.ndjson"), "utf8");
  expect(compiled).toBe(packed(await compileCatalog(path.join(ROOT, "data"))));
});

test("a damaged catalog of the installation is said, be it as a whole or in one part", async () => {
  const folder = await temporaryFolder();
  await cp(BUILT, folder, { recursive: true });
  const file = path.join(folder, "catalog.ndjson");
  const whole = await readFile(file, "utf8");
  const inPart = whole.replaceAll('\n{"standard":{"input":', '\n["standard":{"input":');
  expect(inPart).not.toBe(whole);
  for (const damaged of [whole.slice(0, 1000), inPart]) {
    await writeFile(file, damaged);
    expect(await spawned(path.join(folder, "bin.cjs"), ["--budget", "low", "--quiet"])).toEqual({
      code: 3,
      stdout: "",
      stderr: `error: ${file}: the catalog of this installation cannot be read\n  try: install again\n`,
    });
  }
});

test.each(Object.values(SCRIPTS))(
  "%s is ASCII, so that reading it as Latin-1 garbles nothing",
  async (script) => {
    const text = await readFile(path.join(BUILT, script));
    expect(text.findIndex((byte) => byte > 0x7f)).toBe(-1);
  },
);

const DAY = "2026-11-22";
/** What a script has a start print, with a part of it that may be edited without a change of its length. */
const EDITS = {
  "program.cjs": { argv: ["--version"], from: /"0\.1\.0"/g, to: '"6.6.6"', shown: " 6.6.6," },
  "program-answers.cjs": {
    argv: ["-b", "low", "--as-of", DAY],
    from: /Why/g,
    to: "Who",
    shown: "Who",
  },
  "program-others.cjs": {
    argv: ["cost", "-b", "low", "--as-of", DAY],
    from: /a request/g,
    to: "a REQUEST",
    shown: "a REQUEST",
  },
} as const satisfies Record<(typeof SCRIPTS)[keyof typeof SCRIPTS], unknown>;

test.each(Object.entries(EDITS))(
  "what was edited in %s is what runs, and code that was damaged is left alone",
  async (script, { argv, from, to, shown }) => {
    const folder = await temporaryFolder();
    await cp(BUILT, folder, { recursive: true });
    const program = path.join(folder, script);
    const bin = path.join(folder, "bin.cjs");
    const cache = path.join(folder, codeCacheFile(script));
    const [text, code] = [await readFile(program, "latin1"), await readFile(cache)];
    const unedited = await spawned(bin, argv);
    expect(unedited.code).toBe(0);
    await writeFile(program, text.replaceAll(from, to), "latin1");
    expect((await spawned(bin, argv)).stdout).toContain(shown);
    expect(unedited.stdout).not.toContain(shown);

    await writeFile(program, text, "latin1");
    for (let place = 5; place < code.length; place += Math.ceil(code.length / 6)) {
      const damaged = Buffer.from(code);
      damaged[place] = (damaged[place] ?? 0) ^ 0x55;
      await writeFile(cache, damaged);
      expect(await spawned(bin, argv)).toEqual(unedited);
    }
  },
);
