/** The bill of one model: its lines, its images, its sums. */
import type { BillLine, BillStatus, ModelBill } from "./schema.ts";
import { type CostEstimate, type CostLine, isPriced, type Unpriced } from "../../decision/cost.ts";
import { PER_UNITS } from "../../decision/priced-items.ts";
import { evidenceOf } from "../../facts/fact.ts";
import { exact, NO_MONEY } from "../../facts/money.ts";
import { costNote } from "../../words/cost-notes.ts";
import { excludedEntry } from "../recommendation/ranking-entries.ts";
import { billedImagesOf } from "./bill-images.ts";
import { ownPricesOf } from "./own-prices.ts";
import { amountsOf, NO_AMOUNTS, type Periods, periodsOf, servedUntil } from "./periods.ts";
import type { Billing, Subject } from "./subject.ts";

export function billOf(subject: Subject, billing: Billing): ModelBill {
  const { need } = billing;
  const { assessment, cost, screened } = subject;
  const { serviceTier, fineTuned } = need.workload;
  const status = statusOf(cost);
  const priced = status === "priced" && isPriced(cost) ? cost : null;
  const periods = periodsOf(subject, billing);
  return {
    model: subject.id,
    name: subject.name,
    snapshot: assessment.candidate.snapshot?.id ?? null,
    serviceTier,
    fineTuned,
    status,
    missing: status === "unpriced" && !isPriced(cost) ? cost.missing : [],
    qualifies: screened.failed.length === 0,
    reasons: excludedEntry(screened, need).reasons,
    lines: priced === null ? [] : linesOf(priced, billing, periods),
    images: priced === null ? [] : billedImagesOf(priced),
    outputMultiple: assessment.reasoning?.multiple.point ?? 1,
    reasoningEffort: assessment.reasoning?.effort ?? null,
    ...(priced === null ? NO_AMOUNTS : amountsOf(priced.exact.request, priced.exact.once, periods)),
    usdOnce: priced?.usdOnce ?? null,
    shutdown: servedUntil(subject, billing),
    ownPrices: priced === null ? [] : ownPricesOf(priced),
    notes: [
      ...(priced?.notes ?? []).map((note) => costNote(note, assessment.candidate.name)),
      ...trainingNotes(subject, billing),
      ...imageNotes(billing),
    ],
  };
}

/** What the vendor says it does not sell is not a gap in the catalog. */
export function statusOf(cost: CostEstimate | Unpriced): BillStatus {
  if (cost.prices.offered.value === false) return "not-sold";
  return isPriced(cost) ? "priced" : "unpriced";
}

function linesOf(cost: CostEstimate, { need }: Billing, periods: Periods): BillLine[] {
  const { trainingTokens, epochs } = need.workload;
  const { trainingPrice } = cost;
  const training: BillLine[] =
    trainingPrice === null
      ? []
      : [
          {
            item: "training",
            quantity: exact(trainingTokens).times(epochs).toNumber(),
            unit: "tokens",
            price: trainingPrice.value ?? 0,
            perUnits: PER_UNITS.tokens,
            multiple: 1,
            ...amountsOf(NO_MONEY, cost.exact.once, periods),
            usdPerRequest: null,
            usdPerMonth: null,
            fact: trainingPrice.path,
            evidence: evidenceOf([trainingPrice]),
          },
        ];
  return [...cost.lines.map((line) => billLine(line, periods)), ...training];
}

function billLine(line: CostLine, periods: Periods): BillLine {
  const { item, quantity, unit, price, multiple, amount, fact } = line;
  return {
    item,
    quantity,
    unit,
    price,
    perUnits: PER_UNITS[unit],
    multiple,
    ...amountsOf(amount, NO_MONEY, periods),
    fact: fact.path,
    evidence: evidenceOf([fact]),
  };
}

function trainingNotes({ name, cost }: Subject, { need }: Billing): string[] {
  const { fineTuned, trainingTokens } = need.workload;
  if (!isPriced(cost)) return [];
  if (trainingTokens > 0 && !fineTuned) {
    return [
      `${name}: the training is billed, but requests at the price of the base model; --fine-tuned bills both`,
    ];
  }
  return [];
}

function imageNotes({ need }: Billing): string[] {
  return need.workload.images.some((image) => "detail" in image && image.detail === "auto")
    ? ["images at detail auto are billed as high here, the most they can cost"]
    : [];
}
