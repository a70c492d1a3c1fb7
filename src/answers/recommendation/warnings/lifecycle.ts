/** Endings: announced shutdowns, models already gone, and fine-tuning that closes first. */
import type { Warning } from "../schema.ts";
import { addDays, daysBetween } from "../../../facts/calendar.ts";
import { isPriced } from "../../../decision/cost.ts";
import { assessmentsOf, type Decision } from "../../../decision/decision.ts";
import { daysAhead, money } from "../../../words/figures.ts";
import type { Assessment } from "../../../decision/assessment.ts";

export function lifecycleWarnings(decision: Decision): Warning[] {
  const assessments = assessmentsOf(decision);
  return [
    ...assessments.flatMap((assessment) => shutdownOf(assessment, decision)),
    ...assessments.flatMap((assessment) => fineTuningOf(assessment, decision)),
  ];
}

function shutdownOf(assessment: Assessment, { need, sheets }: Decision): Warning[] {
  const { candidate, lifecycle, cost } = assessment;
  const date = lifecycle.shutdown.value;
  if (date === null) return [];
  const days = daysBetween(need.asOf, date);
  const { warnWithinDays, daysPerMonth } = sheets.catalog.levels.lifecycle;
  if (days < 0) {
    return [
      {
        code: "shut-down",
        model: candidate.id,
        date,
        message: `${candidate.name} was shut down in OpenAI's API on ${date}, ${-days} days ago`,
      },
    ];
  }
  if (days > warnWithinDays) return [];
  const until = isPriced(cost)
    ? `; this workload costs ${money((cost.usdPerMonth / daysPerMonth) * (days + 1))} until then`
    : "";
  return [
    {
      code: "shutdown-announced",
      model: candidate.id,
      date,
      message: `${candidate.name} shuts down in OpenAI's API on ${date}, ${daysAhead(days)}${until}`,
    },
  ];
}

function fineTuningOf({ candidate, lifecycle }: Assessment, { need }: Decision): Warning[] {
  const { workload, needs } = need;
  const wanted = workload.fineTuned || workload.trainingTokens > 0 || needs.includes("fine-tuning");
  const closes = lifecycle.fineTuningCloses.value;
  if (!wanted || closes === null) return [];
  const open = need.asOf < closes;
  const closedToNew = lifecycle.fineTuningClosedToNewCustomers.value;
  const newcomers =
    closedToNew !== null && closedToNew <= need.asOf
      ? `; organisations that never fine-tuned are shut out since ${closedToNew}`
      : "";
  return [
    {
      code: "fine-tuning-closing",
      model: candidate.id,
      date: closes,
      message: open
        ? `${candidate.name}: the last new fine-tuning jobs start on ${addDays(closes, -1)}${newcomers}`
        : `${candidate.name}: no new fine-tuning jobs since ${closes}`,
    },
  ];
}
