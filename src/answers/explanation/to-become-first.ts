/** What a model that is not the pick would need: to be let in by a relaxed requirement, and then to come first. */
import { candidatesOf } from "../../decision/assessment.ts";
import { isPriced, wholeRequestsFor } from "../../decision/cost.ts";
import { type Decision, decide } from "../../decision/decision.ts";
import type { Need } from "../../decision/need.ts";
import type { AnyCheck } from "../../decision/screening.ts";
import { withVolume, withBudget, withWaitLimit } from "../../decision/supposition.ts";
import type { Levels } from "../../schema/levels.ts";
import { count } from "../../words/figures.ts";
import { flipCondition } from "../../words/flips.ts";
import { requirementChange, requirementMessage } from "../../words/requirement-sentences.ts";
import { namesOf, flipEntries } from "../recommendation/record-entries.ts";
import type { Explanation } from "./schema.ts";
import type { Subject } from "./subject.ts";

type ToBecomeFirst = NonNullable<Explanation["toBecomeFirst"]>;

/** Null for the pick itself. */
export function toBecomeFirstOf(
  subject: Subject,
  decision: Decision,
): Explanation["toBecomeFirst"] {
  if (subject.ranked?.rank === 1) return null;
  const { failed, open } = subject.screened;
  const isBehindQualified = open.length > 0 && decision.eligible[0]?.screened.screen === "feasible";
  const barriers = [...failed, ...(isBehindQualified ? open : [])];
  const entry = isInTheRunning(subject, decision) ? [] : [entryChange(subject, decision)];
  const changes = [...entry, ...barriers.map((each) => requirementChange(each, decision.need))];
  const toQualify = [...new Set(changes.filter((change) => change !== null))];
  const canQualify = changes.every((change) => change !== null);
  const letIn = canQualify ? admitted(subject, barriers, decision) : null;
  const rankThen = letIn?.ranking.find((model) => model.id === subject.id)?.rank ?? null;
  const toWin = letIn === null || rankThen === 1 ? [] : flipsTo(subject.id, letIn);
  const firstUpToRequests = firstAtVolume(subject, decision);
  const parts = { toQualify, canQualify, rankThen, toWin, firstUpToRequests };
  return {
    ...parts,
    message: messageOf(subject, parts, decision.need, namesOf(letIn ?? decision)),
  };
}

function isInTheRunning(subject: Subject, decision: Decision): boolean {
  return (
    subject.ranked !== null || subject.isExcluded || decision.excluded.includes(subject.screened)
  );
}

function entryChange({ id, screened }: Subject, { need }: Decision): string {
  const { role } = screened.assessment.candidate.model;
  if (need.exclude.includes(id)) return `take ${id} out of --exclude`;
  if (need.models !== null) return `add ${id} to --only`;
  return role === "successor" ? "add --include-successors" : `name ${id} with --only`;
}

/** The decision with the model let in: its barriers gone, everything else as it is. Null where that cannot be said. */
function admitted(
  subject: Subject,
  barriers: readonly AnyCheck[],
  decision: Decision,
): Decision | null {
  const { sheets } = decision;
  const relaxed = barriers.reduce<Need | null>(
    (current, barrier) => current && relaxedBy(current, barrier, sheets.catalog.levels),
    withCandidate(decision, subject.id),
  );
  return relaxed && decide(relaxed, sheets);
}

function withCandidate({ need, sheets }: Pick<Decision, "need" | "sheets">, id: string): Need {
  const exclude = need.exclude.filter((each) => each !== id);
  const models = candidatesOf({ ...need, exclude }, sheets).map((candidate) => candidate.id);
  return { ...need, exclude, models: models.includes(id) ? models : [...models, id] };
}

/** Single changes that hand the first place to this very model. */
function flipsTo(id: string, decision: Decision): ToBecomeFirst["toWin"] {
  const [winner] = decision.ranking;
  const own = decision.ranking.find((model) => model.id === id);
  if (winner === undefined || own === undefined) return [];
  return flipEntries({ ...decision, eligible: [winner, own] }).filter(
    (flip) => flip.becomes === id,
  );
}

/** The volume that fits the limit on the month, where the model comes first at it. */
function firstAtVolume(
  { id, screened }: Subject,
  { need, sheets }: Decision,
): ToBecomeFirst["firstUpToRequests"] {
  const { cost } = screened.assessment;
  const limit = need.limits.usdPerMonth;
  const isDear = screened.failed.some((each) => each.constraint === "limits.usdPerMonth");
  if (!isDear || limit === undefined || !isPriced(cost)) return null;
  const volume = wholeRequestsFor(limit, cost) ?? Infinity;
  if (volume === 0) return null;
  return decide(withVolume(need, volume), sheets).ranking[0]?.id === id ? volume : null;
}

function messageOf(
  { name, screened }: Subject,
  { toQualify, canQualify, rankThen, toWin, firstUpToRequests }: Omit<ToBecomeFirst, "message">,
  need: Need,
  nameOf: (modelId: string) => string,
): string {
  if (!canQualify) return `Nothing you can change lets ${name} in.`;
  const entry = toQualify.length === 0 ? [] : [`To let it in: ${toQualify.join("; and ")}.`];
  const open =
    screened.failed.length === 0 ? [] : screened.open.map((each) => requirementMessage(each, need));
  const place =
    rankThen === null || toQualify.length === 0
      ? []
      : [
          `It then ${rankThen === 1 ? "comes first" : `ranks ${rankThen}`}${open.length === 0 ? "" : `, with this left open: it ${open.join("; it ")}`}.`,
        ];
  const volume =
    firstUpToRequests === null || rankThen === 1
      ? []
      : [`At ${count(firstUpToRequests)} requests a month or fewer it comes first in one step.`];
  const nearest = toWin.find((each) => !isBeyondTheUser(each)) ?? toWin[0];
  const first =
    rankThen === 1 || rankThen === null
      ? []
      : nearest === undefined
        ? [`No single change ${toQualify.length === 0 ? "" : "then "}puts it first.`]
        : [
            `${toQualify.length === 0 ? "It" : "Once let in, it"} comes first ${flipCondition(nearest, nameOf)}.`,
          ];
  return [...entry, ...place, ...volume, ...first].join(" ");
}

/** Prices and abilities are not the user's to change. */
function isBeyondTheUser({ parameter }: ToBecomeFirst["toWin"][number]): boolean {
  return parameter.startsWith("prices.") || parameter.startsWith("quality.");
}

/** Null for a barrier that is not the user's to move, or that several figures make together. */
export function relaxedBy(need: Need, check: AnyCheck, levels: Levels): Need | null {
  const { constraint, actual } = check;
  const amount = typeof actual === "number" ? actual : null;
  const { limits } = need;
  switch (constraint) {
    case "limits.usdPerMonth": {
      if (amount === null) return null;
      const { usdPerMonth: _old, ...others } = limits;
      const raised = { ...need, limits: { ...others, usdPerMonth: amount } };
      // A budget given as an amount is limit and anchor at once.
      return need.budget.word === null && need.budget.usdPerMonth < amount
        ? withBudget(raised, amount, levels)
        : raised;
    }
    case "limits.waitSeconds":
      return amount === null ? null : withWaitLimit(need, amount);
    case "effort":
      return { ...need, effort: null };
    case "availableUntil":
      return { ...need, availableUntil: String(actual) };
    default:
      return eased(need, check, amount);
  }
}

function eased(
  need: Need,
  { name, constraint, field }: AnyCheck,
  amount: number | null,
): Need | null {
  if (constraint === `limits.${field}`) {
    return amount === null ? null : { ...need, limits: { ...need.limits, [field]: amount } };
  }
  switch (name) {
    case "features":
      return { ...need, needs: need.needs.filter((each) => each !== field) };
    case "benchmarkFloors": {
      const { [field]: _dropped, ...minBenchmarks } = need.minBenchmarks;
      return { ...need, minBenchmarks };
    }
    case "rateLimits":
      return { ...need, rateLimits: { ...need.rateLimits, usageTier: null } };
    default:
      return null;
  }
}
