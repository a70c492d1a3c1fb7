/** From a need to the whole cost answer: every bill, each service tier, what would turn it, doubtful prices, sources. */
import { isPriced } from "../../decision/cost.ts";
import { isStated, type Need } from "../../decision/need.ts";
import { newestEvidence, evidenceOf, type NumericFact } from "../../facts/claims.ts";
import type { FactSheets } from "../../facts/fact-sheets.ts";
import type { Requirements } from "../../schema/requirements.ts";
import { SERVICE_TIERS, type ServiceTier } from "../../schema/vocabulary.ts";
import type { Finding } from "../../words/findings.ts";
import { sourceNotes } from "../recommendation/record-entries.ts";
import type { Warning } from "../recommendation/schema.ts";
import { successorOf } from "../recommendation/successor.ts";
import type { WarningCode } from "../recommendation/vocabulary.ts";
import { disputedFacts, secondaryFacts, staleFacts } from "../recommendation/warnings/evidence.ts";
import { dearerByImages, fitFindings } from "../recommendation/warnings/fit.ts";
import { warningEntries, lifecycleFindings } from "../recommendation/warnings/index.ts";
import { billOf, statusOf } from "./bill.ts";
import { breakEvensOf } from "./break-evens/index.ts";
import { errorBreakEvens, errorAccount, type ErrorInput } from "./errors.ts";
import { amountsOf, NO_AMOUNTS, periodsOf } from "./periods.ts";
import { rateFits } from "./rates.ts";
import type { CostResult, ModelBill, TierComparison, TierPrice } from "./schema.ts";
import { budgetOf, type Billing, isSold, openBilling, type Subject } from "./subject.ts";
import { summaryOf, verdictOf } from "./summary.ts";

export interface CostQuestion extends ErrorInput {
  /** Requests of a one-off job; null for none. */
  totalRequests: number | null;
  compareTiers: boolean;
  /** The normalised requirements, as the result repeats them. */
  requirements: Requirements;
  /** Version of the program, for the record. */
  version: string;
}

/** Bills the workload on every model asked for. The same need, catalog and question give the same value. */
export function billWorkload(need: Need, sheets: FactSheets, question: CostQuestion): CostResult {
  const billing = openBilling(need, sheets, question.totalRequests);
  const bills = billing.subjects.map((subject) => billOf(subject, billing));
  const { catalog } = sheets;
  return {
    schemaVersion: 1,
    asOf: need.asOf,
    program: { name: "pick-model", version: question.version },
    catalog: {
      digest: catalog.digest,
      newestEvidence: newestEvidence(sheets),
      newestPrice: newestPrice(billing),
      overlaid: catalog.overlaid,
    },
    requirements: question.requirements,
    assumptions: need.assumptions,
    summary: summaryOf(bills, question.totalRequests),
    cheapest: verdictOf(bills).cheapest?.model ?? null,
    requestsPerMonth: need.workload.requestsPerMonth,
    totalRequests: question.totalRequests,
    budgetUsdPerMonth: budgetOf(need),
    bills,
    tiers: question.compareTiers ? compareTiers(billing) : null,
    breakEvens: [...breakEvensOf(billing), ...errorBreakEvens(billing, question)],
    rateLimits: rateFits(billing),
    errors: errorAccount(billing, question),
    successor: successorOf(billing.decision),
    warnings: warningsOf(billing),
    sources: sourcesOf(billing, bills),
  };
}

function warningsOf({ decision, subjects, compared, need }: Billing): Warning[] {
  const told: WarningCode[] = [
    "assumed-workload",
    ...(isStated(need, "budget") ? (["over-budget"] as const) : []),
  ];
  const priced = compared.flatMap(({ id, name, cost }) =>
    isSold(cost) ? [{ id, name, cost }] : [],
  );
  return warningEntries([
    ...lifecycleFindings(decision),
    ...dearerByImages(priced),
    ...fitFindings(decision).filter(({ code }) => told.includes(code)),
    ...priceFindings(subjects),
  ]);
}

function newestPrice({ subjects }: Billing): string | null {
  const days = subjects.flatMap(pricesOf).flatMap((fact) => fact.chosen?.claim.observed ?? []);
  return days.toSorted().at(-1) ?? null;
}

function sourcesOf(
  { subjects, sheets }: Billing,
  bills: readonly ModelBill[],
): CostResult["sources"] {
  const used = new Set([
    ...bills.flatMap((bill) => bill.lines.flatMap((line) => line.evidence)),
    ...bills.flatMap((bill) => bill.reasons.flatMap((reason) => reason.evidence)),
    ...subjects.flatMap(({ assessment: { lifecycle } }) =>
      evidenceOf([lifecycle.shutdown, lifecycle.replacement]),
    ),
  ]);
  return sourceNotes(used, sheets);
}

/** The same workload in every service tier. */
export function compareTiers(billing: Billing): TierComparison[] {
  return billing.subjects.map((subject) => ({
    model: subject.id,
    name: subject.name,
    tiers: SERVICE_TIERS.map((tier) => tierPrice(subject, tier, billing)),
  }));
}

function tierPrice(subject: Subject, serviceTier: ServiceTier, billing: Billing): TierPrice {
  const cost = subject.estimate({ serviceTier });
  const status = statusOf(cost);
  return {
    serviceTier,
    status,
    missing: status === "unpriced" && !isPriced(cost) ? cost.missing : [],
    ...(isSold(cost)
      ? amountsOf(cost.exact.request, cost.exact.once, periodsOf(subject, billing))
      : NO_AMOUNTS),
  };
}

// Prices in the bills that are disputed, old, or known at second hand only.

export function priceFindings(subjects: readonly Subject[]): Finding[] {
  return subjects.flatMap((subject) => {
    const about = { model: subject.id, name: subject.name };
    const prices = pricesOf(subject);
    // A list price beside one's own contract is no dispute.
    const others = prices.filter(({ chosen }) => chosen !== null && chosen.class !== "own");
    return [
      ...disputedFacts(about, others),
      ...staleFacts(about, prices),
      ...secondaryFacts(about, prices),
    ];
  });
}

export function pricesOf({ cost }: Subject): NumericFact[] {
  if (!isPriced(cost)) return [];
  const facts = [...cost.lines.map((line) => line.fact), cost.trainingPrice];
  return [...new Set(facts.filter((fact) => fact !== null))];
}
