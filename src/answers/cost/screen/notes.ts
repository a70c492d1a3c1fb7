/** Notes below the bills: where the answer turns, which rate limit binds, whose prices these are, what was assumed. */
import type { Note } from "../../../format/document.ts";
import { count, dollars, exactMoney, list } from "../../../words/figures.ts";
import { sentence } from "../../../words/sentences.ts";
import { assumedWorkload } from "../../../words/workload.ts";
import type { BreakEven, BreakEvenKind, CostResult, ModelBill } from "../schema.ts";
import { itemLabel } from "./words.ts";

/** What turns the answer, before what would only move it; the last is the first to go. */
const SPARE: Partial<Record<string, number>> = {
  Text: 2,
  Caching: 2,
  Batch: 2,
};

const LABELS: Record<BreakEvenKind, string> = {
  "images-per-request": "Images",
  "text-tokens-per-image": "Text",
  "requests-for-budget": "Budget",
  "fine-tuned-requests-per-month": "Fine-tuning",
  "fine-tuned-requests-in-total": "Fine-tuning",
  "cached-share": "Caching",
  "cached-share-for-budget": "Caching",
  "batch-share": "Batch",
  "batch-share-for-budget": "Batch",
  "error-cost": "Errors",
  "success-gap": "Errors",
};

/** Said even where nothing turns: the user asked by stating the training, or what an error costs. */
const ALWAYS_SAID: readonly BreakEvenKind[] = [
  "fine-tuned-requests-per-month",
  "fine-tuned-requests-in-total",
  "error-cost",
  "success-gap",
];

export function notesOf(result: CostResult): Note[] {
  const said = result.breakEvens.filter(
    ({ at, now, kind }) =>
      ALWAYS_SAID.includes(kind) ||
      (at !== null && (kind !== "text-tokens-per-image" || now !== null)),
  );
  const labels = [...new Set(said.map(({ kind }) => LABELS[kind]))];
  const turns = labels.map((label) => ({
    label,
    text:
      label === "Budget"
        ? budgetText(result)
        : joined(said.filter(({ kind }) => LABELS[kind] === label)),
    ...(SPARE[label] === undefined ? {} : { spare: SPARE[label] }),
  }));
  const limits = result.rateLimits?.map(({ message }) => message) ?? [];
  const own = result.bills.filter((bill) => otherThanListed(bill).length > 0).map(ownPricesText);
  const missing = result.bills.filter(
    ({ status, reasons }) =>
      status === "unpriced" &&
      reasons.every(({ constraint }) => constraint !== "lifecycle.released"),
  );
  return [
    ...turns,
    ...noted("Limits", limits),
    ...noted("Own prices", own),
    ...noted("Unpriced", missing.map(unpricedText)),
    ...noted("Facts", [factsText(result), assumedOf(result)]),
  ];
}

function joined(entries: readonly BreakEven[]): string {
  return clauses(entries.map(({ message }) => message));
}

/** One sentence for all models: the amount is the same. */
function budgetText({ breakEvens, bills, budgetUsdPerMonth }: CostResult): string {
  const bought = breakEvens
    .filter(({ kind }) => kind === "requests-for-budget")
    .map(({ at, models: [id] }, place) => {
      const name = bills.find(({ model }) => model === id)?.name ?? id ?? "";
      return `${count(Math.floor(at ?? 0))} ${place === 0 ? "requests " : ""}on ${name}`;
    });
  return clauses([`${dollars(budgetUsdPerMonth ?? 0)} buys ${bought.join(", ")}`]);
}

function noted(label: string, texts: readonly (string | null)[]): Note[] {
  const said = texts.filter((text) => text !== null);
  return said.length === 0 ? [] : [{ label, text: clauses(said) }];
}

function clauses(parts: readonly string[]): string {
  return sentence(parts.join("; "));
}

/** A price map may repeat the list. */
function otherThanListed({ ownPrices }: ModelBill): ModelBill["ownPrices"] {
  return ownPrices.filter(({ value, listPrice }) => value !== listPrice);
}

function ownPricesText(bill: ModelBill): string {
  const { name, lines } = bill;
  const ownPrices = otherThanListed(bill);
  const sources = new Set(ownPrices.map(({ source, observed }) => `${source}, ${observed}`));
  const prices = ownPrices.map(({ fact, value, listPrice }) => {
    const instead = listPrice === null ? "" : ` instead of ${exactMoney(listPrice)}`;
    const billed = lines.find((line) => line.fact === fact);
    const what = billed === undefined ? fact : itemLabel(billed.item);
    return `${what} ${exactMoney(value)}${instead}`;
  });
  return `${name} is billed at your own prices (${[...sources].join("; ")}): ${list(prices)}`;
}

function unpricedText({ name, missing }: ModelBill): string {
  return `${name}: no source states ${missing.join(", ")}; add it with --catalog`;
}

function assumedOf(result: CostResult): string | null {
  const isBudgetAssumed = result.assumptions.some(({ field }) => field === "budget");
  const texts = [assumedText(result), isBudgetAssumed ? "the budget" : null];
  const assumed = texts.filter((text) => text !== null);
  return assumed.length === 0 ? null : `assumed: ${assumed.join(", ")}`;
}

function factsText({ catalog }: CostResult): string | null {
  return catalog.newestPrice === null ? null : `prices seen ${catalog.newestPrice}`;
}

/** Null when all of it was stated. */
export function assumedText({
  requirements,
  assumptions,
  totalRequests,
}: CostResult): string | null {
  const {
    requestsPerMonth = 0,
    inputTokens,
    outputTokens,
    images = [],
    trainingTokens = 0,
    epochs = 1,
  } = requirements.workload ?? {};
  const figures = {
    requestsPerMonth,
    inputTokens: meanOf(inputTokens),
    outputTokens: meanOf(outputTokens),
    images,
    epochs: trainingTokens > 0 ? epochs : null,
  };
  return assumedWorkload(
    figures,
    (field) =>
      assumptions.some((assumption) => assumption.field === `workload.${field}`) &&
      // The month says nothing of a job that was named whole.
      !(field === "requestsPerMonth" && totalRequests !== null),
  );
}

function meanOf(tokens: number | { mean: number } = 0): number {
  return typeof tokens === "number" ? tokens : tokens.mean;
}
