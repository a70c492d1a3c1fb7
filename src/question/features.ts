/** The features the project needs: those it names, and those its workload cannot do without. */
import { type NeedWorkload, type Origin, ORIGIN_KINDS } from "../decision/need.ts";
import { FEATURES, type Feature } from "../schema/vocabulary.ts";
import type { Merged } from "./merge.ts";

/** Which part of a workload asks for a feature. A model that is tuned already needs to be served, not tuned again. */
const IMPLIED: {
  feature: Feature;
  by: keyof NeedWorkload;
  when: (workload: NeedWorkload) => boolean;
}[] = [
  { feature: "vision", by: "images", when: ({ images }) => images.length > 0 },
  { feature: "batch", by: "serviceTier", when: ({ serviceTier }) => serviceTier === "batch" },
  { feature: "fast-mode", by: "serviceTier", when: ({ serviceTier }) => serviceTier === "fast" },
  {
    feature: "fine-tuning",
    by: "trainingTokens",
    when: ({ trainingTokens }) => trainingTokens > 0,
  },
  { feature: "web-search", by: "webSearches", when: ({ webSearches }) => webSearches > 0 },
  { feature: "file-search", by: "fileSearches", when: ({ fileSearches }) => fileSearches > 0 },
];

/**
 * Needed features in the vocabulary's order, each with its origin under `needs.<feature>`.
 * @param origins where every field of the workload came from
 */
export function resolveFeatures(
  merged: Merged,
  workload: NeedWorkload,
  origins: Readonly<Record<string, Origin>>,
): { needs: Feature[]; origins: Record<string, Origin> } {
  const found = new Map<Feature, Origin | undefined>();
  for (const feature of merged.document.needs ?? []) found.set(feature, origins["needs"]);
  for (const { feature, by, when } of IMPLIED) {
    if (!found.has(feature) && when(workload)) found.set(feature, origins[`workload.${by}`]);
  }
  // A model tuned on texts alone does not learn from the images it is to see.
  if (found.has("vision") && found.has("fine-tuning") && !found.has("vision-fine-tuning")) {
    found.set("vision-fine-tuning", together(found.get("vision"), found.get("fine-tuning")));
  }
  return {
    needs: FEATURES.filter((feature) => found.has(feature)),
    origins: Object.fromEntries(
      [...found].flatMap(([feature, origin]) =>
        origin === undefined ? [] : [[`needs.${feature}`, origin]],
      ),
    ),
  };
}

/** The origin of what neither of two needs asks for alone; the weaker of the two says who asked. */
function together(one: Origin | undefined, other: Origin | undefined): Origin | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const weaker = ORIGIN_KINDS.indexOf(one.from) > ORIGIN_KINDS.indexOf(other.from) ? one : other;
  const text = one.text === other.text ? one.text : `${one.text} and ${other.text}`;
  return { ...weaker, text };
}
