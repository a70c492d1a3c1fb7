/** A change of model for every format: screen, JSON, spreadsheet rows, one sentence, decision record, calendar. */
import type { Presentation } from "../../format/presentation.ts";
import { migrationEvents } from "./calendar.ts";
import { migrationRecord } from "./record.ts";
import type { Migration } from "./schema.ts";
import { migrationGrid } from "./screen/grid.ts";
import { migrationScreen } from "./screen/screen.ts";
import { migrationSummary } from "./screen/summary.ts";
import { migrationAnnotations } from "./annotations.ts";

/** @param full everything there is to say, instead of one screen */
export function presentMigration(result: Migration, full: boolean): Presentation {
  return {
    data: () => result,
    document: () => migrationScreen(result, full),
    grid: () => migrationGrid(result),
    summary: () => migrationSummary(result),
    quiet: () => (result.recommendation === null ? [] : [result.recommendation.model]),
    record: () => Promise.resolve(migrationRecord(result)),
    annotations: () => migrationAnnotations(result),
    calendar: () => migrationEvents(result),
  };
}
