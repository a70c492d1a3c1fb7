/** What the answer stands on: how old the facts are, and what was assumed because nobody stated it. */
import type { NumericFact } from "../../../facts/fact.ts";
import { list, money } from "../../../words/figures.ts";
import { assumedWorkload } from "../../../words/workload.ts";
import type { Need } from "../../../decision/need.ts";
import { isStated } from "../../../decision/need.ts";
import type { Answer } from "../recommend.ts";
import type { Note } from "./reasons.ts";

export function factsNote({ decision, result }: Answer): Note | null {
  const { newestEvidence, newestByKind } = result.catalog;
  if (newestEvidence === null) return null;
  const waits = decision.ranking.flatMap((model) => model.assessment.wait.facts);
  const results = decision.ranking.flatMap((model) =>
    model.assessment.quality.facts.map((fact) => fact.result),
  );
  const parts = [
    `newest ${newestEvidence}`,
    dated("prices checked", newestByKind["cost"]),
    dated(isStale(waits) ? "speed stale" : "speed", newestByKind["latency"]),
    dated(isStale(results) ? "quality partly stale" : "quality", newestByKind["quality"]),
  ].filter((part) => part !== null);
  const own = ownPrices(decision);
  const thin = decision.ranking.some((model) => model.assessment.quality.thin);
  const rest = [
    ...own,
    ...guessedWaits(decision),
    ...(thin ? ["evidence for this task is thin"] : []),
  ];
  return { label: "Facts", text: `${[parts.join(", "), ...rest].join("; ")}.` };
}

/** Waits that rest on no measurement of the very model. */
function guessedWaits({ ranking, need }: Answer["decision"]): string[] {
  if (need.weighting.weights.latency === 0) return [];
  return ranking
    .filter(({ assessment }) => assessment.wait.missing.length > 0)
    .map(
      ({ assessment }) =>
        `nobody measured the speed of ${assessment.candidate.name}: its wait is a cautious guess`,
    );
}

/** Prices of the user's own, which win over the vendor's list. */
function ownPrices({ ranking }: Answer["decision"]): string[] {
  return ranking.flatMap(({ assessment, cost }) => {
    const own = cost.lines.flatMap(({ fact }) =>
      fact.chosen?.class === "own" ? [fact.chosen.claim.source] : [],
    );
    return own.length === 0
      ? []
      : [`${assessment.candidate.name} at your own price (${list([...new Set(own)])})`];
  });
}

function dated(what: string, day: string | null | undefined): string | null {
  return day === null || day === undefined ? null : `${what} ${day}`;
}

function isStale(facts: readonly NumericFact[]): boolean {
  return facts.some((fact) => fact.status === "stale");
}

export function assumedNote({ decision: { need } }: Answer): Note | null {
  const parts = [
    workloadPart(need),
    ...levelParts(need),
    ...(isStated(need, "task") || need.useCase !== null
      ? []
      : [`task ${need.tasks.map((task) => task.id).join(", ")}`]),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : { label: "Assumed", text: `${parts.join("; ")}.` };
}

function workloadPart(need: Need): string | null {
  const { requestsPerMonth, inputTokens, outputTokens, images } = need.workload;
  const { trainingTokens, epochs } = need.workload;
  return assumedWorkload(
    {
      requestsPerMonth,
      inputTokens: inputTokens.mean,
      outputTokens: outputTokens.mean,
      images,
      epochs: trainingTokens > 0 ? epochs : null,
    },
    (field) => !isStated(need, `workload.${field}`),
  );
}

function levelParts(need: Need): string[] {
  const { budget, latency, quality } = need;
  return [
    ...(isStated(need, "budget")
      ? []
      : [`budget ${budget.word ?? ""} ${bracketed(budget.usdPerMonth)}`.trim()]),
    ...(isStated(need, "latency") ? [] : [`latency ${latency.word ?? ""}`.trim()]),
    ...(isStated(need, "quality") ? [] : [`quality ${quality.word}`]),
  ];
}

function bracketed(usdPerMonth: number): string {
  return Number.isFinite(usdPerMonth) ? `(${money(usdPerMonth)} a month)` : "";
}
