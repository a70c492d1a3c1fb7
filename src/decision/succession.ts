/** Which models can take over from one that ends, and how long they have to be served. */
import { type Candidate, candidateOf } from "../facts/candidate.ts";
import type { FactSheets } from "../facts/fact-sheets.ts";
import { lifecycleFacts } from "../facts/named-facts.ts";
import type { IsoDate } from "../schema/scalars.ts";
import { addDays } from "../schema/texts.ts";
import { isServed } from "./assessment.ts";
import { type Decision, decide, type RankedModel } from "./decision.ts";
import type { Need } from "./need.ts";

/**
 * The need of whatever takes over: the same, of every other model that is served on the day, until the day asked for
 * or a good while beyond the end of the old one. None is fine-tuned before it is chosen.
 */
export function needOfSuccessors(need: Need, from: Candidate, sheets: FactSheets): Need {
  return {
    ...need,
    models: servedBeside(from, need, sheets),
    availableUntil: horizonOf(need, from, sheets),
    workload: { ...need.workload, fineTuned: false },
  };
}

function horizonOf(need: Need, from: Candidate, sheets: FactSheets): IsoDate {
  const shutdown = lifecycleFacts(sheets.of(from)).shutdown.value;
  const end = shutdown !== null && shutdown > need.asOf ? shutdown : need.asOf;
  const days = sheets.catalog.levels.migration.servedDaysAfterEnd;
  return need.availableUntil ?? addDays(end, days);
}

function servedBeside({ model }: Candidate, need: Need, sheets: FactSheets): string[] {
  return sheets.catalog.models
    .filter((each) => each.id !== model.id && isServed(candidateOf(each, need.asOf), need, sheets))
    .map(({ id }) => id);
}

export interface Succession {
  /** Of the models that can take over. */
  decision: Decision;
  /** Those that are left, the one the vendor names first, then by rank. */
  successors: RankedModel[];
  /** What the vendor names; null where it names nothing. */
  named: string | null;
}

export function successorsOf(from: Candidate, need: Need, sheets: FactSheets): Succession {
  const decision = decide(needOfSuccessors(need, from, sheets), sheets);
  const named = lifecycleFacts(sheets.of(from)).replacement.value;
  const isNamed = ({ id }: RankedModel) => id === named;
  return {
    decision,
    successors: [
      ...decision.ranking.filter(isNamed),
      ...decision.ranking.filter((model) => !isNamed(model)),
    ],
    named,
  };
}
