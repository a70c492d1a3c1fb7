#!/usr/bin/env node
/** The executable. */
import { openProgram } from "./compiled-program.ts";

const { program, keepCode } = openProgram(import.meta.dirname, require);
void program.main().then(() => keepCode());
