/** The account in one sentence of at most 200 characters. */
import { signedPoints } from "../../../words/figures.ts";
import { isShort, shortened } from "../../../words/sentences.ts";
import type { Explanation } from "../schema.ts";

export function explanationSummary({ standing, score }: Explanation): string {
  const place = standing.message.slice(0, -1);
  const parts =
    score?.versus && standing.status !== "excluded" && standing.status !== "not-considered"
      ? `: ${score.versus.criteria
          .map(
            ({ criterion, difference }) =>
              `${criterion === "latency" ? "wait" : criterion} ${signedPoints(difference)}`,
          )
          .join(", ")}`
      : "";
  const change = standing.closestChange === null ? "" : `. To let it in: ${standing.closestChange}`;
  const whole = `${place}${parts}${change}.`;
  return isShort(whole) ? whole : shortened(`${place}.`);
}
