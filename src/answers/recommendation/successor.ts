/** What the vendor names next: whether it would serve the same need, and what it would cost. */
import type { Successor } from "./schema.ts";
import { type Assessment, assess } from "../../decision/assessment.ts";
import { findCandidate } from "../../facts/candidate.ts";
import { isPriced, monthAtOutputMultiple } from "../../decision/cost.ts";
import type { Decision } from "../../decision/decision.ts";
import { money } from "../../words/figures.ts";
import { multipleAtEffort } from "../../decision/reasoning.ts";
import { screen, type Screened } from "../../decision/screening.ts";

/** The replacement of the pick or, when nothing qualifies, of the first excluded model that has one. */
export function successorOf(decision: Decision): Successor | null {
  const predecessors = [
    ...decision.ranking.slice(0, 1).map((model) => model.assessment),
    ...(decision.ranking.length === 0 ? decision.excluded.map((each) => each.assessment) : []),
  ];
  for (const predecessor of predecessors) {
    const id = predecessor.lifecycle.replacement.value;
    const candidate =
      id === null ? null : findCandidate(decision.sheets.catalog, id, decision.need.asOf);
    if (candidate === null) continue;
    const assessment = assess(candidate, decision.need, decision.sheets);
    return describe(predecessor, screen(assessment, decision.need), decision);
  }
  return null;
}

function describe(predecessor: Assessment, screened: Screened, decision: Decision): Successor {
  const { assessment } = screened;
  const { candidate, cost, reasoning, lifecycle } = assessment;
  const usdPerMonth = isPriced(cost) ? cost.usdPerMonth : null;
  const range = costAtDefaultEffort(assessment, decision);
  const end = lifecycle.shutdown.value;
  // What nobody knows is not a requirement met.
  const qualifies = screened.screen === "feasible";
  const blockedBy = [...screened.failed, ...screened.open].map((violation) => violation.message);
  const price =
    usdPerMonth === null
      ? "price unknown for this workload"
      : `${money(usdPerMonth)} a month${reasoning === null ? "" : " with reasoning off"}`;
  const atDefault =
    range === null
      ? ""
      : `, about ${money(range.point)} at its default effort (unmeasured: ${money(range.low)} to ${money(range.high)})`;
  const verdict = screened.failed.length > 0 ? "would not qualify" : "may not qualify";
  const fit = qualifies ? "passes your limits" : `${verdict}: it ${blockedBy.join("; it ")}`;
  return {
    model: candidate.id,
    name: candidate.name,
    of: predecessor.candidate.id,
    qualifies,
    screen: screened.screen,
    blockedBy,
    reasoningEffort: reasoning?.effort ?? null,
    usdPerMonth,
    usdPerMonthAtDefaultEffort: range === null ? null : [range.low, range.high],
    usdPerMonthAtDefaultEffortPoint: range?.point ?? null,
    announcedEnd: end,
    message: `OpenAI names ${candidate.id} as the replacement of ${predecessor.candidate.id}: ${price}${atDefault}; ${fit}; ${end === null ? "no end announced, which is no promise" : `itself ends on ${end}`}`,
  };
}

/** Hidden reasoning is billed as output: the bill at the effort a request gets when it names none. */
function costAtDefaultEffort(
  { sheet, reasoning, cost }: Assessment,
  { need, sheets }: Decision,
): { low: number; point: number; high: number } | null {
  const effort = reasoning?.defaultEffort;
  if (effort === null || effort === undefined || effort === reasoning?.effort) return null;
  if (!isPriced(cost)) return null;
  const { multiple } = multipleAtEffort(sheet, effort, sheets.catalog.levels);
  const at = (outputMultiple: number) => monthAtOutputMultiple(cost, need.workload, outputMultiple);
  return { low: at(multiple.low), point: at(multiple.point), high: at(multiple.high) };
}
