/** What is often said of these models, where it bears on this answer and today's evidence does not simply agree. */
import type { Explanation } from "./schema.ts";
import type { Criterion } from "../../schema/vocabulary.ts";
import type { Decision } from "../../decision/decision.ts";

/** The criterion a trait of the comparison speaks about. */
const CRITERION_OF: Record<string, Criterion> = {
  cost: "cost",
  speed: "latency",
  accuracy: "quality",
};

/** Claims that are contradicted or have no source, and those that hold in part about a criterion that counts. */
export function articleClaims({ need, sheets }: Decision): Explanation["article"] {
  const { weights } = need.weighting;
  return sheets.catalog.article.dimensions.filter(({ trait, verdict }) => {
    if (verdict === "holds") return false;
    if (verdict === "contradicted" || verdict === "unsupported") return true;
    const criterion = CRITERION_OF[trait];
    return criterion !== undefined && weights[criterion] > 0;
  });
}
