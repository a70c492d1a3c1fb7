/** Which models can take over from one that ends, and how long they have to be served. */
import type { Candidate } from "../facts/candidate.ts";
import { type FactSheets, lifecycleFacts } from "../facts/fact-sheets.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { addDays } from "../schema/texts.ts";
import { endOf, servedModels } from "./assessment.ts";
import { decide, type RankedModel } from "./decision.ts";
import type { Need } from "./need.ts";

/**
 * The need of whatever takes over: the same, of every other model that is served on the day, until the day asked for
 * or a good while beyond the end of the old one. None is fine-tuned before it is chosen.
 * @param among those that are looked at, where some are ruled out already
 */
export function needOfSuccessors(
  need: Need,
  from: Candidate,
  sheets: FactSheets,
  among = servedBeside(from, sheets),
): Need {
  return {
    ...need,
    models: among.map(({ id }) => id),
    availableUntil: horizonOf(need, from, sheets),
    workload: { ...need.workload, fineTuned: false },
  };
}

function horizonOf(need: Need, from: Candidate, sheets: FactSheets): IsoDate {
  const end = endOf(from, sheets);
  const begins = end !== null && end > need.asOf ? end : need.asOf;
  const days = sheets.catalog.levels.migration.servedDaysAfterEnd;
  return need.availableUntil ?? addDays(begins, days);
}

function servedBeside({ model }: Candidate, sheets: FactSheets): Candidate[] {
  return servedModels(sheets).filter((each) => each.model !== model);
}

export interface Succession {
  /** The models that can take over, the one the vendor names first, then by rank. */
  successors: RankedModel[];
  /** What the vendor names; null where it names nothing. */
  named: string | null;
}

/** Models that end before are ruled out unseen: half of a catalog may. */
export function successorsOf(from: Candidate, need: Need, sheets: FactSheets): Succession {
  const until = horizonOf(need, from, sheets);
  const lasting = servedBeside(from, sheets).filter(
    (each) => (endOf(each, sheets) ?? until) >= until,
  );
  const { ranking } = decide(needOfSuccessors(need, from, sheets, lasting), sheets);
  const named = lifecycleFacts(sheets.of(from)).replacement.value;
  const isNamed = ({ id }: RankedModel) => id === named;
  return {
    successors: [...ranking.filter(isNamed), ...ranking.filter((model) => !isNamed(model))],
    named,
  };
}
