/**
 * The built program, with the code that V8 made of it at the build, or at the first start on another V8: a start would
 * spend more time compiling than answering. V8 itself checks nothing of such code but its length, and runs it instead of
 * the text: here it runs only where the text is, byte by byte, the one it was made of, and no byte of it is damaged.
 */
import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Script } from "node:vm";
import type * as program from "./program.ts";

/** What every start runs; what a recommendation runs beside it; and the rest. Each is read where it is first asked for. */
export const SCRIPTS = {
  every: "program.cjs",
  answers: "program-answers.cjs",
  others: "program-others.cjs",
} as const;

/** The scripts whose code is kept once these command lines have run: no other script is any slower for them. */
const WARMED = {
  most: [SCRIPTS.every, SCRIPTS.answers],
  others: [SCRIPTS.others],
} as const satisfies Record<program.WarmedUp, readonly string[]>;

/** The file of a script's code, as this V8 makes it. */
export function codeCacheFile(script: string): string {
  return `${script.replace(".cjs", "")}-${process.versions.v8}-${process.arch}.cache`;
}

export type Program = typeof program & {
  /** The parts loaded so far, in order, by their names. */
  loaded: Readonly<Record<string, unknown>>;
};

export interface OpenedProgram {
  program: Program;
  /**
   * What is left to do once the program has answered: so that the next start is faster.
   * @param all the code of the scripts too that nobody asked for yet
   */
  keepCode: (all?: boolean) => Promise<void>;
}

interface OpenedScript {
  file: string;
  text: Buffer;
  script: Script;
  isKept: boolean;
}

/**
 * The program, from the code that the build or an earlier start of this V8 kept.
 * @param nodes what a module of that directory asks Node for others with
 */
export function openProgram(directory: string, nodes: NodeJS.Require): OpenedProgram {
  const opened: OpenedScript[] = [];
  const isScript = (file: string) => Object.values<string>(SCRIPTS).includes(file);
  const required = (name: string): unknown => {
    const file = name.slice("./".length);
    if (!isScript(file)) return nodes(name);
    const text = readFileSync(path.join(directory, file));
    const code = readCodeCache(directory, file, text);
    if (code === null && keptByNode(directory)) return nodes(name);
    const script = compiled(file, text, code);
    opened.push({ file, text, script, isKept: code !== null });
    return exportsOf(script, required, path.join(directory, file));
  };
  const program = required(`./${SCRIPTS.every}`) as Program;
  const missing = (files: readonly string[]) =>
    opened.filter(({ file, isKept }) => !isKept && files.includes(file));
  return {
    program,
    async keepCode(all = false) {
      for (const [lines, files] of Object.entries(WARMED)) {
        if (!all && (missing(files).length === 0 || !mayWrite(directory))) continue;
        // Runs what people wait for, so that the code of its functions is there.
        await program.warmUp(directory, lines as program.WarmedUp);
        for (const script of missing(files)) writeCodeCache(directory, script);
      }
    },
  };
}

/** A folder that nobody may write to: there Node itself may keep some code elsewhere. */
function keptByNode(directory: string): boolean {
  // Newer than the oldest Node this runs on; what it keeps is less, but anybody may keep it.
  const { enableCompileCache } = process.getBuiltinModule("node:module") as {
    enableCompileCache?: (folder: string) => unknown;
  };
  const folder = cacheFolder(process.env);
  if (enableCompileCache === undefined || folder === null || mayWrite(directory)) return false;
  enableCompileCache(folder);
  return true;
}

function compiled(file: string, text: Buffer, code: Buffer | null): Script {
  // Built without a character beyond ASCII, and read the fastest way.
  return new Script(`(function(${CONTEXT.join()}){${text.toString("latin1")}\n})`, {
    filename: file, // not where it lies: the code would carry the place along
    ...(code === null ? {} : { cachedData: code }),
  });
}

/** What Node hands to a module. */
const CONTEXT = ["exports", "require", "module", "__filename", "__dirname"];

function exportsOf(script: Script, required: (name: string) => unknown, file: string): unknown {
  const module = { exports: {} };
  const start = script.runInThisContext() as (...context: unknown[]) => void;
  start(module.exports, required, module, file, path.dirname(file));
  return module.exports;
}

/**
 * What is kept of a script's code: the text it was made of, then the code, twice. Comparing bytes costs a start
 * a twentieth of what loading a digest costs, and tells as much: neither keeps out who may write to this folder.
 */
function writeCodeCache(directory: string, { file, text, script }: OpenedScript): void {
  const place = path.join(directory, codeCacheFile(file));
  const aside = `${place}.${process.pid}`;
  const code = script.createCachedData();
  try {
    writeFileSync(aside, Buffer.concat([text, code, code]));
    renameSync(aside, place);
  } catch {
    rmSync(aside, { force: true }); // a full disk: starts stay as slow as they were
  }
}

function mayWrite(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Null where there is none, one of another text, or a damaged one: the program starts without it, only slower. */
function readCodeCache(directory: string, file: string, text: Buffer): Buffer | null {
  try {
    const sealed = readFileSync(path.join(directory, codeCacheFile(file)));
    const [start, middle] = [text.length, (text.length + sealed.length) / 2];
    const code = sealed.subarray(start, middle);
    const isSound = text.equals(sealed.subarray(0, start)) && code.equals(sealed.subarray(middle));
    return isSound ? code : null;
  } catch {
    return null;
  }
}

/** The user's own, for what Node compiles: its usual place is a folder that everybody may write to. */
function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA, HOME }: NodeJS.ProcessEnv): string | null {
  const own = [XDG_CACHE_HOME, LOCALAPPDATA, HOME && path.join(HOME, ".cache")];
  const found = own.find((folder) => folder !== undefined && path.isAbsolute(folder));
  return found === undefined ? null : path.join(found, "pick-model", "compiled");
}
