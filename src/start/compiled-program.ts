/**
 * The built program, with the code that V8 made of it at build time where this is the V8 that built it: a start would
 * spend more time compiling than answering. V8 ignores a cache that does not fit.
 */
import { readFileSync } from "node:fs";
import nodeModule from "node:module";
import path from "node:path";
import { Script } from "node:vm";
import type * as program from "./program.ts";

const PROGRAM_FILE = "program.cjs";
export const CODE_CACHE_FILE = `program-${process.versions.v8}-${process.arch}.cache`;

export type Program = typeof program;

/** The program, from the code the build kept or, for another V8 than the build's, what Node itself keeps. */
export function openProgram(directory: string): Program {
  const codeCache = readCodeCache(directory);
  // Newer than the oldest Node this runs on.
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
  if (codeCache !== null || enableCompileCache === undefined) {
    return loadProgram(compileProgram(directory, codeCache), directory);
  }
  enableCompileCache();
  const file = path.join(directory, PROGRAM_FILE);
  return nodeModule.createRequire(file)(file) as Program;
}

/** The program's text as a script. */
export function compileProgram(directory: string, codeCache: Buffer | null): Script {
  const filename = path.join(directory, PROGRAM_FILE);
  // Built without a character beyond ASCII, and read the fastest way.
  return new Script(nodeModule.wrap(readFileSync(filename, "latin1")), {
    filename,
    ...(codeCache === null ? {} : { cachedData: codeCache }),
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

function readCodeCache(directory: string): Buffer | null {
  try {
    return readFileSync(path.join(directory, CODE_CACHE_FILE));
  } catch {
    return null; // the program starts without it, only slower
  }
}
