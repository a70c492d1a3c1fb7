/** The day a list is made for: `--as-of`, or today. */
import { flagLayer, readImageSize, resolveNeed } from "../question/index.ts";
import type { Catalog } from "../schema/catalog.ts";
import type { IsoDate } from "../schema/scalars.ts";
import type { Io } from "./io.ts";
import type { DAY_OPTIONS } from "./options/requirements.ts";
import type { OptionValues } from "../question/option.ts";

/** Checked as a decision's day is. @throws Failure (usage) */
export async function readAsOf(
  { asOf }: OptionValues<typeof DAY_OPTIONS>,
  catalog: Catalog,
  io: Io,
): Promise<IsoDate> {
  const { daysPerMonth } = catalog.levels.lifecycle;
  const layer = await flagLayer({ asOf }, { daysPerMonth, readImageSize });
  return resolveNeed([layer], catalog, { asOf: io.today }).asOf;
}
