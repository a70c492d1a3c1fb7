/** The program's scripts: every part of it a function that runs when it is first asked for. */
import path from "node:path";
import { build, type BuildOptions, type OutputFile } from "esbuild";
import { init, parse } from "es-module-lexer";

/**
 * Bundles as modules, each set of them that is only ever loaded together a part, and hands out the parts to be set in
 * scripts. V8 knows nothing of the functions of a part that never ran, so that the code kept compiled holds those of the
 * commands it was warmed up with and no others.
 */
export async function bundleInParts(options: BuildOptions, entry: string) {
  await init;
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [entry],
    format: "esm",
    splitting: true,
    chunkNames: "[hash]",
    outdir: ".",
    write: false,
    metafile: true,
  });
  const parts = new Map(outputFiles.map((file) => [nameOf(file), file.text]));
  refuseCircles(new Map(outputFiles.map((file) => [nameOf(file), importedBy(file)])));
  return { parts, metafile };
}

/** What a part needs before it can run must not need that part. */
function refuseCircles(imports: ReadonlyMap<string, readonly string[]>): void {
  const sound = new Set<string>();
  const visit = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) throw new Error(`parts import each other: ${way.join(", ")}`);
    if (sound.has(name)) return;
    for (const wanted of imports.get(name) ?? []) visit(wanted, [...way, name]);
    sound.add(name);
  };
  for (const name of imports.keys()) visit(name, []);
}

/** Of imports on demand nothing: they come later. */
function importedBy({ text }: OutputFile): string[] {
  const [imports] = parse(text);
  return imports.flatMap(({ d, n }) => (d === -1 && n !== undefined ? [path.parse(n).name] : []));
}

function nameOf({ path: file }: OutputFile): string {
  return path.parse(file).name;
}

/** The files of the scripts, in the order in which they are loaded, and the names of the parts in each. */
export type Scripts = ReadonlyMap<string, readonly string[]>;

/**
 * The texts of the scripts. The first loads the part that is the program and exports what that exports, with the names
 * of the parts loaded so far; each other one is loaded when the first of its parts is asked for.
 */
export function scriptTexts(parts: ReadonlyMap<string, string>, main: string, scripts: Scripts) {
  const files = [...scripts.keys()];
  const homes = new Map([...scripts].flatMap(([file, names]) => names.map((name) => [name, file])));
  const texts = [...scripts].map(([file, names], at): [string, string] => {
    const load = (name: string) => {
      const home = homes.get(name) ?? "";
      const isAtHand = home === file || home === files[0];
      return isAtHand ? `load("${name}")` : `load("${name}","./${home}")`;
    };
    const functions = names.map(
      (name) => `"${name}"${functionOf(parts.get(name) ?? "", homes, load)}`,
    );
    const all = `{${functions.join(",\n")}}`;
    return [file, at > 0 ? `module.exports=load=>(${all});` : firstScript(all, main)];
  });
  return new Map(texts);
}

function firstScript(parts: string, main: string): string {
  const load =
    "load=(name,file)=>loaded[name]??=(parts[name]??Object.assign(parts,require(file)(load))[name])()";
  return `const parts=${parts},loaded={},${load};module.exports={...load("${main}"),loaded};`;
}

/** A module's text as a function that returns what the module exports: it imports at once, whatever stands before. */
function functionOf(
  text: string,
  parts: ReadonlyMap<string, unknown>,
  load: (name: string) => string,
): string {
  const wanted = (from: string) => {
    const { name } = path.parse(from);
    return parts.has(name) ? load(name) : `require("${from}")`;
  };
  const [imports] = parse(text);
  let head = "";
  let body = "";
  let end = 0;
  for (const { ss, se, d, n } of imports) {
    if (n === undefined) continue;
    body += text.slice(end, ss);
    end = se;
    if (d === -1) head += importOf(text.slice(ss, se), wanted(n));
    else body += `Promise.resolve().then(()=>${wanted(n)})`;
  }
  const exported = /export\s*\{([^}]*)\};?\s*$/;
  body += text
    .slice(end)
    .replace(exported, (_all, list: string) => `return{${namesIn(list, "$2:$1")}}`);
  return `(){${head}${body}}`;
}

/** `import a, { b as c } from "d"` as declarations of what `wanted` is; nothing is bound before it has its value. */
function importOf(statement: string, wanted: string): string {
  const form = /^import\s*(?:([\w$]+)\s*,?\s*)?(?:\*\s*as\s+([\w$]+))?(?:\{([^}]*)\})?/.exec(
    statement,
  );
  const [, whole, namespace, list] = form ?? [];
  const bound = [whole, namespace, list === undefined ? undefined : `{${namesIn(list, "$1:$2")}}`];
  const declarations = bound.filter((each) => each !== undefined && each !== "");
  if (declarations.length === 0) return `${wanted};`;
  return declarations.map((each) => `const ${each}=${wanted};`).join("");
}

function namesIn(list: string, form: string): string {
  return list
    .split(",")
    .map((each) => each.trim().replace(/^(\S+)\s+as\s+(\S+)$/, form))
    .join(",");
}
