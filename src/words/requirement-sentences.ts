/** Hard requirements in words: what is tested, what is said of a model that misses it, and the nearest change. */
import { isStated, type Need, statedAt } from "../decision/need.ts";
import {
  type AnyCheck,
  type CheckOf,
  type ConstraintName,
  canBeLetIn,
  type Screened,
} from "../decision/screening.ts";
import { endsOn, NO_END } from "./endings.ts";
import { count, duration, exactMoney, list, money, roundedUpToCents } from "./figures.ts";
import { slower, unitOf } from "./workload.ts";

interface Wording<Tested extends AnyCheck> {
  /** `cost per month at most`, to be followed by what is required. */
  tests: (check: Tested, need: Need) => string;
  /** What is said of a model that does not meet it, to follow its name: `costs $550 a month, over the $500 allowed`. */
  message: (check: Tested, need: Need) => string;
  change: (change: NonNullable<Tested["change"]>, check: Tested, need: Need) => string;
}

const WORDING: { [Name in ConstraintName]: Wording<CheckOf<Name>> } = {
  released: {
    tests: () => "released by",
    message: ({ actual }) => `is not released until ${actual}`,
    change: ({ asOf }) => `decide as of ${asOf} or later (--as-of ${asOf})`,
  },
  served: {
    tests: ({ constraint }) => (constraint === "availableUntil" ? "served until" : "served on"),
    message: ({ constraint, actual, required }) =>
      constraint === "availableUntil"
        ? actual === null
          ? `is not confirmed to be served until ${required}: no end date is announced`
          : `${endsOn(actual)}, before ${required}`
        : `was shut down in the vendor's API on ${actual}`,
    change: ({ availableUntil }, { constraint }, need) =>
      // A day that follows from the end of another model stands nowhere yet.
      `${isStated(need, constraint) ? statedAt(need, constraint) : "--until"} ${availableUntil}`,
  },
  features: {
    tests: ({ feature }) => `offers ${feature}`,
    message: ({ feature, actual, facts: [fact] }) => {
      const from = fact?.chosen?.claim.from;
      return actual === null
        ? notKnown(feature)
        : `does not offer ${feature}${from === undefined ? "" : ` (since ${from})`}`;
    },
    change: ({ without }, { constraint }, { origins }) => {
      const origin = origins[constraint];
      const lever = origin?.from === "flag" ? origin.text : `needs: ${without}`;
      return `do without ${without} (drop ${lever})`;
    },
  },
  fineTuned: {
    tests: () => "serves fine-tuned versions",
    message: ({ actual }) =>
      actual === null ? notKnown("fine-tuning") : "does not offer fine-tuning",
    change: ({ without }, { constraint }, need) =>
      `do without ${without} (drop ${statedAt(need, constraint)})`,
  },
  fineTuningOpen: {
    tests: () => "new fine-tuning jobs on",
    message: ({ actual }) => `takes no new fine-tuning jobs since ${actual}`,
    change: ({ without }, _check, need) =>
      `do without ${without} (drop ${statedAt(need, "needs.fine-tuning")})`,
  },
  effortOffered: {
    tests: () => "offers reasoning effort",
    message: ({ actual, required }) =>
      actual === null
        ? `is not known to offer effort ${required}, nor not to`
        : `does not offer effort ${required}`,
    change: ({ efforts }, { constraint }, need) =>
      `use ${statedAt(need, constraint)} ${list(efforts, "or")}`,
  },
  tierOffered: {
    tests: (_check, { workload }) =>
      workload.fineTuned ? "fine-tuned version sold in tier" : "sold in tier",
    message: ({ required }, { workload }) =>
      `is not sold in the ${required} tier${workload.fineTuned ? " for fine-tuned models" : ""}`,
    change: ({ serviceTier }, { constraint }, need) =>
      `use ${statedAt(need, constraint)} ${serviceTier}`,
  },
  priced: {
    tests: () => "price known",
    message: (check) => `is unpriced: no source in the catalog states ${sidesOf(check).required}`,
    change: () => "add the price with --catalog <file>",
  },
  monthlyCost: {
    tests: () => "cost per month at most",
    message: ({ actual, required }) =>
      `costs ${money(actual)} a month, over the ${money(required)} allowed`,
    change: ({ usdPerMonth, requestsPerMonth }, { constraint }, need) =>
      `raise ${statedAt(need, constraint)} to ${roundedUpToCents(usdPerMonth)}, or send at most ${count(requestsPerMonth)} requests a month`,
  },
  requestCost: {
    tests: () => "cost per request at most",
    message: ({ actual, required }) =>
      `costs ${exactMoney(actual)} a request, over the ${exactMoney(required)} allowed`,
    change: ({ usdPerRequest }, { constraint }, need) =>
      `raise ${statedAt(need, constraint)} to ${usdPerRequest}`,
  },
  contextWindow: {
    tests: ({ constraint, room }) =>
      constraint.startsWith("limits.")
        ? `${room} at least`
        : `${room} ${room === "context window" ? "holds a request of" : "holds"}`,
    message: roomMessage,
    change: roomChange,
  },
  outputLength: {
    tests: ({ constraint, room }) =>
      `${room} ${constraint.startsWith("limits.") ? "at least" : "holds"}`,
    message: roomMessage,
    change: roomChange,
  },
  typicalWait: {
    tests: ({ isStreamed }) => `typical wait to the ${goalOf(isStreamed)} at most`,
    message({ actual, required, isStreamed, isGuess }) {
      const wait = `takes ${duration(actual)} to the ${goalOf(isStreamed)}, over the ${duration(required)} allowed`;
      return isGuess ? `has no known speed; ${wait} at a cautious guess` : wait;
    },
    change({ waitSeconds, streamedSeconds }, { constraint }, need) {
      const tenths = Math.ceil(waitSeconds * TENTHS) / TENTHS;
      const raise = `raise ${statedAt(need, constraint)} to ${tenths}s`;
      return streamedSeconds === null
        ? raise
        : `add --stream (the first sentence is there after ${duration(streamedSeconds)}), or ${raise}`;
    },
  },
  benchmarkFloors: {
    tests: ({ benchmark, lowerIsBetter }) => `${benchmark} at ${lowerIsBetter ? "most" : "least"}`,
    message: ({ actual, required, benchmark, lowerIsBetter }) =>
      actual === null
        ? `has no known ${benchmark} result`
        : `scores ${actual} on ${benchmark}, ${lowerIsBetter ? "above" : "below"} the ${required} asked for`,
    change: ({ id, result }, { constraint, lowerIsBetter }, need) =>
      `${lowerIsBetter ? "raise" : "lower"} ${statedAt(need, constraint)} to ${id}=${result}`,
  },
  rateLimits: {
    tests: ({ demand }, { rateLimits }) =>
      demand === null
        ? "known rate limits in usage tier"
        : `usage tier ${rateLimits.usageTier}, ${unitOf(demand)}, at least`,
    message: ({ actual, required, demand }, { rateLimits: { usageTier } }) =>
      demand === null
        ? `has no known rate limits in usage tier ${usageTier}`
        : `is limited to ${count(actual ?? 0)} ${unitOf(demand)} in usage tier ${usageTier}; ${count(required)} are needed`,
    change(change, { demand }, need) {
      const tier = change.usageTier === null ? "" : `, or move to usage tier ${change.usageTier}`;
      return `${slower(change, demand, need)}${tier}`;
    },
  },
};

const TENTHS = 10;

function goalOf(isStreamed: boolean): string {
  return isStreamed ? "first sentence" : "complete answer";
}

function notKnown(feature: string): string {
  return `is not confirmed to offer ${feature}`;
}

function roomMessage({
  room,
  actual,
  required,
  assumedWorkload,
}: CheckOf<"contextWindow" | "outputLength">): string {
  if (actual === null) return `has no known ${room}`;
  const message = `has a ${room} of ${count(actual)} tokens; ${count(required)} are needed`;
  return assumedWorkload === true ? `${message}, at lengths nobody stated` : message;
}

function roomChange({ tokens }: { tokens: number }, { constraint }: AnyCheck, need: Need): string {
  return `keep ${statedAt(need, constraint)} to ${count(tokens)} tokens`;
}

function wordingOf(check: AnyCheck): Wording<AnyCheck> {
  return WORDING[check.name] as Wording<AnyCheck>;
}

/** What a requirement tests, to be followed by what is required: `cost per month at most`. */
export function requirementTested(check: AnyCheck, need: Need): string {
  return wordingOf(check).tests(check, need);
}

/** What is said of a model that misses a requirement or leaves it open, to follow its name. */
export function requirementMessage(check: AnyCheck, need: Need): string {
  return wordingOf(check).message(check, need);
}

/** What nobody confirms, in short: `offers structured-outputs`, `served until 2028-12-31`. */
export function requirementAsked(check: AnyCheck, need: Need): string {
  const { required } = sidesOf(check);
  const tested = requirementTested(check, need);
  return typeof required === "boolean" || required === null ? tested : `${tested} ${required}`;
}

/** The nearest change that would satisfy it; null when it is met, or when the user cannot change it. */
export function requirementChange(check: AnyCheck, need: Need): string | null {
  return check.change === null ? null : wordingOf(check).change(check.change, check, need);
}

const LASTING: readonly ConstraintName[] = ["served", "fineTuningOpen"];

/** What is required and what was found, as one value each. */
export function sidesOf({ name, required, actual }: AnyCheck): {
  required: string | number | boolean | null;
  actual: string | number | boolean | null;
} {
  return {
    required: Array.isArray(required) ? list([...new Set(required)]) : required,
    actual: actual === null && LASTING.includes(name) ? NO_END : actual,
  };
}

/** The smallest change that lets an excluded model in; null when one of its reasons cannot be changed. */
export function closestChange(screened: Screened, need: Need): string | null {
  if (!canBeLetIn(screened)) return null;
  const changes = screened.failed.map((check) => requirementChange(check, need) ?? "");
  const [only = "", ...others] = new Set(changes);
  return others.length === 0 ? only : `all of: ${[only, ...others].join("; ")}`;
}
