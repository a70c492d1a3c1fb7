/** Shutdowns and successors in words. */
import type { Vendor } from "../schema/descriptions.ts";
import { daysBetween } from "../schema/texts.ts";
import { daysAway, list, money } from "./figures.ts";
import { alike } from "./sentences.ts";

/** The name of a vendor; the id of one that no list names. */
export function vendorName(vendors: readonly Vendor[], id: string): string {
  return vendors.find((each) => each.id === id)?.name ?? id;
}

/** Whose end is told. */
export interface Ending {
  /** Nobody where the sentence needs no name. */
  names: readonly string[];
  /** Instead of the names: `both models`. */
  called?: string;
  /** Last day of service. */
  date: string;
  /** To that day; negative when it is past. */
  days: number;
  /** Whose API it ends in; null where that goes without saying. */
  vendor: string | null;
}

/** `GPT-4o and GPT-4o mini end in OpenAI's API on 2027-01-14, in 46 days`. */
export function shutdown({ names, called, date, days, vendor }: Ending): string {
  const isMany = names.length > 1;
  const verb = verbOf(days < 0, isMany);
  const where = vendor === null ? "" : ` in ${vendor}'s API`;
  const subject = called ?? list(names);
  return `${subject === "" ? "" : `${subject} `}${verb}${where} on ${date}, ${daysAway(days)}`;
}

/** More of them are a number. */
const MOST_NAMED = 6;

/** Of each day and API, in the order of the first that ends then. */
export function shutdowns(
  ends: readonly { name: string; date: string; vendor: string | null }[],
  asOf: string,
): string[] {
  return alike(ends, ({ date, vendor }) => `${date} ${vendor ?? ""}`).map((group) => {
    const names = group.map(({ name }) => name);
    const called = names.length > MOST_NAMED ? { called: `${names.length} models` } : {};
    return shutdown({ ...group[0], names, ...called, days: daysBetween(asOf, group[0].date) });
  });
}

/** `ends on 2027-01-14`, of several `end on …`; `was shut down on 2027-01-14` once it is over. */
export function endsOn(date: string, { isOver = false, isMany = false } = {}): string {
  return `${verbOf(isOver, isMany)} on ${date}`;
}

function verbOf(isOver: boolean, isMany: boolean): string {
  if (isOver) return `${isMany ? "were" : "was"} shut down`;
  return isMany ? "end" : "ends";
}

/** `shuts down on 2027-01-14`; of several, and of what is past, `shut down on …`. */
export function shutsDownOn(date: string, isManyOrPast = false): string {
  return `${isManyOrPast ? "shut" : "shuts"} down on ${date}`;
}

/** `OpenAI names gpt-6-luna as the replacement of gpt-4o`. */
export function named(vendor: string, successor: string, of: string | null = null): string {
  return `${vendor} names ${successor} as the replacement${of === null ? "" : ` of ${of}`}`;
}

/** What a successor would cost, whether it would do, and when it ends itself. */
export interface SuccessorFigures {
  usdPerMonth: number | null;
  /** Whether the price is without its hidden reasoning. */
  isReasoningOff: boolean;
  /** At the effort it uses when none is named; null when that is the price already, or unknown. */
  atDefaultEffort: { usdPerMonth: number; range: readonly [number, number] | null } | null;
  screen: "feasible" | "infeasible" | "unknown";
  blockedBy: readonly string[];
  announcedEnd: string | null;
}

/** Of a model whose vendor has announced no end. */
export const NO_END = "no end date announced";

/** `$25 a month, about $70 with its default reasoning; it meets your limits; no end date announced`. */
export function successorTerms(successor: SuccessorFigures): string {
  const { screen, blockedBy, announcedEnd } = successor;
  // What nobody knows is not a requirement met.
  const fit =
    screen === "feasible"
      ? "it meets your limits"
      : `${screen === "infeasible" ? "would" : "may"} not qualify: it ${blockedBy.join("; it ")}`;
  const end = announcedEnd === null ? NO_END : `it ends itself on ${announcedEnd}`;
  return `${successorPrice(successor)}; ${fit}; ${end}`;
}

/** `$25 a month, about $70 with its default reasoning`. */
export function successorPrice({
  usdPerMonth,
  isReasoningOff,
  atDefaultEffort,
}: Pick<SuccessorFigures, "usdPerMonth" | "isReasoningOff" | "atDefaultEffort">): string {
  if (usdPerMonth === null) return "price unknown for this workload";
  const price = `${money(usdPerMonth)} a month`;
  if (atDefaultEffort === null) return `${price}${isReasoningOff ? " with reasoning off" : ""}`;
  const { range } = atDefaultEffort;
  const span = range === null ? "" : ` (${money(range[0])} to ${money(range[1])})`;
  return `${price}, about ${money(atDefaultEffort.usdPerMonth)} with its default reasoning${span}`;
}
