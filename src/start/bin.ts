#!/usr/bin/env node
/** The executable. */
import { openProgram } from "./compiled-program.ts";

void openProgram(import.meta.dirname).main();
