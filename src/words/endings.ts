/** Shutdowns and successors in words. */
import type { Vendor } from "../schema/vendor.ts";
import { daysAway, list, money } from "./figures.ts";

/** The name of a vendor; the id of one that no list names. */
export function vendorName(vendors: readonly Vendor[], id: string): string {
  return vendors.find((each) => each.id === id)?.name ?? id;
}

/** Whose end is told. */
export interface Ending {
  /** Nobody where the sentence needs no name. */
  names: readonly string[];
  /** Instead of the names: `both`. */
  called?: string;
  /** Last day of service. */
  date: string;
  /** To that day; negative when it is past. */
  days: number;
  /** Whose API it ends in; null where that goes without saying. */
  vendor: string | null;
}

/** `GPT-4o and GPT-4o mini shut down in OpenAI's API on 2027-01-14, in 46 days`. */
export function shutdown({ names, called, date, days, vendor }: Ending): string {
  const isMany = names.length > 1;
  const verb =
    days < 0 ? `${isMany ? "were" : "was"} shut down` : `${isMany ? "shut" : "shuts"} down`;
  const where = vendor === null ? "" : ` in ${vendor}'s API`;
  const subject = called ?? list(names);
  return `${subject === "" ? "" : `${subject} `}${verb}${where} on ${date}, ${daysAway(days)}`;
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

/** `$77 a month with reasoning off …; passes your limits; no end announced, which is no promise`. */
export function successorTerms(successor: SuccessorFigures): string {
  const { usdPerMonth, isReasoningOff, atDefaultEffort, screen, blockedBy, announcedEnd } =
    successor;
  const price =
    usdPerMonth === null
      ? "price unknown for this workload"
      : `${money(usdPerMonth)} a month${isReasoningOff ? " with reasoning off" : ""}`;
  const range = atDefaultEffort?.range;
  const span = range ? `: ${money(range[0])} to ${money(range[1])}` : "";
  const effort =
    atDefaultEffort === null
      ? ""
      : `, about ${money(atDefaultEffort.usdPerMonth)} at its default effort (unmeasured${span})`;
  // What nobody knows is not a requirement met.
  const fit =
    screen === "feasible"
      ? "passes your limits"
      : `${screen === "infeasible" ? "would" : "may"} not qualify: it ${blockedBy.join("; it ")}`;
  const end =
    announcedEnd === null
      ? "no end announced, which is no promise"
      : `itself ends on ${announcedEnd}`;
  return `${price}${effort}; ${fit}; ${end}`;
}
