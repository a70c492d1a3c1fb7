/** The cost of a workload for every format: the screen, the JSON, the spreadsheet rows and the one sentence. */
import type { CostResult } from "./schema.ts";
import { costGrid } from "./screen/bill-csv.ts";
import { costScreen } from "./screen/screen.ts";
import type { Presentation } from "../../format/presentation.ts";

export function presentCost(result: CostResult): Presentation {
  return {
    data: () => result,
    document: () => costScreen(result),
    grid: () => costGrid(result),
    summary: () => result.summary,
    quiet: () => (result.cheapest === null ? [] : [result.cheapest]),
  };
}
