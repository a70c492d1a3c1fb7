/** The wait of one model, so that it can be worked out again: first token, tokens, speed, value, weight, contribution. */
import type { Decision } from "../../decision/decision.ts";
import type { Explanation } from "./schema.ts";
import { weightAccount } from "./score-account.ts";
import type { Subject } from "./subject.ts";

export function waitAccount(
  { screened: { assessment } }: Subject,
  decision: Decision,
): Explanation["latency"] {
  const { wait } = assessment;
  const { targetSeconds, zeroAtMultiple } = decision.anchors;
  const value = decision.valueFunctions.latency(wait.interval.point);
  const weight = weightAccount(decision.need, "latency");
  return {
    measure: wait.measure,
    firstTokenSeconds: wait.firstToken,
    tokens: wait.tokens,
    tokensPerSecond: wait.tokensPerSecond,
    waitSeconds: wait.interval,
    missing: wait.missing,
    facts: wait.facts.map((fact) => fact.path),
    targetSeconds: Number.isFinite(targetSeconds) ? targetSeconds : null,
    zeroAtMultiple,
    formula:
      wait.interval.point <= targetSeconds
        ? "1"
        : "1 - ln(waitSeconds / targetSeconds) / ln(zeroAtMultiple)",
    value,
    weight,
    contribution: weight.weight === 0 ? 0 : weight.weight * value,
  };
}
