/** The program's script: every part of it a function that runs when it is first asked for. */
import path from "node:path";
import { build, type BuildOptions, type OutputFile } from "esbuild";
import { init, parse } from "es-module-lexer";

/**
 * Bundles as modules, each set of them that is only ever loaded together a part, and sets the parts in one script. V8
 * knows nothing of the functions of a part that never ran, so that the code kept compiled holds those of the commands
 * it was warmed up with and no others.
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
  const names = new Set(outputFiles.map(nameOf));
  refuseCircles(new Map(outputFiles.map((file) => [nameOf(file), importedBy(file)])));
  const parts = outputFiles.map((file) => `"${nameOf(file)}"${functionOf(file, names)}`);
  const main = path.basename(entry, ".ts");
  const text = `const parts={${parts.join(",\n")}},loaded={},load=name=>loaded[name]??=parts[name]();module.exports=load("${main}");`;
  return { text, metafile };
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

/** A module's text as a function that returns what the module exports: it imports at once, whatever stands before. */
function functionOf({ text }: OutputFile, names: ReadonlySet<string>): string {
  const wanted = (from: string) => {
    const { name } = path.parse(from);
    return names.has(name) ? `load("${name}")` : `require("${from}")`;
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
