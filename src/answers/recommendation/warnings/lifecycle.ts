/** Warnings about shutdowns, models already gone, and fine-tuning that closes first. */
import { vendorName } from "../../../words/endings.ts";
import { daysBetween } from "../../../facts/calendar.ts";
import { isPriced } from "../../../decision/cost.ts";
import { assessmentsOf, type Decision } from "../../../decision/decision.ts";
import type { Assessment } from "../../../decision/assessment.ts";
import type { Finding } from "../../../words/findings.ts";

export function lifecycleFindings(decision: Decision): Finding[] {
  const assessments = assessmentsOf(decision);
  return [
    ...assessments.flatMap((assessment) => shutdownOf(assessment, decision)),
    ...assessments.flatMap((assessment) => fineTuningOf(assessment, decision)),
  ];
}

function shutdownOf(assessment: Assessment, { need, sheets }: Decision): Finding[] {
  const { candidate, lifecycle, cost } = assessment;
  const date = lifecycle.shutdown.value;
  if (date === null) return [];
  const days = daysBetween(need.asOf, date);
  const { warnWithinDays, daysPerMonth } = sheets.catalog.levels.lifecycle;
  if (days > warnWithinDays) return [];
  const isPast = days < 0;
  return [
    {
      code: isPast ? "shut-down" : "shutdown-announced",
      model: candidate.id,
      name: candidate.name,
      vendor: vendorName(sheets.catalog.vendors, candidate.model.provider),
      date,
      days,
      usdUntilThen:
        isPast || !isPriced(cost) ? null : (cost.usdPerMonth / daysPerMonth) * (days + 1),
    },
  ];
}

function fineTuningOf({ candidate, lifecycle }: Assessment, { need }: Decision): Finding[] {
  const { workload, needs } = need;
  const wanted = workload.fineTuned || workload.trainingTokens > 0 || needs.includes("fine-tuning");
  const date = lifecycle.fineTuningCloses.value;
  if (!wanted || date === null) return [];
  const isClosed = date <= need.asOf;
  const closedToNew = lifecycle.fineTuningClosedToNewCustomers.value;
  return [
    {
      code: "fine-tuning-closing",
      model: candidate.id,
      name: candidate.name,
      date,
      isClosed,
      closedToNew:
        !isClosed && closedToNew !== null && closedToNew <= need.asOf ? closedToNew : null,
    },
  ];
}
