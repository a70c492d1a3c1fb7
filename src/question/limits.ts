/** Hard limits, those included that a budget amount or a latency in seconds sets. */
import type { Origin } from "../decision/need.ts";
import type { HardLimits } from "../schema/requirements.ts";
import type { Merged } from "./merge.ts";

interface Limit {
  value: number;
  origin: Origin | undefined;
}

/**
 * The limits and where each came from. Where an amount and a limit both speak, both hold: the smaller one limits.
 */
export function resolveLimits(merged: Merged): {
  limits: HardLimits;
  origins: Record<string, Origin>;
} {
  const { document, origins } = merged;
  const { budget, latency, limits = {} } = document;
  const resolved = new Map<string, Limit>();
  const hold = (limit: string, value: number | undefined, path: string) => {
    const held = resolved.get(limit);
    if (value === undefined || (held !== undefined && held.value <= value)) return;
    resolved.set(limit, { value, origin: origins[path] });
  };
  for (const [limit, value] of Object.entries(limits)) hold(limit, value, `limits.${limit}`);
  if (typeof budget === "number") hold("usdPerMonth", budget, "budget");
  if (typeof latency === "object") hold("waitSeconds", latency.maxSeconds, "latency");

  const entries = [...resolved];
  return {
    limits: Object.fromEntries(entries.map(([limit, { value }]) => [limit, value])),
    origins: Object.fromEntries(
      entries.flatMap(([limit, { origin }]) =>
        origin === undefined ? [] : [[`limits.${limit}`, origin]],
      ),
    ),
  };
}
