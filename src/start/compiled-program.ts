/**
 * The built program, with the code that V8 made of it at the build, or at the first start on another V8: a start would
 * spend more time compiling than answering. V8 itself checks nothing of such code but its length, and runs it instead of
 * the text: here it runs only where the text is, byte by byte, the one it was made of, and no byte of it is damaged.
 */
import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import nodeModule from "node:module";
import path from "node:path";
import { Script } from "node:vm";
import type * as program from "./program.ts";

export const PROGRAM_FILE = "program.cjs";
export const CODE_CACHE_FILE = `program-${process.versions.v8}-${process.arch}.cache`;

export type Program = typeof program;

export interface OpenedProgram {
  program: Program;
  /** What is left to do once the program has answered: so that the next start is faster. */
  keepCode: () => Promise<void>;
}

/** The program, from the code that the build or an earlier start of this V8 kept. */
export function openProgram(directory: string): OpenedProgram {
  const text = readFileSync(path.join(directory, PROGRAM_FILE));
  const code = readCodeCache(directory, text);
  const nothing = () => Promise.resolve();
  // Newer than the oldest Node this runs on; what it keeps is less, but anybody may keep it.
  const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };
  const folder = cacheFolder(process.env);
  const isOurs = mayWrite(directory);
  if (code === null && !isOurs && enableCompileCache !== undefined && folder !== null) {
    enableCompileCache(folder);
    const file = path.join(directory, PROGRAM_FILE);
    return { program: nodeModule.createRequire(file)(file) as Program, keepCode: nothing };
  }
  const script = compileProgram(text, code);
  const program = loadProgram(script, directory);
  const keepCode = () => writeCodeCache(directory, text, script, program);
  return { program, keepCode: code === null && isOurs ? keepCode : nothing };
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

/**
 * What is kept of a script's code: the text it was made of, then the code, twice. Comparing bytes costs a start
 * a twentieth of what loading a digest costs, and tells as much: neither keeps out who may write to this folder.
 */
function sealedCode(text: Buffer, code: Buffer): Buffer {
  return Buffer.concat([text, code, code]);
}

/** Runs what people wait for most, so that the code of its functions is there, and keeps no other. */
export async function writeCodeCache(
  directory: string,
  text: Buffer,
  script: Script,
  { warmUp }: Program,
): Promise<void> {
  await warmUp(directory);
  const file = path.join(directory, CODE_CACHE_FILE);
  const aside = `${file}.${process.pid}`;
  try {
    writeFileSync(aside, sealedCode(text, script.createCachedData()));
    renameSync(aside, file);
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
function readCodeCache(directory: string, text: Buffer): Buffer | null {
  try {
    const sealed = readFileSync(path.join(directory, CODE_CACHE_FILE));
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
