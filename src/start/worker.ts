/** The file of a thread that helps `batch`: the same program, started as a helper. */
import { openProgram } from "./compiled-program.ts";

void openProgram(import.meta.dirname, require).program.helpWithBatch();
