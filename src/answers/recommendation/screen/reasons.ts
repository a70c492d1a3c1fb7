/** Reasons beside the table, in the user's own units: why the pick, why not the others, what would change it. */
import type { Decision, RankedModel } from "../../../decision/decision.ts";
import type { Need } from "../../../decision/need.ts";
import { valuedRequests } from "../../../decision/values.ts";
import { qualityLeadWorthUsdPerMonth } from "../../../decision/weights.ts";
import type { Note } from "../../../format/document.ts";
import { cents, duration, durationSpan, list, money } from "../../../words/figures.ts";
import { shortChange } from "../../../words/flips.ts";
import { alike } from "../../../words/sentences.ts";
import type { Answer } from "../recommend.ts";
import { nameIn } from "../record-entries.ts";
import type { RecommendationResult, Flip } from "../schema.ts";
import { budgetOf, isQualityKnown, isWaitKnown, targetOf, saidBy } from "./ranking-table.ts";
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

// What would change the answer, nearest first, each beside where the user stands now.

const MOST_SHOWN = 3;
/** Farther changes are no neighbours of the question. */
const FARTHEST_RATIO = 10;
const THIRD = 2;

/** Changes a user can make or foresee; weights as such and hypothetical prices stand in `explain`. */
const SHOWN = [
  "workload.requestsPerMonth",
  "budget",
  "limits.waitSeconds",
  "importance.cost",
  "importance.latency",
  "importance.quality",
];

export function changesNote({ result, decision: { need } }: Answer): Note | null {
  if (result.recommendation === null || result.ranking.length < 2) return null;
  const near = nearest(result.flips.map((flip) => beside(flip, need)));
  if (near.length === 0) {
    const farther = result.flips.some((flip) => SHOWN.includes(flip.parameter));
    const text = farther
      ? "Nothing within ten times your figures changes this answer."
      : "No volume, budget, wait or priority does; only other limits would.";
    return { label: "Changes", text, spare: SPARE.thirdChange };
  }
  const rows = near.map((flip, place) => {
    const { condition, now } = shortChange(flip, need.latency.measure);
    const isNew = near[place - 1]?.becomes !== flip.becomes;
    const becomes = `to ${shortestName(nameIn(result, flip.becomes), flip.becomes)}`;
    return { becomes, isNew, condition, stands: now === null ? "" : standing(flip, now, need) };
  });
  const text = rows.map(({ becomes, isNew, condition, stands }) =>
    [isNew ? `${becomes}: ` : "", condition, stands === "" ? "" : ` (${stands})`].join(""),
  );
  return {
    label: "Changes",
    text: `${text.join("; ")}.`,
    spare: SPARE.changes,
    lines: rows.map(({ becomes, isNew, condition, stands }, place) => ({
      cells: [isNew ? becomes : "", condition, stands],
      ...(place < THIRD ? {} : { spare: SPARE.thirdChange }),
    })),
  };
}

/** A snapshot's name holds its id. */
function shortestName(name: string, id: string): string {
  return name.length > id.length ? id : name;
}

const FIELDS: Record<string, string> = {
  "workload.requestsPerMonth": "workload.requestsPerMonth",
  budget: "budget",
  "limits.waitSeconds": "latency",
};

function standing({ parameter }: Flip, now: string, need: Need): string {
  const by = saidBy(need, FIELDS[parameter] ?? parameter);
  const { word } = need.budget;
  return parameter === "budget" && word !== null ? `${by} ${word}, ${now}` : `${by} ${now}`;
}

/** A wait that is no limit yet stands at its target. */
function beside(flip: Flip, { latency }: Need): Flip {
  const isWait = flip.parameter === "limits.waitSeconds" && flip.now === null;
  return isWait && Number.isFinite(latency.targetSeconds)
    ? { ...flip, now: latency.targetSeconds }
    : flip;
}

/** By ratio to what is now; of the priorities only the nearest, as turning one up says the same as turning another down. */
function nearest(flips: readonly Flip[]): Flip[] {
  const near = flips
    .filter((flip) => SHOWN.includes(flip.parameter) && distance(flip) <= FARTHEST_RATIO)
    .toSorted((one, two) => distance(one) - distance(two));
  const priority = near.find((flip) => flip.parameter.startsWith("importance."));
  return near
    .filter((flip) => flip === priority || !flip.parameter.startsWith("importance."))
    .slice(0, MOST_SHOWN);
}

/** What a user can change or foresee, nearest first, before weights and hypothetical prices. */
export function likeliestFirst(flips: readonly Flip[], need: Need): Flip[] {
  const own = (flip: Flip) => (Object.hasOwn(FIELDS, flip.parameter) ? 0 : 1);
  const far = (flip: Flip) => (own(flip) === 0 ? distance(beside(flip, need)) : 0);
  return flips.toSorted((one, two) => own(one) - own(two) || far(one) - far(two));
}

function distance({ at, now }: Flip): number {
  if (now === null || now <= 0 || at <= 0) return Infinity;
  return Math.max(at / now, now / at);
}
