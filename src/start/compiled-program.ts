/**
 * The built program, with the code that V8 made of it at build time where this is the V8 that built it: a start would
 * spend more time compiling than answering. V8 itself checks nothing of such code but its length, and runs it instead of
 * the text: here it runs only under the digest of the text and the code together.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import nodeModule from "node:module";
import path from "node:path";
import { Script } from "node:vm";
import type * as program from "./program.ts";

export const PROGRAM_FILE = "program.cjs";
export const CODE_CACHE_FILE = `program-${process.versions.v8}-${process.arch}.cache`;

export type Program = typeof program;

/** The program, from the code the build kept or, for another V8 than the build's, what Node itself keeps. */
export function openProgram(directory: string): Program {
  const text = readFileSync(path.join(directory, PROGRAM_FILE));
  const code = readCodeCache(directory, text);
  // Newer than the oldest Node this runs on.
  const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };
  const folder = cacheFolder(process.env);
  if (code !== null || enableCompileCache === undefined || folder === null) {
    return loadProgram(compileProgram(text, code), directory);
  }
  enableCompileCache(folder);
  const file = path.join(directory, PROGRAM_FILE);
  return nodeModule.createRequire(file)(file) as Program;
}

/** The program's text as a script. */
export function compileProgram(text: Buffer, code: Buffer | null): Script {
  // Built without a character beyond ASCII, and read the fastest way.
  return new Script(nodeModule.wrap(text.toString("latin1")), {
    filename: PROGRAM_FILE, // not where it lies: the code would carry the place along
    ...(code === null ? {} : { cachedData: code }),
  });
}

/** What the script exports. */
export function loadProgram(script: Script, directory: string): Program {
  const filename = path.join(directory, PROGRAM_FILE);
  const module = { exports: {} };
  const start = script.runInThisContext() as (...context: unknown[]) => void;
  start(module.exports, nodeModule.createRequire(filename), module, filename, directory);
  return module.exports as Program;
}

/** What the build keeps of a script's code: its digest, then the code. */
export function sealedCode(text: Buffer, code: Buffer): Buffer {
  return Buffer.concat([digestOf(text, code), code]);
}

const DIGEST_BYTES = 32;

function digestOf(text: Buffer, code: Buffer): Buffer {
  return createHash("sha256").update(text).update(code).digest();
}

/** Null where there is none, or one of another text: the program starts without it, only slower. */
function readCodeCache(directory: string, text: Buffer): Buffer | null {
  try {
    const sealed = readFileSync(path.join(directory, CODE_CACHE_FILE));
    const code = sealed.subarray(DIGEST_BYTES);
    return digestOf(text, code).equals(sealed.subarray(0, DIGEST_BYTES)) ? code : null;
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
