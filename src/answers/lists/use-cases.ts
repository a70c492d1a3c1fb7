/** The use cases of the catalog: what each assumes, and why. */
import type { GridColumns } from "../../format/columns.ts";
import type { Presentation } from "../../format/presentation.ts";
import type { Catalog } from "../../schema/catalog.ts";
import type { Requirements, TokenCount, UseCase } from "../../schema/requirements.ts";
import { count, counted, list } from "../../words/figures.ts";
import { type AssumedBy, presentEntries } from "./listing.ts";

const COLUMNS: GridColumns<UseCase> = {
  id: { value: ({ id }) => id, header: "use case" },
  name: { value: ({ name }) => name },
  describes: { value: ({ describes }) => describes, header: "what" },
  assumes: { value: assumes, header: "assumes" },
  because: { value: ({ because }) => because },
  caveat: { value: ({ caveat }) => caveat ?? null, header: "caveat" },
};

/** @param only one entry by its id, in full */
export function presentUseCases(
  { useCases }: Catalog,
  assumedBy: AssumedBy,
  only: string | null = null,
): Presentation {
  return presentEntries(useCases, COLUMNS, NAMING, assumedBy, only);
}

const NAMING = {
  key: "useCases",
  title: "Use cases",
  singular: "use case",
  plural: "presets",
  command: "use-cases",
  option: "-u",
};

/** `rag; medium budget, interactive latency, standard quality; 50,000 requests a month of 4,000 in / 300 out; needs streaming`. */
function assumes({ requirements }: UseCase): string {
  const { task, complexity, needs } = requirements;
  const mix = typeof task === "object" ? Object.keys(task) : [task ?? ""];
  return [
    [list(mix.filter((each) => each !== "")), complexity ?? ""],
    preferences(requirements),
    [workload(requirements)],
    needs === undefined || needs.length === 0 ? [] : [`needs ${list(needs)}`],
  ]
    .map((words) => words.filter((each) => each !== "").join(", "))
    .filter((part) => part !== "")
    .join("; ");
}

function preferences({ budget, latency, quality, priority }: Requirements): string[] {
  return [
    typeof budget === "number" ? `budget $${count(budget)}` : budget && `${budget} budget`,
    typeof latency === "object"
      ? `within ${latency.maxSeconds} s`
      : latency && `${latency} latency`,
    quality && `${quality} quality`,
    priority?.join(" before "),
  ].filter((each) => each !== undefined);
}

function workload({ workload: work = {} }: Requirements): string {
  const { requestsPerMonth, inputTokens, outputTokens, images = [], serviceTier } = work;
  const pictures = images.reduce((sum, image) => sum + image.count, 0);
  const tokens =
    inputTokens === undefined || outputTokens === undefined
      ? ""
      : ` of ${count(mean(inputTokens))} in / ${count(mean(outputTokens))} out tokens`;
  return [
    requestsPerMonth === undefined ? "" : `${count(requestsPerMonth)} requests a month${tokens}`,
    pictures === 0 ? "" : `${counted(pictures, "image")} each`,
    serviceTier === undefined ? "" : `${serviceTier} tier`,
  ]
    .filter((each) => each !== "")
    .join(", ");
}

function mean(tokens: TokenCount): number {
  return typeof tokens === "number" ? tokens : tokens.mean;
}
