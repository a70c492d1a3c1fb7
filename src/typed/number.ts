/** Numbers as people type them (`800`, `1.5M`, `10k`, `1e6`), and counts of things. */
import { type Correction, usageFailure, quoted } from "../schema/failure.ts";
import { LEAST, MOST } from "../schema/texts.ts";

export interface NumberRule {
  /** What is expected, for messages: "a number of tokens". */
  what: string;
  /** Values that would be taken, for advice: "800 or 10k". */
  example: string;
  /** One that can stand where the number does; the first of the examples unless told. */
  instead?: string;
  /** Zero is refused. */
  positive?: boolean;
  /** Fractions are refused. */
  whole?: boolean;
  /** Largest value taken; {@link MOST} unless told. */
  most?: number;
  /** Smallest value taken above zero; {@link LEAST} unless told. */
  least?: number;
}

const MULTIPLE_EXPONENTS: Record<string, number> = { "": 0, k: 3, K: 3, M: 6, B: 9 };

const NUMBER =
  /^(?<digits>\d+(?:\.\d*)?|\.\d+)(?:[eE](?<exponent>[+-]?\d{1,3}))?\s*(?<suffix>[a-zA-Z]*)$/;
const NOT_FINITE = /^[+-]?(?:nan|inf(?:inity)?|∞)$/i;
/** Three digits after a point: thousands to half of the world, thousandths to the other. */
const POINT_GROUPED = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
const COMMA_GROUPED_ONCE = /^[1-9]\d{0,2},\d{3}$/;
const GROUPED = /^\d{1,3}(?:[,_'  ]\d{3})+(?:\.\d+)?[kKMB]?$/;
const DECIMAL_COMMA = /^\d+,\d+[kKMB]?$/;

/**
 * A finite number of at least zero. Suffixes: `k` thousand, `M` million, `B` billion.
 * @throws Failure (usage) for anything else, thousands separators included: `1,000` is 1 in half of the world.
 */
export function readNumber(text: string, flag: string, rule: NumberRule): number {
  const typed = shortText(text, flag);
  const wrong = (reason: string, taken: string) =>
    usageFailure(reason, flag, { typed, meant: exampleOf(rule), taken });
  const misspelt = (reason: string, meant: string) =>
    usageFailure(`${quoted(typed)} ${reason}`, flag, written(typed, meant));
  const expected = `expected ${rule.what}, such as ${rule.example}`;

  if (typed === "") throw wrong("no value", expected);
  if (NOT_FINITE.test(typed)) throw wrong(`${quoted(typed)} is not a finite number`, expected);
  if (/^[-−]/.test(typed)) throw wrong(`${quoted(typed)} is negative`, expected);
  if (POINT_GROUPED.test(typed) || COMMA_GROUPED_ONCE.test(typed)) throw ambiguous(typed, flag);
  if (GROUPED.test(typed)) {
    const plain = typed.replace(/[,_'  ]/g, "");
    throw misspelt("has a thousands separator", plain);
  }
  if (DECIMAL_COMMA.test(typed)) {
    throw misspelt("has a decimal comma", typed.replace(",", "."));
  }
  const parts = NUMBER.exec(typed)?.groups;
  if (parts === undefined) throw wrong(`${quoted(typed)} is not ${rule.what}`, expected);

  const suffix = parts["suffix"] ?? "";
  const shift = Object.hasOwn(MULTIPLE_EXPONENTS, suffix) ? MULTIPLE_EXPONENTS[suffix] : undefined;
  if (shift === undefined) {
    const capital = suffix.toUpperCase();
    throw usageFailure(`${quoted(typed)} has an unknown suffix ${quoted(suffix)}`, flag, {
      typed,
      meant: Object.hasOwn(MULTIPLE_EXPONENTS, capital)
        ? typed.replace(suffix, capital)
        : exampleOf(rule),
      taken: "use k for thousand, M for million, B for billion",
    });
  }
  // Shifting the decimal exponent keeps 1.1M exact, where multiplying would not.
  const exponent = Number(parts["exponent"] ?? 0) + shift;
  return checked(Number(`${parts["digits"]}e${exponent}`), typed, flag, rule);
}

function checked(value: number, typed: string, flag: string, rule: NumberRule): number {
  const wrong = (reason: string, taken: string, meant: string) =>
    usageFailure(`${quoted(typed)} ${reason}`, flag, { typed, meant, taken });
  const { most = MOST, least = LEAST } = rule;
  if (value > most) throw wrong("is too large", `at most ${most}`, String(most));
  if (value > 0 && value < least) throw wrong("is too small", `at least ${least}`, String(least));
  if (rule.positive === true && value === 0) {
    throw wrong("is zero", "it must be above zero", exampleOf(rule));
  }
  if (rule.whole === true && !Number.isInteger(value)) {
    throw wrong("is not a whole number", `such as ${rule.example}`, String(Math.round(value) || 1));
  }
  return value;
}

/** Longer than anything anybody means as a value; what follows may look at it more than once. */
const LONGEST_VALUE = 200;

/** The text without blanks around it. @throws Failure (usage) for one that is no value of any kind */
export function shortText(text: string, flag: string): string {
  const typed = text.trim();
  if (typed.length <= LONGEST_VALUE) return typed;
  const advice = `at most ${LONGEST_VALUE} characters`;
  throw usageFailure(`${quoted(typed)} is too long for a value`, flag, advice);
}

/** `10.000` or `1,500`: never guessed. Several groups can only be thousands. */
function ambiguous(typed: string, flag: string) {
  const grouped = typed.replaceAll(/[.,]/g, "");
  if (/[.,]\d{3}[.,]/.test(typed)) {
    const message = `${quoted(typed)} has a thousands separator`;
    return usageFailure(message, flag, written(typed, grouped));
  }
  const fraction = numberText(Number(typed.replace(",", ".")));
  const message = `${quoted(typed)} could mean ${grouped} or ${fraction}`;
  return usageFailure(message, flag, written(typed, grouped, fraction));
}

/** One way, or two, to write what was probably meant. */
export function written(typed: string, meant: string, other?: string): Correction {
  return other === undefined
    ? { typed, meant, advice: `write ${meant}` }
    : { typed, meant, or: { typed, meant: other }, advice: `write ${meant} or ${other}` };
}

/** A number as text that reads as this number and no other: with a fourth decimal where three could be thousands. */
export function numberText(value: number): string {
  const text = String(value);
  return POINT_GROUPED.test(text) ? `${text}0` : text;
}

function exampleOf({ instead, example }: NumberRule): string {
  return instead ?? /^[^\s,]+/.exec(example)?.[0] ?? example;
}

// Counts: tokens, searches, epochs, requests of a job.

/** Tokens per request, or of a training file; zero allowed, fractions too, for averages. */
export function readTokens(text: string, flag: string): number {
  return readNumber(text, flag, { what: "a number of tokens", example: "800 or 10k" });
}

/** A least number of tokens; zero would ask for nothing. */
export function readTokenLimit(text: string, flag: string): number {
  return readNumber(text, flag, {
    what: "a number of tokens",
    example: "64k",
    positive: true,
    whole: true,
  });
}

/** How often a request calls a tool; an average may be a fraction. */
export function readCalls(text: string, flag: string): number {
  return readNumber(text, flag, { what: "a number of calls per request", example: "1" });
}

/** Passes over the training file. */
export function readEpochs(text: string, flag: string): number {
  return readNumber(text, flag, {
    what: "a number of epochs",
    example: "3",
    positive: true,
    whole: true,
  });
}

/** Requests of a whole job, not of a month. */
export function readTotalRequests(text: string, flag: string): number {
  return readNumber(text, flag, {
    what: "a number of requests",
    example: "143k",
    positive: true,
    whole: true,
  });
}
