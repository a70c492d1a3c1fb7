/** The program run from its sources, for whoever works on it: `npm start -- --budget low`. */
import { main } from "./program.ts";

await main();
