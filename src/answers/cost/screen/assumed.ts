/** The part of the workload that nobody stated. */
import { count, counted, list } from "../../../words/figures.ts";
import type { CostResult } from "../schema.ts";

/** Null when all of it was stated. */
export function assumedText({
  requirements,
  assumptions,
  totalRequests,
}: CostResult): string | null {
  const workload = requirements.workload ?? {};
  const isAssumed = (field: string) =>
    assumptions.some((assumption) => assumption.field === `workload.${field}`);
  const { images = [] } = workload;
  const tokens = [
    ...(isAssumed("inputTokens") ? [`${tokensOf(workload.inputTokens)} in`] : []),
    ...(isAssumed("outputTokens") ? [`${tokensOf(workload.outputTokens)} out`] : []),
  ];
  const parts = [
    ...(isAssumed("requestsPerMonth") && totalRequests === null
      ? [`${count(workload.requestsPerMonth ?? 0)} requests a month`]
      : []),
    ...(tokens.length > 0 ? [`${tokens.join(" / ")} tokens a request`] : []),
    ...(isAssumed("images") && images.length > 0
      ? [
          images
            .map((image) =>
              "tokens" in image
                ? counted(image.count, "image")
                : `${counted(image.count, "image")} of ${image.width}x${image.height}`,
            )
            .join(" and "),
        ]
      : []),
  ];
  return parts.length === 0 ? null : list(parts);
}

function tokensOf(tokens: number | { mean: number } | undefined): string {
  if (tokens === undefined) return "0";
  return count(typeof tokens === "number" ? tokens : tokens.mean);
}
