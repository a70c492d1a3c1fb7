/** Units, and values written with them: beside a value, beside a label, in the heading of a table. */
import type { FactUnit } from "../facts/fact-rows.ts";
import { asStated, exactMoney, magnitude, percent } from "./figures.ts";

/** What a figure of any table counts: a fact, or what is worked out from facts. */
export type Unit =
  | FactUnit
  | "USD"
  | "USD per month"
  | "times"
  | "days"
  | "benchmarks"
  | "use cases";

interface WrittenUnit {
  /** Beside the value; absent where the unit's own name is fine. */
  stated?: string;
  /** Beside a label that says the rest; absent where it is as beside the value. */
  counted?: string;
  /** In a heading or a label of a table; null where each cell says its own. */
  heading?: string | null;
}

const UNITS: Record<Unit, WrittenUnit> = {
  "USD per million tokens": { heading: "$/1M tokens" },
  "USD per thousand calls": { heading: "$/1,000 calls" },
  "USD per gigabyte and day": { heading: "$/GB-day" },
  "USD per month": { heading: null },
  USD: { heading: null },
  times: { heading: null },
  tokens: {},
  pixels: {},
  patches: {},
  "tokens a call": { stated: "tokens per call", counted: "tokens", heading: "tokens" },
  "tokens per second": { heading: "tokens/s" },
  "tokens per minute": { counted: "tokens", heading: null },
  "requests per minute": { counted: "requests", heading: null },
  "requests per day": { counted: "requests", heading: null },
  seconds: { counted: "s", heading: "s" },
  "seconds a request": { stated: "seconds", counted: "s", heading: null },
  days: { heading: null },
  share: {},
  parameters: { heading: null },
  "percent right": { stated: "%", heading: "% right" },
  "percent wrong": { stated: "% wrong", counted: "%", heading: "% wrong" },
  "Elo points": { stated: "Elo", heading: null },
  benchmarks: { heading: null },
  "use cases": { heading: null },
};

export function unitBesideValue(unit: Unit | undefined): string | null {
  return unit === undefined ? null : (UNITS[unit].stated ?? unit);
}

export function unitBesideLabel(unit: Unit | undefined): string | null {
  return unit === undefined ? null : (UNITS[unit].counted ?? unitBesideValue(unit));
}

const HEADINGS: ReadonlyMap<string, string | null | undefined> = new Map(
  Object.entries(UNITS).map(([unit, { heading }]) => [unit, heading]),
);

/** Given as a row of the comparison has it, which a file may have carried. */
export function unitInHeading(unit: string | null): string | null {
  const heading = unit === null ? null : HEADINGS.get(unit);
  return heading === undefined ? unit : heading;
}

/** A value as its source states it; the unit is left to the name beside it where that carries it. */
export function stated(value: unknown, unit: string | null): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((each) => stated(each, unit)).join(", ");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([key, inner]) => `${inWords(key)} ${stated(inner, unit)}`)
      .join(", ");
  }
  return typeof value === "number" ? figure(value, unit) : "";
}

/** `$2.50 per million tokens`: with its unit, unless that says the same again. */
export function statedWithUnit(value: unknown, unit: string | null): string {
  const text = stated(value, unit);
  if (unit === null || text.endsWith(unit)) return text;
  // The dollar sign already says which money.
  return `${text} ${unit.startsWith(DOLLARS) ? unit.slice(DOLLARS.length) : unit}`;
}

const DOLLARS = "USD ";

function figure(value: number, unit: string | null): string {
  if (unit?.startsWith("USD") === true) return exactMoney(value);
  switch (unit) {
    case "share":
      return percent(value);
    case "parameters":
      return magnitude(value);
    case "%":
    case "% wrong":
    case "Elo":
      return `${asStated(value)} ${unit}`;
    default:
      return asStated(value);
  }
}

/** `cachedInput` as `cached input`; ids of benchmarks and features stay as they are. */
export function inWords(key: string): string {
  return key
    .replaceAll("Usd", "")
    .replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A mean, which has no end of digits, as precise as what it is the mean of: three significant digits. */
export function rounded(mean: unknown): unknown {
  return typeof mean === "number" ? Number(mean.toPrecision(3)) : mean;
}
