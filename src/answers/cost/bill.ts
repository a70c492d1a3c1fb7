/** The bill of one model: its lines, its images, its sums. */
import {
  type CostEstimate,
  type CostLine,
  figuresOf,
  isPriced,
  type Unpriced,
} from "../../decision/cost.ts";
import { PER_UNITS } from "../../decision/priced-items.ts";
import { evidenceOf, type NumericFact, type Statement } from "../../facts/claims.ts";
import { exact, NO_MONEY } from "../../facts/money.ts";
import { costNote } from "../../words/workload.ts";
import { excludedEntry } from "../recommendation/record-entries.ts";
import { billedImagesOf } from "./bill-images.ts";
import { amountsOf, NO_AMOUNTS, type Periods, periodsOf, servedUntil } from "./periods.ts";
import type { BillLine, BillStatus, ModelBill, OwnPrice } from "./schema.ts";
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
  const { multiple, amount, fact } = line;
  const { item, quantity, unit, price } = figuresOf(line);
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

/** Prices of the user's own that stand in a bill, beside the list prices they replace. */
export function ownPricesOf({ lines, trainingPrice }: CostEstimate): OwnPrice[] {
  const facts = [
    ...lines.map((line) => line.fact),
    ...(trainingPrice === null ? [] : [trainingPrice]),
  ];
  return [...new Set(facts)].flatMap((fact) => {
    const { chosen, value } = fact;
    if (chosen === null || value === null || chosen.class !== "own") return [];
    const { source, observed, note = null } = chosen.claim;
    return [{ fact: fact.path, value, source, observed, note, listPrice: listPriceOf(fact) }];
  });
}

/** The vendor's newest statement about this very snapshot. */
function listPriceOf({ statements }: NumericFact): number | null {
  const vendors = statements.filter((each) => each.class === "vendor" && each.scope !== "other");
  return vendors.toSorted(newestFirst)[0]?.claim.value ?? null;
}

function newestFirst(a: Statement<number>, b: Statement<number>): number {
  return a.claim.observed < b.claim.observed ? 1 : -1;
}
