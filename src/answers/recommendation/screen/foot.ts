/** Below the table: what was assumed, own prices, what a mark means, hints, first questions. */
import { isStated, type Need } from "../../../decision/need.ts";
import type { NumericFact } from "../../../facts/claims.ts";
import type { Block, Note } from "../../../format/document.ts";
import { count, duration, list, money } from "../../../words/figures.ts";
import { assumedWorkload } from "../../../words/workload.ts";
import type { Answer } from "../recommend.ts";
import { isWaitKnown, doubtfulFacts } from "./ranking-table.ts";
import { SPARE } from "./spare.ts";

const MOST_HINTS = 3;

/** Hints on the screen, as far as there is room. */
export function hintBlocks({ result }: Answer): Block[] {
  return result.hints.slice(0, MOST_HINTS).map((hint, place): Block => ({
    kind: "list",
    items: [hint],
    spare: SPARE.hint,
    ...(place === 0 ? {} : { tight: true as const }),
  }));
}

/** Own prices and thin evidence: of no figure on the screen, but of how far to trust it. */
export function factsNote({ decision }: Answer): Note | null {
  const thin = decision.ranking.some((model) => model.assessment.quality.thin);
  const parts = [...ownPrices(decision), ...(thin ? ["few tests measure this work"] : [])];
  if (parts.length === 0) return null;
  return { label: "Facts", text: `${parts.join("; ")}.`, spare: SPARE.facts };
}

/** Prices of the user's own, which win over the vendor's list. */
function ownPrices({ ranking }: Answer["decision"]): string[] {
  return ranking.flatMap(({ assessment, cost }) => {
    const own = cost.lines.flatMap(({ fact }) =>
      fact.chosen?.class === "own" ? [fact.chosen.claim.source] : [],
    );
    return own.length === 0
      ? []
      : [`${assessment.candidate.name} at your own price (${list([...new Set(own)])})`];
  });
}

/** `* old and disputed (2026-03-05). Prices of 2026-09-24.` */
export function footnote({ decision, result }: Answer): Block | null {
  const { ranking } = decision;
  const doubtful = ranking.filter((model) => isWaitKnown(model)).flatMap(doubtfulFacts);
  const isAssumed = ranking.some(({ screened }) =>
    screened.open.some(({ assumedWorkload: assumed }) => assumed === true),
  );
  const isOpen = ranking.some(({ screened }) =>
    screened.open.some(({ assumedWorkload: assumed }) => assumed !== true),
  );
  const prices = result.catalog.newestByKind["cost"];
  const marks = [
    doubtful.length === 0 ? null : `* ${doubtOf(doubtful)}`,
    isOpen ? "? no source confirms it" : null,
    isAssumed ? "? on an assumed volume" : null,
  ].filter((part) => part !== null);
  const parts = [
    ...marks,
    ...(prices === null || prices === undefined ? [] : [`Prices of ${prices}`]),
  ];
  if (parts.length === 0) return null;
  const told = (each: readonly string[]) => each.map((part) => `${part}.`).join(" ");
  return {
    kind: "paragraph",
    text: told(parts),
    isFootnote: true,
    ...(marks.length === 0
      ? { spare: SPARE.prices }
      : { brief: { text: told(marks), spare: SPARE.prices } }),
  };
}

function doubtOf(facts: readonly NumericFact[]): string {
  const isOld = facts.some(({ status }) => status === "stale");
  const isDisputed = facts.some(({ disputedBy }) => disputedBy.length > 0);
  const newest =
    facts
      .map(({ chosen }) => chosen?.claim.observed ?? "")
      .toSorted()
      .at(-1) ?? "";
  const words = [...(isOld ? ["old"] : []), ...(isDisputed ? ["disputed"] : [])].join(" and ");
  return newest === "" ? words : `${words} (${newest})`;
}

export function isNothingStated({ origins }: Need): boolean {
  const fields = Object.entries(origins).filter(([field]) => field !== "asOf");
  return fields.every(([, { from }]) => from === "default" || from === "task");
}

/** `100,000 requests a month, 1,000 tokens in and 300 out, general work; medium budget. Yours: --requests --task`. */
export function assumedNote({ decision: { need } }: Answer): Note | null {
  const workload = workloadPart(need);
  const parts = [
    { text: workload, flags: workloadFlags(need) },
    {
      text:
        isStated(need, "task") || need.useCase !== null
          ? null
          : `${list(need.tasks.map(({ id }) => id))} work`,
      flags: ["--task"],
    },
    { text: isStated(need, "budget") ? null : budgetWords(need), flags: ["--budget"] },
    ...wishes(need),
  ].filter(({ text }) => text !== null);
  if (parts.length === 0) return null;
  const flags = parts.flatMap((part) => part.flags).slice(0, MOST_FLAGS);
  const yours = flags.length === 0 ? "" : ` Yours: ${flags.join(" ")}`;
  return {
    label: "Assumed",
    text: `${parts.map(({ text }) => text).join(", ")}.${yours}`,
    spare: SPARE.assumed,
  };
}

/** Speed and quality, in one where the word is the same. */
function wishes(need: Need): { text: string | null; flags: string[] }[] {
  const { latency, quality } = need;
  const speed = isStated(need, "latency") ? null : speedWords(need);
  const good = isStated(need, "quality") ? null : `${quality.word} quality`;
  const isSame = speed !== null && good !== null && latency.word === quality.word;
  return isSame
    ? [{ text: `${quality.word} speed and quality`, flags: ["--latency", "--quality"] }]
    : [
        { text: speed, flags: ["--latency"] },
        { text: good, flags: ["--quality"] },
      ];
}

function workloadPart(need: Need): string | null {
  const { requestsPerMonth, inputTokens, outputTokens, images } = need.workload;
  const { trainingTokens, epochs } = need.workload;
  return assumedWorkload(
    {
      requestsPerMonth,
      inputTokens: inputTokens.mean,
      outputTokens: outputTokens.mean,
      images,
      epochs: trainingTokens > 0 ? epochs : null,
    },
    (field) => !isStated(need, `workload.${field}`),
  );
}

function workloadFlags(need: Need): string[] {
  const flags = {
    requestsPerMonth: "--requests",
    inputTokens: "--input-tokens",
    outputTokens: "--output-tokens",
  };
  const assumed = Object.entries(flags).filter(([field]) => !isStated(need, `workload.${field}`));
  // The volume weighs most: who states it sees what the rest is called.
  return assumed.slice(0, 1).map(([, flag]) => flag);
}

/** More of them would be a manual. */
const MOST_FLAGS = 2;

function budgetWords({ budget }: Need): string {
  return `${budget.word ?? money(budget.usdPerMonth)} budget`;
}

function speedWords({ latency }: Need): string {
  const { word, targetSeconds } = latency;
  return Number.isFinite(targetSeconds)
    ? `${word ?? duration(targetSeconds)} speed`
    : "nobody waiting";
}

/** What to state first, for who stated nothing: each beside what stands in for it. */
export function firstQuestions({ decision: { need } }: Answer): Block {
  const { requestsPerMonth, inputTokens, outputTokens } = need.workload;
  const volume = `${count(requestsPerMonth)} a month, ${count(inputTokens.mean)} in, ${count(outputTokens.mean)} out`;
  return {
    kind: "table",
    spare: SPARE.questions,
    caption: "You stated nothing, so all is assumed. Three answers change it most:",
    columns: ["", "", ""].map((header) => ({ header, align: "left" })),
    rows: [
      ["what work?", "--task coding", `${list(need.tasks.map(({ id }) => id))} (pick-model tasks)`],
      ["how much?", "--requests 20k", volume],
      [
        "how good?",
        "--quality high",
        `${need.quality.word} (${budgetWords(need)}, ${speedWords(need)})`,
      ],
    ],
  };
}
