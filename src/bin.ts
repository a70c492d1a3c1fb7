#!/usr/bin/env node
/** The executable: starts the program from compiled code, kept by Node itself where it can, else by the build. */
import nodeModule, { createRequire } from "node:module";
import path from "node:path";
import { compileProgram, loadProgram, type Program, PROGRAM_FILE } from "./compiled-program.ts";

const directory = import.meta.dirname;

function program(): Program {
  // Newer than the oldest Node this runs on.
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
  if (enableCompileCache === undefined) return loadProgram(compileProgram(directory), directory);
  enableCompileCache();
  const file = path.join(directory, PROGRAM_FILE);
  return createRequire(file)(file) as Program;
}

void program().main();
