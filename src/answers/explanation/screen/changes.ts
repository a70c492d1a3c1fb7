/** What would change the answer, how robust it is, and what the words of the literature mean. */
import { count, exactMoney, list, outOfHundred, percent } from "../../../words/figures.ts";
import type { Explanation } from "../schema.ts";
import type { Block } from "../../../format/document.ts";
import { sentence } from "../../../words/sentences.ts";

export function changeBlocks(explanation: Explanation): Block[] {
  const { flips, toBecomeFirst, hingesOn } = explanation;
  const changes = toBecomeFirst === null ? flips : toBecomeFirst.toWin;
  return [
    { kind: "heading", text: "What would change it" },
    { kind: "paragraph", text: lead(explanation, changes.length) },
    ...(changes.length === 0
      ? []
      : [{ kind: "list", items: changes.map((flip) => sentence(flip.message)) } as const]),
    ...(hingesOn.length === 0
      ? []
      : [
          {
            kind: "paragraph",
            text: "Facts worth checking (value of information: those that would change the pick, the likeliest to pay first):",
          } as const,
          { kind: "list", items: hingesOn.map((hinge) => sentence(hinge.message)) } as const,
        ]),
    ...splittingBlocks(explanation),
    { kind: "paragraph", text: "How robust, in the words of decision analysis:" },
    { kind: "notes", rows: robustnessRows(explanation) },
  ];
}

function lead({ toBecomeFirst, standing, name }: Explanation, changes: number): string {
  if (toBecomeFirst === null) {
    if (standing.ranked < 2) {
      return "No other model is left, so only a requirement could change the pick.";
    }
    return changes === 0
      ? "No single change of weight, volume, budget, price, quality or wait limit changes the pick."
      : "Each of these alone changes the pick, the nearest first:";
  }
  if (changes === 0) return toBecomeFirst.message;
  if (toBecomeFirst.toQualify.length === 0) {
    return `Each of these alone puts ${name} first, the nearest first:`;
  }
  return `To let it in: ${toBecomeFirst.toQualify.join("; and ")}. Then each of these alone puts ${name} first, the nearest first:`;
}

function splittingBlocks({ splitting, ownSplit }: Explanation): Block[] {
  if (splitting === null) return [];
  const note: Block = { kind: "paragraph", text: sentence(splitting.message) };
  if (ownSplit === null) {
    const text =
      "How good a mixture would be cannot be said: that needs the success rates of both models on your own requests, as measurements of class own in a file for --catalog.";
    return [note, { kind: "paragraph", text }];
  }
  const { accuracy, shares, faultlessRouterShare, blindShareForFloor, benchmark } = ownSplit;
  const floor =
    blindShareForFloor === null
      ? ""
      : ` Your floor needs ${percent(blindShareForFloor)} there, sent blindly.`;
  return [
    note,
    {
      kind: "table",
      caption: `Shares sent to ${splitting.large}, by your own ${benchmark} rates (${percent(accuracy.small)} and ${percent(accuracy.large)})`,
      columns: ["share", "USD a request", "at worst", "blindly", "at best"].map(
        (header) => ({ header, align: "right" }) as const,
      ),
      rows: shares.map((row) => [
        percent(row.share),
        exactMoney(row.usdPerRequest),
        percent(row.worst),
        percent(row.blind),
        percent(row.best),
      ]),
    },
    {
      kind: "paragraph",
      text: `A router without fault matches ${splitting.large} from ${percent(faultlessRouterShare)} on.${floor}`,
    },
  ];
}

function robustnessRows({ robustness, confidence, standing, score, name }: Explanation) {
  const { necessarilyBest, possiblyBest, onParetoFront, dominatedBy, paretoFront } = robustness;
  const chance = standing.probabilityBest;
  const draws = confidence?.draws ?? 0;
  const overWeights =
    standing.status === "first" && confidence !== null
      ? ` Over the weights alone, exact: ${outOfHundred(confidence.overWeights)}.`
      : "";
  return [
    {
      label: "method",
      text: "additive multi-attribute value (MAVT): the score is the sum of weight times value, and each value depends on your request alone, so no other model can move it",
    },
    ...(chance === null || standing.ranked < 2
      ? []
      : [
          {
            label: "first-rank acceptability",
            text: `${outOfHundred(chance)}: how often ${name} comes first when weights and facts vary within what is known of them${draws === 0 ? "" : ` (SMAA-2, a sampling of ${count(draws)} such readings, seed ${confidence?.seed ?? 0})`}.${overWeights}`,
          },
        ]),
    ...answer(
      "necessarily best",
      necessarilyBest,
      "first at these weights even with its own figures at their worst and all others' at their best",
    ),
    ...answer(
      "possibly best",
      possiblyBest,
      "no other model is ahead for certain while every figure stays in its range",
    ),
    ...answer(
      "on the Pareto front",
      onParetoFront,
      "no other model is at least as good in cost, wait and quality and better in one",
    ),
    ...(dominatedBy.length === 0
      ? []
      : [{ label: "dominated", text: `by ${list(dominatedBy)}: at least as good in everything` }]),
    ...(score === null || paretoFront.length === 0
      ? []
      : [{ label: "Pareto front", text: `${list(paretoFront)}: those no other makes pointless` }]),
  ];
}

function answer(label: string, holds: boolean | null, meaning: string) {
  return holds === null ? [] : [{ label, text: `${holds ? "yes" : "no"}. It means: ${meaning}` }];
}
