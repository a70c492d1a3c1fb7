/** Common beliefs that today's evidence contradicts, where they would bear on this answer. */
import type { Finding } from "../../../words/findings.ts";
import type { Decision } from "../../../decision/decision.ts";

/** Comparison traits a belief bears on, by what the user asked about. */
function traitsAskedAbout({ need, sheets }: Decision): Set<string> {
  const traits = new Set<string>();
  const { latency, origins } = need;
  const origin = origins["latency"]?.from;
  const asked = origin !== undefined && origin !== "default";
  const { levels, default: usual } = sheets.catalog.levels.latency;
  const usualTarget = Number(levels[usual].targetSeconds);
  if (asked && latency.targetSeconds < usualTarget) traits.add("speed");
  if (need.needs.includes("on-device")) traits.add("devices");
  return traits;
}

export function articleFindings(decision: Decision): Finding[] {
  const traits = traitsAskedAbout(decision);
  return decision.sheets.catalog.article.dimensions
    .filter((each) => each.verdict === "contradicted" && traits.has(each.trait))
    .map((each) => ({
      code: "article-claim-contradicted",
      claim: each.claim,
      trait: each.trait,
    }));
}
