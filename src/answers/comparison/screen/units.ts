/** Units as they stand beside a label; null where the cell says its own. */
import type { ComparisonRow } from "../schema.ts";

const SHORT: Record<string, string | null> = {
  "USD per million tokens": "$/1M tokens",
  "USD per thousand calls": "$/1,000 calls",
  "USD per gigabyte and day": "$/GB-day",
  "USD per month": null,
  USD: null,
  times: null,
  "tokens per second": "tokens/s",
  "tokens a call": "tokens",
  seconds: "s",
  "seconds a request": null,
  days: null,
  "requests per minute": null,
  "requests per day": null,
  "tokens per minute": null,
  benchmarks: null,
  "percent right": "% right",
  "percent wrong": "% wrong",
  "Elo points": null,
  parameters: null,
  "use cases": null,
};

export function unitOf({ unit }: ComparisonRow): string | null {
  if (unit === null) return null;
  const short = SHORT[unit];
  return short === undefined ? unit : short;
}
