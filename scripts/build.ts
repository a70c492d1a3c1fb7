/** Builds dist/: the bundled program and library, their types, the report's script, and the compiled catalog. */
import { execFile } from "node:child_process";
import { chmod, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { compileCatalog } from "../src/catalog/compile.ts";
import { COMPILED_FILE } from "../src/catalog/open.ts";
import { PAGE_SCRIPT_FILE } from "../src/cli/page-script.ts";
import { Failure } from "../src/schema/failure.ts";
import { licenceNotices } from "./notices.ts";
import { bundlePage } from "./page.ts";

const ROOT = path.join(import.meta.dirname, "..");
const DIST = path.join(ROOT, "dist");

/** Some dependencies are CommonJS inside: bundled into ES modules they still ask for `require`. */
const REQUIRE_BANNER =
  'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);';

/** Parts imported on demand stay files of their own, so that a start reads only what it runs. */
async function bundle(outdir: string): Promise<void> {
  const { metafile } = await build({
    entryPoints: [path.join(ROOT, "src/bin.ts"), path.join(ROOT, "src/index.ts")],
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    chunkNames: "chunk-[hash]",
    banner: { js: REQUIRE_BANNER },
    legalComments: "none", // passed on whole instead
    absWorkingDir: ROOT,
    metafile: true,
    logLevel: "warning",
  });
  const page = await bundlePage();
  await writeFile(path.join(outdir, PAGE_SCRIPT_FILE), page.text);
  const inputs = { ...metafile.inputs, ...page.metafile.inputs };
  await writeFile(path.join(outdir, "licenses.txt"), await licenceNotices({ inputs }, ROOT));
  await chmod(path.join(outdir, "bin.js"), 0o755);
}

async function emitTypes(outdir: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const compiler = path.join(path.dirname(require.resolve("typescript/package.json")), "bin/tsc");
  const project = path.join(ROOT, "tsconfig.types.json");
  await promisify(execFile)(process.execPath, [compiler, "-p", project, "--outDir", outdir]);
}

async function writeCatalog(outdir: string): Promise<void> {
  const compiled = await compileCatalog(path.join(ROOT, "data"), "data");
  await writeFile(path.join(outdir, COMPILED_FILE), JSON.stringify(compiled));
}

/** Built beside and put in place whole: a program running meanwhile never sees half of it. */
async function main(): Promise<void> {
  const staging = await mkdtemp(path.join(ROOT, ".dist-"));
  try {
    await Promise.all([bundle(staging), emitTypes(staging), writeCatalog(staging)]);
    await chmod(staging, 0o755);
    await rm(DIST, { recursive: true, force: true });
    await rename(staging, DIST);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
}

await main().catch((error: unknown) => {
  process.exitCode = 1;
  process.stderr.write(`${described(error)}\n`);
});

function described(error: unknown): string {
  if (error instanceof Failure) return error.line;
  if (error instanceof Error && "stdout" in error && typeof error.stdout === "string") {
    return error.stdout; // the compiler writes its findings there
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
