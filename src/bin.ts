#!/usr/bin/env node
/** The executable: hands the process to the program and its answer's code back. */
import { processIo } from "./cli/process-io.ts";
import { run } from "./cli/run.ts";

const code = await run(process.argv.slice(2), processIo());
// A stream that failed has set a code of its own.
process.exitCode ??= code;
