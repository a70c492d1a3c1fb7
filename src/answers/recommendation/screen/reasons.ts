/** Reasons: why the pick, why not the other; money, quality and wait in the user's own units. */
import type { Decision, RankedModel } from "../../../decision/decision.ts";
import { valuedRequests } from "../../../decision/values.ts";
import { qualityLeadWorthUsdPerMonth } from "../../../decision/weights.ts";
import type { Note } from "../../../format/document.ts";
import { cents, duration, durationSpan, list, money } from "../../../words/figures.ts";
import { alike } from "../../../words/sentences.ts";
import type { Answer } from "../recommend.ts";
import type { RecommendationResult } from "../schema.ts";
import { budgetOf, isQualityKnown, isWaitKnown, targetOf } from "./ranking-table.ts";
import { SPARE } from "./spare.ts";

export function whyNote({ decision, result }: Answer): Note | null {
  const [pick, rival] = decision.ranking;
  if (pick === undefined) return null;
  const tied = result.recommendation?.tie === true && rival !== undefined;
  const sentences = [
    tied ? tieSentence(pick, rival) : costSentence(decision, pick, rival),
    qualitySentence(decision, pick, rival),
    waitSentence(decision, pick, rival),
  ].filter((each) => each !== null);
  const [first = ""] = sentences;
  const brief = { text: first, spare: SPARE.reasons };
  return { label: "Why", text: sentences.join(" "), brief, spare: SPARE.why };
}

/** Too close to call: what choosing either saves. */
function tieSentence(pick: RankedModel, rival: RankedModel): string {
  const [cheap, dear] =
    pick.cost.usdPerMonth <= rival.cost.usdPerMonth ? [pick, rival] : [rival, pick];
  const saved = dear.cost.usdPerMonth - cheap.cost.usdPerMonth;
  const saving = saved > 0 ? `; ${nameOf(cheap)} saves ${money(saved)} a month` : "";
  return `Choose either${saving}.`;
}

function costSentence(decision: Decision, pick: RankedModel, rival?: RankedModel): string {
  const { need } = decision;
  if (rival === undefined) return `${money(pick.cost.usdPerMonth)} a month.`;
  const less = rival.cost.usdPerMonth - pick.cost.usdPerMonth;
  const budget = need.budget.usdPerMonth;
  const beyond =
    pick.cost.usdPerMonth <= budget && rival.cost.usdPerMonth > budget
      ? `, and ${nameOf(rival)} is over ${budgetOf(need)}`
      : "";
  const free = need.weighting.weights.cost === 0 ? " (cost does not count here)" : "";
  if (less === 0) return `As much a month as ${nameOf(rival)}${beyond}.`;
  return less > 0
    ? `${money(less)} a month less${decision.ranking.length > 2 ? ` than ${nameOf(rival)}` : ""}${beyond}${free}.`
    : `${money(-less)} a month more than ${nameOf(rival)}${free}.`;
}

function qualitySentence(
  decision: Decision,
  pick: RankedModel,
  rival?: RankedModel,
): string | null {
  if (!isQualityKnown(pick)) return "No source measures it on this work.";
  if (rival === undefined) return null;
  if (!isQualityKnown(rival)) return `No source measures ${nameOf(rival)} on this work.`;
  const lead = pick.attributes.quality.point - rival.attributes.quality.point;
  const valued = pick.values.quality - rival.values.quality;
  if (lead === 0) return null;
  if (valued === 0) return "Both answer well enough.";
  const better = valued > 0 ? pick : rival;
  const answers = `${better === pick ? "It" : nameOf(better)} answers better`;
  const worth = worthOfLead(decision, better, better === pick ? rival : pick, Math.abs(valued));
  if (worth === null) return `${answers}.`;
  const whose = better === pick ? "Its" : `${nameOf(better)}'s`;
  return `${whose} better answers are worth about ${worth} at this budget.`;
}

/**
 * What the lead of the better one is worth in money: a month or, where fewer requests are sent than in the task's usual
 * month, an answer, because no such bill is paid. Null where money is no measure of it.
 */
function worthOfLead(
  { need, anchors, sheets }: Decision,
  better: RankedModel,
  worse: RankedModel,
  lead: number,
): string | null {
  const budget = anchors.budgetUsdPerMonth;
  const worth = qualityLeadWorthUsdPerMonth(lead, need.weighting.weights, budget);
  const isWithin = [better, worse].every(({ attributes }) => attributes.cost.point <= budget);
  const extra = better.attributes.cost.point - worse.attributes.cost.point;
  if (worth === null || !isWithin || extra <= 0) return null;
  const requests = valuedRequests(need, sheets.catalog.levels.budget);
  return requests > need.workload.requestsPerMonth
    ? `${cents(worth / requests)} each, for ${cents(extra / requests)} more,`
    : `${money(worth)} a month`;
}

function waitSentence(decision: Decision, pick: RankedModel, rival?: RankedModel): string | null {
  const { latency, weighting } = decision.need;
  if (!Number.isFinite(latency.targetSeconds) || !isWaitKnown(pick)) return null;
  const isStreamed = latency.measure === "first-sentence";
  const [begins, begin] = isStreamed ? ["begins", "begin"] : ["is complete", "are complete"];
  const own = duration(pick.attributes.latency.point);
  const target = targetOf(decision.need);
  const wanted = duration(latency.targetSeconds);
  if (rival === undefined || !isWaitKnown(rival)) {
    return pick.values.latency === 1 ? null : `It ${begins} after about ${own}; wanted: ${wanted}.`;
  }
  if (pick.values.latency === 1 && rival.values.latency === 1) {
    const late = [pick, rival].filter(
      ({ attributes: { latency: wait } }) =>
        wait.high > latency.targetSeconds && duration(wait.high) !== wanted,
    );
    if (late.length === 0) return `Both ${begin} within ${target}.`;
    return `Both ${begin} at about ${target} (${late.map(rangeOf).join(", ")}).`;
  }
  const counted = weighting.weights.latency === 0 ? ", not counted" : "";
  return `It ${begins} after about ${own}, ${nameOf(rival)} after ${duration(rival.attributes.latency.point)}; wanted: ${wanted}${counted}.`;
}

/** `GPT-4o mini 0.83 to 1.1 s`. */
function rangeOf(model: RankedModel): string {
  const { low, high } = model.attributes.latency;
  return `${nameOf(model)} ${durationSpan(low, high)}`;
}

/** Every excluded model with its reasons and the smallest change that would let it in; equal ones together. */
export function exclusionNotes({ excluded }: RecommendationResult): Note[] {
  const accounts = excluded.map(({ name, reasons, closestChange }) => {
    const change = closestChange === null ? "" : ` Would fit: ${closestChange}.`;
    return { name, account: `${reasons.map(({ message }) => message).join("; it ")}.${change}` };
  });
  return alike(accounts, ({ account }) => account).map((group, place) => ({
    label: place === 0 ? "Out" : "",
    text: `${list(group.map(({ name }) => name))}${group.length > 1 ? ": each" : ""} ${group[0].account}`,
    spare: place === 0 ? SPARE.exclusion : SPARE.otherExclusion,
  }));
}

/** A snapshot's name holds its id, which is shorter. */
function nameOf({ id, assessment: { candidate } }: RankedModel): string {
  return candidate.name.includes(id) ? id : candidate.name;
}
