/** Which models can take over from one that ends, and how long they have to be served. */
import type { Candidate } from "../facts/candidate.ts";
import { type FactSheets, lifecycleFacts } from "../facts/fact-sheets.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { addDays } from "../schema/texts.ts";
import { assess, endOf, servedModels } from "./assessment.ts";
import { decideAmong, type RankedModel } from "./decision.ts";
import type { Need } from "./need.ts";

/**
 * The need of whatever takes over: the same, of every other model that is served on the day, until the day asked for
 * or a good while beyond the end of the old one. None is fine-tuned before it is chosen.
 */
export function needOfSuccessors(need: Need, from: Candidate, sheets: FactSheets): Need {
  const beside = servedModels(sheets).filter(({ model }) => model !== from.model);
  return { ...lastingNeed(need, from, sheets), models: beside.map(({ id }) => id) };
}

function lastingNeed(need: Need, from: Candidate, sheets: FactSheets) {
  const { workload } = need;
  return {
    ...need,
    availableUntil: need.availableUntil ?? lastingUntil(from, sheets),
    workload: workload.fineTuned ? { ...workload, fineTuned: false } : workload,
  };
}

/** A good while beyond the end of the old one, or beyond the day where none is announced. */
function lastingUntil(from: Candidate, sheets: FactSheets): IsoDate {
  return sheets.of(from).group("successors last until", () => {
    const end = endOf(from, sheets);
    const begins = end !== null && end > sheets.asOf ? end : sheets.asOf;
    return addDays(begins, sheets.catalog.levels.migration.servedDaysAfterEnd);
  });
}

const endsOfServed = memoizeByObject((sheets: FactSheets) =>
  servedModels(sheets).map((candidate) => ({ candidate, end: endOf(candidate, sheets) })),
);

export interface Succession {
  /** The models that can take over, the one the vendor names first, then by rank. */
  successors: RankedModel[];
  /** What the vendor names; null where it names nothing. */
  named: string | null;
}

/** Models that end before are ruled out unseen: half of a catalog may. */
export function successorsOf(from: Candidate, need: Need, sheets: FactSheets): Succession {
  const asked = lastingNeed(need, from, sheets);
  const assessments = endsOfServed(sheets).flatMap(({ candidate, end }) =>
    candidate.model === from.model ||
    need.exclude.includes(candidate.id) ||
    (end !== null && end < asked.availableUntil)
      ? []
      : [assess(candidate, asked, sheets)],
  );
  const { ranking } = decideAmong(assessments, asked, sheets);
  const named = lifecycleFacts(sheets.of(from)).replacement.value;
  const isNamed = ({ id }: RankedModel) => id === named;
  return {
    successors: [...ranking.filter(isNamed), ...ranking.filter((model) => !isNamed(model))],
    named,
  };
}
