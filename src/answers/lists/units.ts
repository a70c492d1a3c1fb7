/** What the number at a place of the model file counts, and how it is written with it. */
import { asStated, exactMoney, magnitude, percent } from "../../words/figures.ts";
import type { Benchmark } from "../../schema/benchmark.ts";

type Path = readonly string[];

/** By the last word of the path, which names its unit; the first match counts. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/UsdPerMillionTokens$/, "USD per million tokens"],
  [/UsdPerThousandCalls$/, "USD per thousand calls"],
  [/UsdPerGigabyteDay$/, "USD per gigabyte and day"],
  [/tokensPerSecond$/i, "tokens per second"],
  [/tokensPerMinute$/i, "tokens per minute"],
  [/requestsPerMinute$/i, "requests per minute"],
  [/requestsPerDay$/i, "requests per day"],
  [/InputTokensPerCall$/, "tokens per call"],
  [/tokens$/i, "tokens"],
  [/seconds$/i, "seconds"],
];

const BENCHMARK_UNITS = { percent: "%", "percent-wrong": "% wrong", elo: "Elo" } as const;

/** Null for what is no number, and for numbers without a unit. */
export function unitOf(path: Path, benchmarks: ReadonlyMap<string, Benchmark>): string | null {
  const [room = "", inner = ""] = path;
  const last = path.at(-1) ?? "";
  if (last === "offered") return null;
  switch (room) {
    case "prices":
    case "fineTunedPrices":
      return "USD per million tokens";
    case "imageTokens":
      return last === "countTowardsContext" ? null : "tokens";
    case "benchmarks": {
      const scale = benchmarks.get(inner)?.scale;
      return scale === undefined ? null : BENCHMARK_UNITS[scale];
    }
    case "regionalUplift":
      return "share";
    case "parameters":
      return last === "estimates" ? "parameters" : null;
    default:
      return UNITS.find(([pattern]) => pattern.test(last))?.[1] ?? null;
  }
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
