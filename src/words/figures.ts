/** Figures for people: digits, units of money and time, rounding; the one place where numbers are rounded. */
import { Big } from "big.js";

// Numbers as decimal text with thousands apart. Rounding is of the decimal that a figure prints as, half away from
// zero, so that half a cent never depends on the last bit of a double. (Intl does the same; its first use is slow.)

const THOUSANDS = /\B(?=(\d{3})+(?!\d))/g;

/** At most so many decimals, and at least so many. */
export function withDecimals(value: number, most: number, least = 0): string {
  const printed = String(value);
  const point = printed.indexOf(".");
  const decimals = point === -1 ? 0 : printed.length - point - 1;
  if (!isRoundedAsPrinted(value, printed)) return shown(new Big(value).toFixed(most), least);
  return shown(decimals <= most ? printed : value.toFixed(most), least);
}

/** At most so many significant digits; every digit before the point is kept. */
export function withSignificantDigits(value: number, digits: number): string {
  return isRoundedAsPrinted(value, String(value))
    ? grouped(String(Number(value.toPrecision(digits))))
    : grouped(new Big(value).prec(digits).toFixed());
}

/** Whether a double is rounded as the decimal it prints as: always, but where that ends in what may be just a half. */
function isRoundedAsPrinted(value: number, printed: string): boolean {
  if (printed.endsWith("5") || printed.includes("e")) return false;
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

/** Without the zeros that say nothing, down to the least number of decimals. */
function shown(text: string, least: number): string {
  const point = text.indexOf(".");
  if (point === -1) return grouped(least === 0 ? text : `${text}.${"0".repeat(least)}`);
  let end = text.length;
  while (end > point + 1 + least && text[end - 1] === "0") end -= 1;
  const needed = end === point + 1 ? text.slice(0, point) : text.slice(0, end);
  return grouped(needed.padEnd(least === 0 ? 0 : point + 1 + least, "0"));
}

function grouped(text: string): string {
  const point = text.indexOf(".");
  const whole = point === -1 ? text.length : point;
  const apart =
    whole <= 3 ? text : `${text.slice(0, whole).replace(THOUSANDS, ",")}${text.slice(whole)}`;
  return apart.startsWith("-") && /^-[0,.]*$/.test(apart) ? apart.slice(1) : apart;
}

/** Below this, dollars show their cents. */
const CENTS_BELOW = 10;
const LEAST_IN_CENTS = 0.01;
/** Digits that tell one figure from the next where decimals say nothing. */
const SIGNIFICANT = 3;
/** Decimals beyond which a price has none. */
const FINEST = 10;

/** `$33`, `$6.60`, `$0.00033`, `$1,042`. */
export function money(usd: number): string {
  const sign = usd < 0 ? "-" : "";
  const amount = Math.abs(usd);
  if (amount === 0) return "$0";
  if (amount < LEAST_IN_CENTS) return `${sign}$${withSignificantDigits(amount, SIGNIFICANT)}`;
  if (amount < CENTS_BELOW) return `${sign}$${withDecimals(amount, 2, 2)}`;
  return `${sign}$${withDecimals(amount, 0)}`;
}

/** Money to the cent however large, for bills: `$1,042.50`; finer below a cent. */
export function bill(usd: number): string {
  if (usd === 0) return "$0.00";
  return Math.abs(usd) < LEAST_IN_CENTS ? money(usd) : `$${withDecimals(usd, 2, 2)}`;
}

/** Sums to the cent, whole dollars without: `$33`, `$180.20`, `$3,003.36`; finer below a cent. */
export function dollars(usd: number): string {
  return bill(usd).replace(/\.00$/, "");
}

/** Unit prices and per-request sums: as many digits as they have, at most ten decimals. */
export function exactMoney(usd: number): string {
  return `$${withDecimals(usd, FINEST, 2)}`;
}

/** A figure with every digit its source gives it, thousands apart: `0.716`, `1,317.3`, `128,000`. */
export function asStated(value: number): string {
  return withDecimals(value, FINEST);
}

/** A price of one thing that came out of a division: `$1.912`, in four significant digits. */
export function unitMoney(usd: number): string {
  return exactMoney(Number(usd.toPrecision(4)));
}

/** What one answer costs or is worth: `0.52 cents`, in two significant digits below ten. */
export function cents(usd: number): string {
  const amount = usd * 100;
  return `${amount >= CENTS_BELOW ? withDecimals(amount, 0) : withSignificantDigits(amount, 2)} cents`;
}

/** `26,948`; small counts keep what makes them differ from zero. */
export function count(value: number): string {
  return Math.abs(value) >= CENTS_BELOW || Number.isInteger(value)
    ? withDecimals(value, 0)
    : withSignificantDigits(value, SIGNIFICANT);
}

/** `1 image`, `2 images`, `0.5 images`. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** `0.66 s`, `3.2 s`, `24 h`. */
export function duration(seconds: number): string {
  const HOUR = 3600;
  if (seconds >= 2 * HOUR) return `${withSignificantDigits(seconds / HOUR, SIGNIFICANT)} h`;
  if (seconds >= 100) return `${withDecimals(seconds, 0)} s`;
  return `${seconds < 1 ? seconds.toFixed(2) : significant2(seconds)} s`;
}

/** `0.83 to 1.1 s`: a span of time, its unit once where both ends share it. */
export function durationSpan(low: number, high: number): string {
  const [from, to] = [duration(low), duration(high)];
  const unit = from.slice(from.lastIndexOf(" "));
  return `${to.endsWith(unit) ? from.slice(0, -unit.length) : from} to ${to}`;
}

function significant2(value: number): string {
  return value >= CENTS_BELOW ? withDecimals(value, 0) : value.toFixed(1).replace(/\.0$/, "");
}

/** `88 %` of a share; never 0 % or 100 % for what is neither. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return "under 1 %";
  if (rounded === 100 && share < 1) return "over 99 %";
  return `${rounded} %`;
}

/** A share to a tenth of a percent: `43.9 %`; never 0 % or 100 % for what is neither. */
export function finePercent(share: number): string {
  const rounded = (share * 100).toFixed(1).replace(/\.0$/, "");
  if (rounded === "0" && share > 0) return "under 0.1 %";
  if (rounded === "100" && share < 1) return "over 99.9 %";
  return `${rounded} %`;
}

/** A difference of two shares: `5.2 percentage points`. */
export function percentagePoints(difference: number): string {
  return `${withSignificantDigits(difference * 100, SIGNIFICANT)} percentage points`;
}

/** `88 of 100`; never none or all of what is neither. */
export function outOfHundred(share: number): string {
  return `${hundredths(share)} of 100`;
}

/** `69`, `<1`, `>99`: how many of a hundred, where the words around it say of what. */
export function hundredths(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return "<1";
  if (rounded === 100 && share < 1) return ">99";
  return String(rounded);
}

/** A score or a contribution of 0 to 1 as points out of 100, one decimal: `72.1`, `−5.6`. */
export function points(value: number): string {
  const text = (Math.abs(value) * 100).toFixed(1);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** The same with its sign: `+20.7`, `−5.6`, `0.0`. */
export function signedPoints(value: number): string {
  const text = points(Math.abs(value));
  if (Number(text) === 0) return text;
  return `${value > 0 ? "+" : "−"}${text}`;
}

/** `3.7`, `0.31`, `28`: a multiple in two significant digits. */
export function multiple(value: number): string {
  return withSignificantDigits(value, 2);
}

/** `16.7`, `2`, `1,765`: a ratio in three significant digits. */
export function ratio(value: number): string {
  return withSignificantDigits(value, SIGNIFICANT);
}

/** `16.7x`: how far apart the least and the largest of positive figures lie. */
export function timesApart(values: readonly number[]): string {
  return `${ratio(Math.max(...values) / Math.min(...values))}x`;
}

/** A measurement as its source gives it, at most two decimals: `53.1`, `1,317.3`. */
export function measured(value: number): string {
  return withDecimals(value, 2);
}

/** `200 billion`, `1.76 trillion`: a size nobody needs to the unit. */
export function magnitude(value: number): string {
  const [size, word] = MAGNITUDES.find(([least]) => value >= least) ?? [1, ""];
  return `${withSignificantDigits(value / size, SIGNIFICANT)}${word}`;
}

const MAGNITUDES = [
  [1e12, " trillion"],
  [1e9, " billion"],
  [1e6, " million"],
] as const;

/** A quality index, a benchmark result: at most one decimal where it matters. */
export function index(value: number): string {
  return withDecimals(value, 0);
}

/** Two indices as whole numbers, or with one decimal where whole numbers would hide that they differ. */
export function indexPair(first: number, second: number): [string, string] {
  if (index(first) !== index(second) || first === second) return [index(first), index(second)];
  return [first.toFixed(1), second.toFixed(1)];
}

export function decimal(value: number, digits = 2): string {
  return value.toFixed(digits);
}

/** A limit high enough for the amount: rounded up to the cent. */
export function roundedUpToCents(usd: number): number {
  return Math.ceil(Number((usd * 100).toFixed(6))) / 100;
}

/** A dash for what nobody knows. */
export function orDash<Value>(
  value: Value | null | undefined,
  write: (value: Value) => string = String,
): string {
  return value === null || value === undefined ? "–" : write(value);
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[], conjunction = "and"): string {
  const last = words.at(-1);
  if (last === undefined) return "";
  if (words.length === 1) return last;
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

/** `today`, `tomorrow`, `in 53 days`; `1 day ago`, `53 days ago` for what is negative. */
export function daysAway(days: number): string {
  if (days === 0) return "today";
  if (days < 0) return `${-days} ${days === -1 ? "day" : "days"} ago`;
  return days === 1 ? "tomorrow" : `in ${days} days`;
}
