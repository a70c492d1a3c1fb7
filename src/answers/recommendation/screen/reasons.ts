/** Why this one, why not the other: money, quality and wait in the user's own units. */
import type { Decision, RankedModel } from "../../../decision/decision.ts";
import { valuedRequests } from "../../../decision/usual-month.ts";
import { cents, duration, index, indexPair, money, signedPoints } from "../../../words/figures.ts";
import { qualityIndex } from "../../../facts/logits.ts";
import { isKnown } from "../../../decision/own-results.ts";
import { qualityLeadWorthUsdPerMonth } from "../../../decision/weights.ts";
import { marginOf } from "../../../decision/rank.ts";
import type { Answer } from "../recommend.ts";
import type { RecommendationResult } from "../schema.ts";
import { CRITERIA } from "../../../schema/vocabulary.ts";
import { shortName } from "../../../words/sentences.ts";
import { strong, type Text } from "../../../format/document.ts";

export interface Note {
  label: string;
  text: Text;
}

export function whyNote({ decision, result }: Answer): Note | null {
  const [pick, rival] = decision.ranking;
  if (pick === undefined) return null;
  const tied = result.recommendation?.tie === true && rival !== undefined;
  const sentences = [
    tied ? tieSentence(pick, rival) : null,
    costSentence(decision, pick, rival),
    qualitySentence(decision, pick, rival),
    waitSentence(decision, pick, rival),
  ];
  return { label: "Why", text: sentences.filter((each) => each !== null).join(" ") };
}

/** Too close to call: what choosing either saves. */
function tieSentence(pick: RankedModel, rival: RankedModel): string {
  const [cheap, dear] =
    pick.cost.usdPerMonth <= rival.cost.usdPerMonth ? [pick, rival] : [rival, pick];
  const saved = dear.cost.usdPerMonth - cheap.cost.usdPerMonth;
  const saving = saved > 0 ? `; ${nameOf(cheap)} saves ${money(saved)} a month` : "";
  return `Choose either${saving}.`;
}

function costSentence({ need }: Decision, pick: RankedModel, rival?: RankedModel): string {
  const own = money(pick.cost.usdPerMonth);
  if (rival === undefined) return `${own} a month.`;
  const other = money(rival.cost.usdPerMonth);
  if (own === other) return `${own} a month, as much as ${nameOf(rival)}.`;
  const free = need.weighting.weights.cost === 0 ? " (cost does not count here)" : "";
  const beyond =
    pick.cost.usdPerMonth <= need.budget.usdPerMonth &&
    rival.cost.usdPerMonth > need.budget.usdPerMonth
      ? `, which is over the ${money(need.budget.usdPerMonth)} budget`
      : "";
  return `${own} a month instead of ${other}${beyond}${free}.`;
}

function qualitySentence(decision: Decision, pick: RankedModel, rival?: RankedModel): string {
  const [own, bar] = indexPair(
    qualityIndex(pick.attributes.quality.point),
    qualityIndex(decision.need.quality.barLogits),
  );
  const meets = pick.attributes.quality.point >= decision.need.quality.barLogits;
  const stated = decision.need.origins["quality"]?.from;
  const whose = stated === undefined || stated === "default" ? "assumed" : "asked for";
  // What stands in for an unmeasured quality is a guess, and no figure of the model.
  if (pick.assessment.quality.estimate === null) {
    return `Its quality is not known; this work needs ${bar}.`;
  }
  const standing = meets
    ? `Quality ${own}, enough for the ${bar} ${whose}`
    : `Quality ${own}, short of the ${bar} ${whose}`;
  const worth = rival === undefined ? null : worthOfQuality(decision, pick, rival);
  return worth === null ? `${standing}.` : `${standing}; ${worth}.`;
}

/** What the better of the two is worth in money, against what it costs more. */
function worthOfQuality(decision: Decision, pick: RankedModel, rival: RankedModel): string | null {
  const { weights } = decision.need.weighting;
  const budget = decision.anchors.budgetUsdPerMonth;
  const lead = pick.values.quality - rival.values.quality;
  if (lead === 0) {
    const [best, other] =
      pick.attributes.quality.point >= rival.attributes.quality.point
        ? [pick, rival]
        : [rival, pick];
    return best.attributes.quality.point === other.attributes.quality.point
      ? null
      : `${nameOf(rival)} is at ${qualityOf(rival)}, and here both are enough`;
  }
  const better = lead > 0 ? pick : rival;
  const worse = lead > 0 ? rival : pick;
  const inBudget = [better, worse].every((model) => model.attributes.cost.point <= budget);
  const at = `${nameOf(better === pick ? rival : better)} is at ${qualityOf(better === pick ? rival : better)}`;
  if (!isKnown(better.assessment.quality) || !isKnown(worse.assessment.quality)) {
    return `that of ${nameOf(better === pick ? rival : better)} is not known`;
  }
  const worth = qualityLeadWorthUsdPerMonth(lead, weights, budget);
  if (worth === null || !inBudget) return at;
  const extra = better.attributes.cost.point - worse.attributes.cost.point;
  if (extra <= 0) return `${at}${better === pick ? "" : ", and cheaper"}`;
  return `${at}; the difference is ${worthOf(decision, worth, extra)}`;
}

/** A month's worth and extra cost as valued; below the usual month an answer's, because no such bill is paid. */
function worthOf({ need, sheets }: Decision, worth: number, extra: number): string {
  const { requestsPerMonth } = need.workload;
  const requests = valuedRequests(need, sheets.catalog.levels.budget);
  return requests > requestsPerMonth
    ? `worth ${cents(worth / requests)} an answer to you and costs ${cents(extra / requests)}`
    : `worth ${money(worth)} a month to you and costs ${money(extra)}`;
}

function waitSentence(decision: Decision, pick: RankedModel, rival?: RankedModel): string | null {
  const { latency, weighting } = decision.need;
  if (!Number.isFinite(latency.targetSeconds)) return null;
  const streaming = latency.measure === "first-sentence";
  const verb = streaming ? "the first sentence is there" : "the answer is complete";
  const own = duration(pick.attributes.latency.point);
  const target = duration(latency.targetSeconds);
  if (rival === undefined) return `Typically ${verb} after ${own}.`;
  const both = pick.values.latency === 1 && rival.values.latency === 1;
  if (both) {
    return streaming
      ? `Speed does not separate them: both show the first sentence within ${target}.`
      : `Both answer within ${target}.`;
  }
  const other = duration(rival.attributes.latency.point);
  const counted = weighting.weights.latency === 0 ? " (not counted)" : "";
  return `Typically ${verb} after ${own}, with ${nameOf(rival)} after ${other}; the target is ${target}${counted}.`;
}

/** The margin taken apart, criterion by criterion. */
export function leadNote({ decision }: Answer): Note | null {
  const [pick, rival] = decision.ranking;
  if (pick === undefined || rival === undefined) return null;
  const { margin, contributions } = marginOf(
    pick.values,
    rival.values,
    decision.need.weighting.weights,
  );
  const parts = CRITERIA.map(
    (criterion) => `${criterion} ${signedPoints(contributions[criterion])}`,
  );
  return {
    label: labelOf(`Over ${shortName(nameOf(rival))}`),
    text: [`${parts.join("   ")}   = `, strong(`${signedPoints(margin)} points`)],
  };
}

function labelOf(label: string): string {
  return label.length <= LONGEST_LABEL ? label : "Lead";
}

/** Every excluded model with its reasons and the smallest change that would let it in. */
export function exclusionNotes(result: RecommendationResult): Note[] {
  return result.excluded.map((model) => {
    const reasons = model.reasons.map((reason) =>
      reason.originKind === "default" ? reason.message : `${reason.message} (${reason.origin})`,
    );
    const change = model.closestChange === null ? "" : ` To let it in: ${model.closestChange}.`;
    const label = `Not ${shortName(model.name)}`;
    const account = `${reasons.join("; it ")}.${change}`;
    return label.length <= LONGEST_LABEL
      ? { label, text: `It ${account}` }
      : { label: "Not", text: `${model.name}: it ${account}` };
  });
}

/** Labels stand in one column beside the text: a longer name moves into the text. */
const LONGEST_LABEL = 12;

function qualityOf(model: RankedModel): string {
  if (!isKnown(model.assessment.quality)) return "an unknown quality";
  return index(qualityIndex(model.attributes.quality.point));
}

function nameOf(model: RankedModel): string {
  return model.assessment.candidate.name;
}
