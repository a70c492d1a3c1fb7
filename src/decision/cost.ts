/** The cost of a workload on one model, line by line, per request and per month, hidden reasoning tokens included. */
import type { NumericFact, Interval } from "../facts/claims.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import { type PriceFacts, priceFacts, defaultEffort } from "../facts/fact-sheets.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import {
  exact,
  isPositive,
  type Money,
  NO_MONEY,
  perMillion,
  perThousand,
  times,
  total,
  usd,
  wholeUnits,
} from "../facts/money.ts";
import type { Levels } from "../schema/levels.ts";
import {
  cacheWriteNote,
  type CostNote,
  longContextNote,
  searchContentNote,
  type BilledImages,
} from "./billed-input.ts";
import type { NeedWorkload } from "./need.ts";
import { type CostOptions, type RequestItem, requestUse } from "./priced-items.ts";

export interface CostLine extends RequestItem {
  /** USD per request, exact. */
  amount: Money;
}

export interface CostEstimate {
  lines: CostLine[];
  images: BilledImages[];
  usdPerRequest: number;
  usdPerMonth: number;
  /** Training of a fine-tuned model: once, not a month's bill. */
  usdOnce: number;
  /** The same amounts, exact. */
  exact: { request: Money; once: Money };
  trainingPrice: NumericFact | null;
  prices: PriceFacts;
  /** What the figures rest on that the user should know. */
  notes: CostNote[];
}

/** A price or a count nobody states: the model is unpriced, never free. */
export interface Unpriced {
  missing: string[];
  prices: PriceFacts;
}

export function isPriced(estimate: CostEstimate | Unpriced): estimate is CostEstimate {
  return "lines" in estimate;
}

/** The bill of a workload at the prices in force. */
export function estimateCost(
  sheet: FactSheet,
  workload: NeedWorkload,
  options: CostOptions,
): CostEstimate | Unpriced {
  const prices = priceFacts(sheet, workload.serviceTier, workload.fineTuned);
  const { items, images, cached, long, searchBlock } = requestUse(sheet, workload, prices, options);
  const training = sheet.numeric("trainingUsdPerMillionTokens");
  const trainingTokens = times(exact(workload.trainingTokens), workload.epochs);
  const isTrained = isPositive(trainingTokens);
  // A request of nothing costs nothing only where the prices are known: unknown is never free.
  const needed = items.length > 0 ? items.map(({ fact }) => fact) : [prices.input, prices.output];
  const missing = new Set<string>();
  for (const { value, path } of needed) if (value === null) missing.add(path);
  if (images.some((image) => image.tokensEach === null)) missing.add("imageTokens");
  if (isTrained && training.value === null) missing.add(training.path);
  if (missing.size > 0) return { missing: [...missing], prices };

  const lines = items.map(lineOf);
  const request = total(lines.map((line) => line.amount));
  const once = isTrained ? perMillion(trainingTokens, training.value ?? 0) : NO_MONEY;
  return {
    lines,
    images,
    usdPerRequest: usd(request),
    usdPerMonth: costOfMonth(request, workload.requestsPerMonth),
    usdOnce: usd(once),
    exact: { request, once },
    trainingPrice: isTrained ? training : null,
    prices,
    notes: [
      cached.note,
      cacheWriteNote(workload, cached.tokens, prices),
      searchContentNote(workload, searchBlock),
      longContextNote(workload, long),
    ].filter((note) => note !== null),
  };
}

/** USD a month for so many requests at the exact price of one. */
export function costOfMonth(usdPerRequest: Money, requestsPerMonth: number): number {
  return usd(times(usdPerRequest, requestsPerMonth));
}

/** Requests that an amount buys at the exact price of one, parts of one included; null where they cost nothing. */
export function requestsFor(amountUsd: number, cost: CostEstimate): number | null {
  const { request } = cost.exact;
  return isPositive(request) ? usd(exact(amountUsd).div(request)) : null;
}

/** The whole ones of them. */
export function wholeRequestsFor(amountUsd: number, cost: CostEstimate): number | null {
  const { request } = cost.exact;
  return isPositive(request) ? wholeUnits(amountUsd, request) : null;
}

/** The same month if every visible output token were billed as so many. */
export function monthAtOutputMultiple(
  cost: CostEstimate,
  { outputTokens, requestsPerMonth }: NeedWorkload,
  outputMultiple: number,
): number {
  const output = cost.lines.find(({ item }) => item === "output");
  if (output === undefined) return cost.usdPerMonth;
  const quantity = times(exact(outputTokens.mean), outputMultiple);
  const others = cost.exact.request.minus(output.amount);
  return costOfMonth(others.plus(perMillion(quantity, priceOf(output))), requestsPerMonth);
}

/** USD for one unit, exact: a price stands for a million tokens or a thousand calls. */
const unitPriceOf = memoizeByObject((fact: NumericFact) => ({
  tokens: perMillion(1, fact.value ?? 0),
  calls: perThousand(1, fact.value ?? 0),
}));

function lineOf({ item, quantity, unit, fact, multiple }: RequestItem): CostLine {
  const amount = quantity.times(times(unitPriceOf(fact)[unit], multiple));
  return { item, quantity, unit, fact, multiple, amount };
}

/** USD per million tokens or per thousand calls, after the long-input multiple. */
export function priceOf({ fact, multiple }: RequestItem): number {
  return usd(times(exact(fact.value ?? 0), multiple));
}

/** A line as it is shown: how much a request has of it, at which price, for how many USD. */
export function figuresOf(line: CostLine) {
  const { item, unit } = line;
  return { item, unit, quantity: usd(line.quantity), price: priceOf(line), usd: usd(line.amount) };
}

// Reasoning models: how many billed tokens stand behind a visible one at the effort a model is judged at.

export interface ReasoningChoice {
  /** Null where nobody says which efforts the model has. */
  effort: string | null;
  defaultEffort: string | null;
  multiple: Interval;
  /** Whether somebody states the multiple of this effort, or a prior stands in. */
  known: boolean;
}

/** The effort and multiple a model is judged at; null for a model that does not reason. */
export function outputMultipleOf(sheet: FactSheet, levels: Levels): ReasoningChoice | null {
  return sheet.group("reasoning", () =>
    sheet.effort === null && sheet.candidate.model.family !== "reasoning"
      ? null
      : multipleAtEffort(sheet, sheet.effort, levels),
  );
}

/** The multiple of one effort, or the prior for it where nobody states it. */
export function multipleAtEffort(
  sheet: FactSheet,
  effort: string | null,
  levels: Levels,
): ReasoningChoice {
  const fact = effort === null ? null : sheet.numeric(`reasoning.outputMultiple.${effort}`);
  const stated = fact === null || fact.value === null ? null : { ...fact, point: fact.value };
  const { byEffort, otherwise } = levels.evidence.priors.reasoningOutputMultiple;
  return {
    effort,
    defaultEffort: defaultEffort(sheet).value,
    multiple:
      stated === null
        ? (byEffort[effort ?? ""] ?? otherwise)
        : { point: stated.point, low: stated.low, high: stated.high },
    known: stated !== null,
  };
}
