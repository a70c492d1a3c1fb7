/**
 * The built program, with the code that V8 made of it at build time where this Node takes it: a start would spend more
 * time compiling than answering. Node compares the cache with its own version and ignores one that is not its own.
 */
import { readFileSync } from "node:fs";
import nodeModule from "node:module";
import path from "node:path";
import { Script } from "node:vm";
import type * as program from "./program.ts";

const PROGRAM_FILE = "program.cjs";
export const CODE_CACHE_FILE = "program.cache";

export type Program = typeof program;

/** The program, from compiled code that Node itself keeps where it can, else from what the build kept. */
export function openProgram(directory: string): Program {
  // Newer than the oldest Node this runs on.
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
  if (enableCompileCache === undefined) return loadProgram(compileProgram(directory), directory);
  enableCompileCache();
  const file = path.join(directory, PROGRAM_FILE);
  return nodeModule.createRequire(file)(file) as Program;
}

/** The program's text as a script; the cache is left out where there is none. */
export function compileProgram(directory: string): Script {
  const filename = path.join(directory, PROGRAM_FILE);
  const cachedData = codeCache(directory);
  // Built without a character beyond ASCII, and read the fastest way.
  return new Script(nodeModule.wrap(readFileSync(filename, "latin1")), {
    filename,
    ...(cachedData === null ? {} : { cachedData }),
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

function codeCache(directory: string): Buffer | null {
  try {
    return readFileSync(path.join(directory, CODE_CACHE_FILE));
  } catch {
    return null; // the program starts without it, only slower
  }
}
