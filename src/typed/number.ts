/** Reads a number as people type it: `800`, `1.5M`, `10k`, `1e6`. */
import { usageFailure } from "../schema/failure.ts";
import { MOST } from "../schema/bounds.ts";
import { quoted } from "./quoted.ts";

export interface NumberRule {
  /** What is expected, for messages: "a number of tokens". */
  what: string;
  /** A value that would be taken, for advice. */
  example: string;
  /** Zero is refused. */
  positive?: boolean;
  /** Fractions are refused. */
  whole?: boolean;
  /** Largest value taken; {@link MOST} unless told. */
  most?: number;
  /** Smallest value taken above zero. */
  least?: number;
}

const MULTIPLE_EXPONENTS: Record<string, number> = { "": 0, k: 3, K: 3, M: 6, B: 9 };

const NUMBER =
  /^(?<digits>\d+(?:\.\d*)?|\.\d+)(?:[eE](?<exponent>[+-]?\d{1,3}))?\s*(?<suffix>[a-zA-Z]*)$/;
const NOT_FINITE = /^[+-]?(?:nan|inf(?:inity)?|∞)$/i;
const GROUPED = /^\d{1,3}(?:[,_'  ]\d{3})+(?:\.\d+)?[kKMB]?$/;
const DECIMAL_COMMA = /^\d+,\d+[kKMB]?$/;

/**
 * A finite number of at least zero. Suffixes: `k` thousand, `M` million, `B` billion.
 * @throws Failure (usage) for anything else, thousands separators included: `1,000` is 1 in half of the world.
 */
export function readNumber(text: string, flag: string, rule: NumberRule): number {
  const typed = text.trim();
  const wrong = (reason: string, advice?: string) => usageFailure(reason, flag, advice);
  const expected = `expected ${rule.what}, such as ${rule.example}`;

  if (typed === "") throw wrong(`no value; ${expected}`);
  if (NOT_FINITE.test(typed)) throw wrong(`${quoted(typed)} is not a finite number`, expected);
  if (/^[-−]/.test(typed)) throw wrong(`${quoted(typed)} is negative`, expected);
  if (GROUPED.test(typed)) {
    const plain = typed.replace(/[,_'  ]/g, "");
    throw wrong(`${quoted(typed)} has a thousands separator`, `write ${plain}`);
  }
  if (DECIMAL_COMMA.test(typed)) {
    throw wrong(`${quoted(typed)} has a decimal comma`, `write ${typed.replace(",", ".")}`);
  }
  const parts = NUMBER.exec(typed)?.groups;
  if (parts === undefined) throw wrong(`${quoted(typed)} is not ${rule.what}`, expected);

  const suffix = parts["suffix"] ?? "";
  const shift = Object.hasOwn(MULTIPLE_EXPONENTS, suffix) ? MULTIPLE_EXPONENTS[suffix] : undefined;
  if (shift === undefined) {
    const advice = "use k for thousand, M for million, B for billion";
    throw wrong(`${quoted(typed)} has an unknown suffix ${quoted(suffix)}`, advice);
  }
  // Shifting the decimal exponent keeps 1.1M exact, where multiplying would not.
  const exponent = Number(parts["exponent"] ?? 0) + shift;
  return checked(Number(`${parts["digits"]}e${exponent}`), typed, flag, rule);
}

function checked(value: number, typed: string, flag: string, rule: NumberRule): number {
  const most = rule.most ?? MOST;
  if (value > most) throw usageFailure(`${quoted(typed)} is too large`, flag, `at most ${most}`);
  const { least = 0 } = rule;
  if (value > 0 && value < least) {
    throw usageFailure(`${quoted(typed)} is too small`, flag, `at least ${least}`);
  }
  if (rule.positive === true && value === 0) {
    throw usageFailure(`${quoted(typed)} is zero`, flag, "it must be above zero");
  }
  if (rule.whole === true && !Number.isInteger(value)) {
    throw usageFailure(`${quoted(typed)} is not a whole number`, flag, `such as ${rule.example}`);
  }
  return value;
}
