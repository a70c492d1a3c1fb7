/** What would change the pick, as the record tells it: flips and hinges with their sentences. */
import type { Decision } from "../../decision/decision.ts";
import { type FlipPoint, flipPoints } from "../../decision/flip-points.ts";
import { hinges } from "../../decision/hinges.ts";
import { flipSentence, hingeSentence } from "../../words/flips.ts";
import { namesOf } from "./names.ts";
import type { Flip, Hinge } from "./schema.ts";

export function flipEntries(decision: Decision): Flip[] {
  const ofModel = namesOf(decision);
  return flipPoints(decision).map((flip) => ({
    ...flip,
    message: `${flipSentence(flip, ofModel)}${isJudgedAsUsual(flip, decision) ? AS_USUAL : ""}`,
  }));
}

const AS_USUAL = ", an answer priced as in the task's usual month";

/** Whether a budget turns the answer only by what an answer costs in a month that is not the user's. */
function isJudgedAsUsual({ parameter, at }: FlipPoint, { need, sheets }: Decision): boolean {
  return (
    parameter === "budget" &&
    at > sheets.catalog.levels.budget.usualMonthAnchorUsd &&
    need.workload.requestsPerMonth < need.usualRequestsPerMonth
  );
}

export function hingeEntries(decision: Decision): Hinge[] {
  const { benchmarks } = decision.sheets;
  const ofBenchmark = (id: string) => benchmarks.get(id)?.name ?? id;
  const names = { ofModel: namesOf(decision), ofBenchmark };
  return hinges(decision).map((hinge) => ({
    ...hinge,
    claims: hinge.claims.map(({ inScope: _inScope, ...claim }) => claim),
    message: hingeSentence(hinge, names),
  }));
}
