/** Notes below the bills: where the answer turns, which rate limit binds, whose prices these are, what was assumed. */
import type { Note, Spare } from "../../../format/document.ts";
import { count, dollars, exactMoney, list } from "../../../words/figures.ts";
import { alike, sentence } from "../../../words/sentences.ts";
import { assumedWorkload } from "../../../words/workload.ts";
import type { BreakEven, BreakEvenKind, CostResult, ModelBill } from "../schema.ts";
import { SPARE } from "./spare.ts";
import { itemLabel } from "./words.ts";

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

/** What turns the answer stays longer than what would only move it. */
const SPARE_TURNS: Partial<Record<string, number>> = {
  Text: SPARE.otherTurns,
  Caching: SPARE.otherTurns,
  Batch: SPARE.otherTurns,
};

export function notesOf(result: CostResult): Note[] {
  const said = result.breakEvens.filter(
    ({ at, now, kind }) =>
      ALWAYS_SAID.includes(kind) ||
      (at !== null && (kind !== "text-tokens-per-image" || now !== null)),
  );
  const turns = alike(said, ({ kind }) => LABELS[kind]).map((entries): Note => {
    const label = LABELS[entries[0].kind];
    const text = label === "Budget" ? budgetText(result) : joined(entries);
    return entries.some(({ kind }) => ALWAYS_SAID.includes(kind))
      ? { label, text, ...askedInBrief(entries, text, result) }
      : { label, text, spare: SPARE_TURNS[label] ?? SPARE.turns };
  });
  const missing = result.bills.filter(
    ({ status, reasons }) =>
      status === "unpriced" &&
      reasons.every(({ constraint }) => constraint !== "lifecycle.released"),
  );
  return [
    ...turns,
    ...limitsOf(result),
    ...ownPricesOf(result),
    ...noted("Unpriced", missing.map(unpricedText), { spare: SPARE.unpriced }),
    ...factsOf(result),
  ];
}

/** One a model, the cheapest one's first; who does not fit is told in the headline too. */
function limitsOf({ rateLimits, cheapest }: CostResult): Note[] {
  const fits = (rateLimits ?? []).toSorted(
    (a, b) =>
      Number(a.fits === false) - Number(b.fits === false) ||
      Number(b.model === cheapest) - Number(a.model === cheapest),
  );
  return fits.map(({ message }, place) => ({
    label: place === 0 ? "Limits" : "",
    text: sentence(message),
    spare: place === 0 ? SPARE.limits : SPARE.otherLimits,
  }));
}

/** A workload that was assumed is always said; where the screen is full, alone. */
function factsOf(result: CostResult): Note[] {
  const workload = assumedText(result);
  const texts = [factsText(result), assumedOf(result)];
  if (workload === null) return noted("Facts", texts, { spare: SPARE.facts });
  const brief = { text: sentence(`assumed: ${workload}`), spare: SPARE.facts };
  return noted("Facts", texts).map((note) => ({ ...note, brief }));
}

/** Where the screen is full: from which cost of an error, or from how many requests the training pays. */
function askedInBrief(
  [first]: readonly BreakEven[],
  text: string,
  { bills }: CostResult,
): Pick<Note, "brief"> {
  if (first === undefined) return {};
  const { kind, at, above, unit, message } = first;
  const tuned = bills.find(({ model }) => model === above)?.name ?? above;
  const brief = sentence(
    LABELS[kind] === "Fine-tuning" && at !== null
      ? `a fine-tuned ${tuned} pays above ${count(at)} ${unit}`
      : message,
  );
  return brief === text ? {} : { brief: { text: brief, spare: SPARE.asked } };
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

/** One note, or none where nothing is to be said. */
function noted(label: string, texts: readonly (string | null)[], spare: Spare = {}): Note[] {
  const said = texts.filter((text) => text !== null);
  return said.length === 0 ? [] : [{ label, text: clauses(said), ...spare }];
}

function clauses(parts: readonly string[]): string {
  return sentence(parts.join("; "));
}

/** A price map may repeat the list. */
function otherThanListed({ ownPrices }: ModelBill): ModelBill["ownPrices"] {
  return ownPrices.filter(({ value, listPrice }) => value !== listPrice);
}

/** That a bill is not at list prices is always said; where the screen is full, without the prices themselves. */
function ownPricesOf({ bills }: CostResult): Note[] {
  const own = bills.filter((bill) => otherThanListed(bill).length > 0);
  const names = own.map(({ name }) => name);
  const brief = `${list(names)} ${names.length === 1 ? "is" : "are"} billed at your own prices`;
  return noted("Own prices", own.map(ownPricesText)).map((note) => ({
    ...note,
    brief: { text: sentence(brief), spare: SPARE.ownPrices },
  }));
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
