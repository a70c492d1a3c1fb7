/** Inside the hard limit on the typical wait, measured as the latency word measures it. */
import { evidenceOf } from "../../facts/fact.ts";
import { duration } from "../../words/figures.ts";
import { type Constraint, leverOf, screenByWorkload } from "./constraint.ts";

const TENTHS = 10;

export const typicalWait: Constraint = ({ wait }, need) => {
  const limit = need.limits.waitSeconds;
  if (limit === undefined || wait.interval.point <= limit) return [];
  const lever = leverOf(need, "limits.waitSeconds");
  const streaming = need.latency.measure === "first-sentence";
  const rounded = Math.ceil(wait.interval.point * TENTHS) / TENTHS;
  const streamHelps = !streaming && wait.firstSentence.point <= limit;
  const goal = streaming ? "first sentence" : "complete answer";
  const common = {
    constraint: "limits.waitSeconds",
    required: limit,
    actual: wait.interval.point,
    message: `takes ${duration(wait.interval.point)} to the ${goal}, over the ${duration(limit)} allowed`,
    change: streamHelps
      ? `add --stream (the first sentence is there after ${duration(wait.firstSentence.point)}), or raise ${lever} to ${rounded}s`
      : `raise ${lever} to ${rounded}s`,
    evidence: evidenceOf(wait.facts),
  };
  if (wait.missing.length > 0) {
    return [
      {
        ...common,
        screen: "unknown",
        message: `has no known speed; ${common.message} at a cautious guess`,
      },
    ];
  }
  return [{ ...common, ...screenByWorkload(need, streaming ? [] : ["workload.outputTokens"]) }];
};
