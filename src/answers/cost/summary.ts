/** The cost answer in one plain sentence: which model is cheaper, and by how much. */
import type { ModelBill } from "./schema.ts";
import { count, dollars, list } from "../../words/figures.ts";
import { shutsDownOn } from "../../words/endings.ts";
import { isShort, shortened } from "../../words/sentences.ts";

export interface Verdict {
  /** Models with a price: those that qualify first, then the cheapest. */
  order: ModelBill[];
  /** Null on a tie, and when no model with a price could be used. */
  cheapest: ModelBill | null;
}

/** Reasons that answer the question of cost with no: it is not sold, over, too dear, or may not be sent. */
const DECISIVE =
  /^(?:prices|workload\.serviceTier|lifecycle\..*|availableUntil|limits\.usdPer.*|rateLimits\..*)$/;

/** Whether a bill answers the question: a model whose window is too short for one request still has a price. */
export function isUsable({ status, reasons }: ModelBill): boolean {
  return status === "priced" && reasons.every(({ constraint }) => !DECISIVE.test(constraint));
}

/** Bills are compared by the whole job where one was named, and by the month otherwise. */
export function verdictOf(bills: readonly ModelBill[]): Verdict {
  const order = bills
    .filter((bill) => amountOf(bill) !== null)
    .toSorted(
      (a, b) =>
        standingOf(b) - standingOf(a) ||
        (amountOf(a) ?? 0) - (amountOf(b) ?? 0) ||
        (a.usdPerRequest ?? 0) - (b.usdPerRequest ?? 0),
    );
  const [first, second] = order;
  const isTied =
    first !== undefined &&
    second !== undefined &&
    standingOf(second) === standingOf(first) &&
    amountOf(first) === amountOf(second) &&
    first.usdPerRequest === second.usdPerRequest;
  return { order, cheapest: first !== undefined && isUsable(first) && !isTied ? first : null };
}

function standingOf(bill: ModelBill): number {
  return Number(isUsable(bill)) + Number(bill.qualifies);
}

function amountOf({ usdTotal, usdPerMonth }: ModelBill): number | null {
  return usdTotal ?? usdPerMonth;
}

/** `GPT-4o mini is $517 a month cheaper: $33 against $550.` Past a shutdown it leads with that. */
export function summaryOf(bills: readonly ModelBill[], totalRequests: number | null): string {
  const { order } = verdictOf(bills);
  const others = bills.filter((bill) => !order.includes(bill)).map(whyUnpriced);
  if (order.length === 0) return shortened(`No bill: ${list(others)}.`);
  const sentence = comparison(order, totalRequests);
  if (order.every(isShutDown)) {
    const days = [...new Set(order.map(({ shutdown }) => shutdown?.date ?? ""))];
    return shortened(
      `${list(order.map(({ name }) => name))} ${shutsDownOn(list(days), true)}. At the last prices: ${sentence}.`,
    );
  }
  const asides = [...whyNot(order), ...others];
  return shortened([sentence, ...asides].map((text) => `${text}.`).join(" "));
}

/** Reasons against models with a price that the sentence has room for, as it tells them. */
export function reasonsTold(bills: readonly ModelBill[], totalRequests: number | null): string[] {
  const { order } = verdictOf(bills);
  if (order.every(isShutDown)) return [];
  const reasons = whyNot(order);
  const lead = comparison(order, totalRequests);
  return reasons.filter((reason, place) => {
    const upTo = [lead, ...reasons.slice(0, place)].map((text) => `${text}.`).join(" ");
    return isShort(`${upTo} ${reason}.`);
  });
}

function whyNot(order: readonly ModelBill[]): string[] {
  return order.filter(({ qualifies }) => !qualifies).map(whyOut);
}

function comparison(order: readonly ModelBill[], totalRequests: number | null): string {
  const job = totalRequests === null ? null : `for ${count(totalRequests)} requests`;
  const period = job ?? "a month";
  const amount = (bill: ModelBill) => dollars(amountOf(bill) ?? 0);
  const [first, second, third] = order;
  if (first === undefined) return "";
  if (second === undefined) return `${first.name} costs ${amount(first)} ${period}`;
  if (third !== undefined) {
    const each = order.slice(1).map((bill) => `${bill.name} ${amount(bill)}`);
    return `${first.name} costs ${amount(first)} ${period}, ${list(each)}`;
  }
  const difference = (amountOf(second) ?? 0) - (amountOf(first) ?? 0);
  if (difference === 0) {
    return `${first.name} and ${second.name} both cost ${amount(first)} ${period}`;
  }
  const [low, high] = difference > 0 ? [first, second] : [second, first];
  const saved = dollars(Math.abs(difference));
  const lead = job === null ? `${saved} a month cheaper` : `${saved} cheaper ${job}`;
  return `${low.name} is ${lead}: ${amount(low)} against ${amount(high)}`;
}

function isShutDown({ reasons }: ModelBill): boolean {
  return reasons.some(({ constraint }) => constraint === "lifecycle.shutdown");
}

function whyUnpriced({
  name,
  status,
  missing,
  reasons,
  serviceTier,
  fineTuned,
}: ModelBill): string {
  const absent = reasons.find(({ constraint }) => constraint === "lifecycle.released");
  if (absent !== undefined) return `${name} ${absent.message}`;
  if (status === "not-sold") {
    return `${name} is not sold in the ${serviceTier} tier${fineTuned ? " for fine-tuned models" : ""}`;
  }
  return `${name} is unpriced (no source states ${list(missing)})`;
}

function whyOut({ name, reasons }: ModelBill): string {
  return `${name} ${reasons[0]?.message ?? "does not qualify"}`;
}
