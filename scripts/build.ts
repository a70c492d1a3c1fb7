/** Builds dist/: the bundled program and library, the report's script, and the compiled catalog. */
import { chmod, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { compileCatalog } from "../src/catalog/compile.ts";
import { COMPILED_FILE } from "../src/catalog/index.ts";
import { packed } from "../src/catalog/packed.ts";
import { PAGE_SCRIPT_FILE } from "../src/cli/report-page.ts";
import { newestObservation } from "../src/facts/claims.ts";
import { Failure } from "../src/schema/failure.ts";
import { openProgram, SCRIPTS } from "../src/start/compiled-program.ts";
import { licenceNotices } from "./notices.ts";
import { bundlePage, versionAlone } from "./page.ts";
import { bundleInParts, scriptTexts, type Scripts } from "./program-parts.ts";

const ROOT = path.join(import.meta.dirname, "..");
const DIST = path.join(ROOT, "dist");

/** Some dependencies are CommonJS inside: bundled into ES modules they still ask for `require`. */
const REQUIRE_BANNER =
  'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);';

/** What ES modules know of themselves, in a script. */
const OWN_PLACE = { "import.meta.filename": "__filename", "import.meta.dirname": "__dirname" };
/** Libraries ask for it as a URL, which a start of the program would make for nobody. */
const OWN_URL = {
  banner: { js: 'const __ownUrl=require("node:url").pathToFileURL(__filename).href;' },
  define: { ...OWN_PLACE, "import.meta.url": "__ownUrl" },
};

const COMMON: BuildOptions & { metafile: true } = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20.19",
  legalComments: "none", // passed on whole instead
  preserveSymlinks: true, // names of files come from paths: the same wherever the packages really are
  metafile: true,
  logLevel: "warning",
};

/** A script asks for other files with `require`, also for those it needs only now and then. */
const SCRIPT = {
  ...COMMON,
  format: "cjs",
  charset: "ascii",
  outExtension: { ".js": ".cjs" },
  supported: { "dynamic-import": false },
  define: OWN_PLACE,
} as const satisfies BuildOptions;

/** The script is read byte by byte as Latin-1, which is the fastest: the bundler escapes all but regular expressions. */
function escapedBeyondAscii(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

async function bundle(outdir: string, newestFact: string | null): Promise<void> {
  const [program, starters, late, library, page] = await Promise.all([
    bundleProgram(newestFact),
    bundleStarters(outdir),
    bundleLateLibraries(outdir),
    bundleLibrary(outdir),
    bundlePage(),
  ]);
  await writeScripts(outdir, program.parts);
  await writeFile(path.join(outdir, PAGE_SCRIPT_FILE), page.text);
  const inputs = {
    ...program.metafile.inputs,
    ...starters.metafile.inputs,
    ...late.metafile.inputs,
    ...library.metafile.inputs,
    ...page.metafile.inputs,
  };
  await writeFile(path.join(outdir, "licenses.txt"), await licenceNotices({ inputs }, ROOT));
  await chmod(path.join(outdir, "bin.cjs"), 0o755);
}

/** The program in scripts, whose compiled code can be kept: which part is in which is seen of what the parts are loaded for. */
async function writeScripts(outdir: string, parts: ReadonlyMap<string, string>): Promise<void> {
  const write = async (scripts: Scripts) => {
    for (const [file, text] of scriptTexts(parts, "program", scripts)) {
      await writeFile(path.join(outdir, file), escapedBeyondAscii(text));
    }
  };
  await write(new Map([[SCRIPTS.every, [...parts.keys()]]]));
  const { program } = opened(outdir);
  const every = Object.keys(program.loaded);
  await program.warmUp(outdir, "most");
  const answers = Object.keys(program.loaded).filter((name) => !every.includes(name));
  const others = [...parts.keys()].filter((name) => !Object.hasOwn(program.loaded, name));
  await write(
    new Map([
      [SCRIPTS.every, every],
      [SCRIPTS.answers, answers],
      [SCRIPTS.others, others],
    ]),
  );
}

function opened(outdir: string) {
  return openProgram(outdir, createRequire(path.join(outdir, SCRIPTS.every)));
}

function bundleProgram(newestFact: string | null) {
  const { supported: _noImports, format: _format, ...options } = SCRIPT;
  const define = { ...OWN_PLACE, BUILT_WITH_FACTS_OF: JSON.stringify(newestFact) };
  const plugins = [keptApart, leftOut, versionAlone];
  const entry = path.join(ROOT, "src/start/program.ts");
  return bundleInParts({ ...options, define, plugins }, entry);
}

/** The few lines that start it, or its helper threads. */
function bundleStarters(outdir: string) {
  const entryPoints = ["bin", "worker"].map((name) => path.join(ROOT, `src/start/${name}.ts`));
  return build({ ...SCRIPT, entryPoints, outdir });
}

/** Libraries that few answers need, by the file each becomes: the program's script stays small without them. */
const LATE_LIBRARIES: Record<string, string> = {
  "@clack/prompts": "late-prompts",
  "d3-scale": "late-d3-scale",
  "d3-shape": "late-d3-shape",
  "csv-parse": "late-csv-parse",
  "csv-stringify/sync": "late-csv",
  "gpt-tokenizer/encoding/o200k_base": "late-o200k",
  linkedom: "late-linkedom",
  tinyglobby: "late-tinyglobby",
  yaml: "late-yaml",
};

const keptApart: Plugin = {
  name: "late libraries are kept apart",
  setup(building) {
    building.onResolve({ filter: /^[^.]/ }, ({ path: name }) => {
      const file = LATE_LIBRARIES[name];
      return file === undefined ? null : { path: `./${file}.cjs`, external: true };
    });
  },
};

/** What libraries load at every start for services nobody asks them for. */
const UNUSED_PARTS = [
  // Commander starts programs of its own where a command is one; no command here is.
  { part: /^node:child_process$/, of: "commander", contents: "" },
  // Chalk looks whether there is a terminal; it is told what to do.
  {
    part: /^#supports-color$/,
    of: "chalk",
    contents: "export default { stdout: false, stderr: false };",
  },
];

const leftOut: Plugin = {
  name: "unused parts of libraries are left out",
  setup(building) {
    const leftOver = new Set<string>(UNUSED_PARTS.map(({ of }) => of));
    building.onEnd(() => {
      const [first] = leftOver;
      return first === undefined
        ? null
        : { errors: [{ text: `${first} no longer loads that part` }] };
    });
    for (const { part, of, contents } of UNUSED_PARTS) {
      building.onResolve({ filter: part }, ({ importer }) =>
        importer.includes(path.join("node_modules", of)) ? { path: of, namespace: "unused" } : null,
      );
      building.onLoad({ filter: new RegExp(`^${of}$`), namespace: "unused" }, () => {
        leftOver.delete(of);
        return { contents };
      });
    }
  },
};

function bundleLateLibraries(outdir: string) {
  const contents = Object.entries(LATE_LIBRARIES).map(([name, file]) => ({
    in: name,
    out: file,
  }));
  // Node reads them as UTF-8: tables of words stay a quarter smaller than with every letter escaped.
  return build({ ...SCRIPT, ...OWN_URL, charset: "utf8", entryPoints: contents, outdir });
}

/** Parts imported on demand stay files of their own, so that a program reads only what it uses. */
function bundleLibrary(outdir: string) {
  return build({
    ...COMMON,
    entryPoints: [path.join(ROOT, "src/index.ts")],
    outdir,
    splitting: true,
    format: "esm",
    chunkNames: "chunk-[hash]",
    banner: { js: REQUIRE_BANNER },
  });
}

/** Built beside and put in place whole: a program running meanwhile never sees half of it. */
async function main(): Promise<void> {
  const staging = await mkdtemp(path.join(ROOT, ".dist-"));
  try {
    const compiled = await compileCatalog(path.join(ROOT, "data"), "data");
    await writeFile(path.join(staging, COMPILED_FILE), packed(compiled));
    await bundle(staging, newestObservation(compiled.data.models));
    await opened(staging).keepCode(true);
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
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
