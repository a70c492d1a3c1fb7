/** The answer in one plain sentence, and why the pick is ahead of the runner-up. */
import type { Decision, RankedModel } from "./decision.ts";
import { list, money, outOfHundred } from "./figures.ts";
import { marginOf } from "./rank.ts";
import type { Confidence } from "./confidence.ts";

const LONGEST = 200;

/** At most 200 characters: the pick, the reason, how sure, and when it ends. */
export function summaryOf(decision: Decision, confidence: Confidence): string {
  const [pick] = decision.ranking;
  if (pick === undefined) return noneQualifies(decision);
  const { candidate, lifecycle } = pick.assessment;
  const chance = confidence.probabilityBest[pick.id];
  const sure = chance === undefined ? "" : `, first in ${outOfHundred(chance)} plausible readings`;
  const end = lifecycle.shutdown.value;
  const parts = [
    `Use ${candidate.name}: ${reason(decision, pick)}${sure}.`,
    ...(end === null ? [] : [`It shuts down on ${end}.`]),
  ];
  const whole = parts.join(" ");
  return whole.length <= LONGEST
    ? whole
    : shortened(`Use ${candidate.name}: ${money(pick.cost.usdPerMonth)} a month${sure}.`, parts[1]);
}

export function noneQualifies({ excluded }: Decision): string {
  const names = excluded.map((each) => each.assessment.candidate.name);
  const first = excluded[0]?.failed[0];
  const shared =
    first !== undefined &&
    excluded.every((each) => each.failed.some((failed) => failed.message === first.message));
  const reasons = shared
    ? `: each ${first.message}`
    : `: ${excluded
        .map((each) => `${each.assessment.candidate.name} ${each.failed[0]?.message ?? ""}`)
        .join("; ")}`;
  const whole = `No model qualifies${reasons}.`;
  return whole.length <= LONGEST ? whole : shortened(`No model qualifies of ${list(names)}.`);
}

function reason(decision: Decision, pick: RankedModel): string {
  const rival = decision.ranking[1];
  const cost = `${money(pick.cost.usdPerMonth)} a month`;
  if (rival === undefined) return `${cost}, the only one that qualifies`;
  const { contributions } = marginOf(pick.values, rival.values, decision.need.weighting.weights);
  const instead = `${cost} instead of ${money(rival.cost.usdPerMonth)}`;
  const better = pick.attributes.quality.point > rival.attributes.quality.point;
  if (contributions.cost > 0 && contributions.quality > 0) return `better, at ${instead}`;
  if (contributions.cost >= contributions.quality) return instead;
  return better ? `its quality is worth ${instead}` : instead;
}

function shortened(text: string, extra = ""): string {
  const whole = extra === "" ? text : `${text} ${extra}`;
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1)}…`;
}
