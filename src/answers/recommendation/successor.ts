/** The successor the vendor names: whether it would serve the same need, and what it would cost. */
import { type Assessment, assess } from "../../decision/assessment.ts";
import { isPriced, monthAtOutputMultiple, multipleAtEffort } from "../../decision/cost.ts";
import type { Decision } from "../../decision/decision.ts";
import { screen, type Screened } from "../../decision/screening.ts";
import { successorsOf } from "../../decision/succession.ts";
import { findCandidate } from "../../facts/candidate.ts";
import { WITHOUT_REASONING } from "../../facts/fact-sheets.ts";
import { named, successorTerms, vendorName } from "../../words/endings.ts";
import { requirementMessage } from "../../words/requirement-sentences.ts";
import type { Successor, SuccessorOption } from "./schema.ts";

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

/** What can take over from the pick, or from the first excluded model, once its end is announced. */
export function successorOptions({ ranking, excluded, need, sheets }: Decision): SuccessorOption[] {
  const first = ranking[0]?.assessment ?? excluded[0]?.assessment;
  if (first === undefined || first.lifecycle.shutdown.value === null) return [];
  const { successors, named: replacement } = successorsOf(first.candidate, need, sheets);
  const told = successors.slice(0, sheets.catalog.levels.sampling.modelsAtMost);
  return told.map(({ id, assessment, cost, screened }) => ({
    model: id,
    name: assessment.candidate.name,
    named: id === replacement,
    screen: screened.screen === "feasible" ? "feasible" : "unknown",
    blockedBy: screened.open.map((check) => requirementMessage(check, need)),
    qualityKnown: assessment.quality.estimate !== null,
    reasoningEffort: assessment.reasoning?.effort ?? null,
    usdPerMonth: cost.usdPerMonth,
    announcedEnd: assessment.lifecycle.shutdown.value,
  }));
}

function describe(predecessor: Assessment, screened: Screened, decision: Decision): Successor {
  const { assessment } = screened;
  const { candidate, cost, reasoning, lifecycle } = assessment;
  const usdPerMonth = isPriced(cost) ? cost.usdPerMonth : null;
  const range = costAtDefaultEffort(assessment, decision);
  const { catalog } = decision.sheets;
  const namedBy = vendorName(catalog.vendors, predecessor.candidate.model.provider);
  const blockedBy = [...screened.failed, ...screened.open].map((check) =>
    requirementMessage(check, decision.need),
  );
  const terms = successorTerms({
    usdPerMonth,
    isReasoningOff: reasoning?.effort === WITHOUT_REASONING,
    atDefaultEffort: range && { usdPerMonth: range.point, range: [range.low, range.high] },
    screen: screened.screen,
    blockedBy,
    announcedEnd: lifecycle.shutdown.value,
  });
  return {
    model: candidate.id,
    name: candidate.name,
    of: predecessor.candidate.id,
    namedBy,
    qualifies: screened.screen === "feasible",
    screen: screened.screen,
    blockedBy,
    reasoningEffort: reasoning?.effort ?? null,
    usdPerMonth,
    usdPerMonthAtDefaultEffort: range === null ? null : [range.low, range.high],
    usdPerMonthAtDefaultEffortPoint: range?.point ?? null,
    announcedEnd: lifecycle.shutdown.value,
    message: `${named(namedBy, candidate.id, predecessor.candidate.id)}: ${terms}`,
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
