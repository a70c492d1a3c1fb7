/** The wait on one model: to the first sentence of a stream, or to the complete answer. */
import type { Interval, NumericFact } from "../facts/claims.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import type { Levels } from "../schema/levels.ts";
import type { ServiceTier, WaitMeasure } from "../schema/vocabulary.ts";
import type { NeedWorkload } from "./need.ts";
import { CAUTIOUS_QUANTILE, splitNormal, splitNormalQuantile } from "./robustness/normal.ts";

export interface WaitEstimate extends Speed {
  measure: WaitMeasure;
  /** Seconds, by the measure asked for. */
  interval: Interval;
  firstSentence: Interval;
  answer: Interval;
  /** Tokens waited for, visible and hidden, by the measure asked for. */
  tokens: number;
}

/** What is the same of a model whatever is asked of it. */
interface Speed {
  firstToken: Interval;
  tokensPerSecond: Interval;
  facts: NumericFact[];
  /** Paths of the facts nobody states: a cautious guess stands in for them. */
  missing: string[];
}

/**
 * Time to first token plus the tokens waited for at the output speed. The range combines the slow ends of both
 * facts, and the fast ends. A missing fact enters at the cautious quartile of a broad prior, never as the best.
 */
export function estimateWait(
  sheet: FactSheet,
  workload: NeedWorkload,
  measure: WaitMeasure,
  outputMultiple: number,
  constants: Levels,
): WaitEstimate {
  const { firstToken, tokensPerSecond, facts, missing } = speedOf(
    sheet,
    workload.serviceTier,
    constants,
  );
  const allTokens = workload.outputTokens.p50 * outputMultiple;
  const sentenceTokens = Math.min(
    allTokens,
    constants.latency.firstSentenceTokens + hidden(workload, outputMultiple),
  );
  const answer = waitFor(allTokens, firstToken, tokensPerSecond);
  const firstSentence = waitFor(sentenceTokens, firstToken, tokensPerSecond);
  const streaming = measure === "first-sentence";
  return {
    measure,
    interval: streaming ? firstSentence : answer,
    firstSentence,
    answer,
    firstToken,
    tokensPerSecond,
    tokens: streaming ? sentenceTokens : allTokens,
    facts,
    missing,
  };
}

function speedFact(
  sheet: FactSheet,
  trait: "timeToFirstTokenSeconds" | "outputTokensPerSecond",
  tier: ServiceTier,
): NumericFact {
  return sheet.numeric(`speed.${trait}`, { tier });
}

function speedOf(sheet: FactSheet, tier: ServiceTier, { evidence: { priors } }: Levels): Speed {
  return sheet.group(`speed.${tier}`, () => {
    const firstToken = fasterOf(
      speedFact(sheet, "timeToFirstTokenSeconds", tier),
      speedFact(sheet, "timeToFirstTokenSeconds", "standard"),
      (own, standard) => own <= standard,
    );
    const rate = fasterOf(
      speedFact(sheet, "outputTokensPerSecond", tier),
      speedFact(sheet, "outputTokensPerSecond", "standard"),
      (own, standard) => own >= standard,
    );
    const facts = [firstToken, rate];
    return {
      firstToken: known(firstToken) ?? {
        ...priors.timeToFirstTokenSeconds,
        point: cautious(priors.timeToFirstTokenSeconds, 1 - CAUTIOUS_QUANTILE),
      },
      tokensPerSecond: known(rate) ?? {
        ...priors.outputTokensPerSecond,
        point: cautious(priors.outputTokensPerSecond, CAUTIOUS_QUANTILE),
      },
      facts,
      missing: facts.filter((fact) => fact.value === null).map((fact) => fact.path),
    };
  });
}

/**
 * The tier's own figure, unless there is none or the standard tier's is better: nobody waits longer for paying more,
 * and what a vendor promises of a tier is a floor, not a measurement.
 */
function fasterOf(
  own: NumericFact,
  standard: NumericFact,
  isBetter: (own: number, standard: number) => boolean,
): NumericFact {
  if (own.value === null) return standard;
  if (standard.value === null) return own;
  return isBetter(own.value, standard.value) ? own : standard;
}

/** Reasoning tokens come before the first visible one. */
function hidden(workload: NeedWorkload, outputMultiple: number): number {
  return workload.outputTokens.p50 * (outputMultiple - 1);
}

function waitFor(tokens: number, firstToken: Interval, rate: Interval): Interval {
  return {
    point: firstToken.point + tokens / rate.point,
    low: firstToken.low + tokens / rate.high,
    high: firstToken.high + tokens / rate.low,
  };
}

function known(fact: NumericFact): Interval | null {
  return fact.value === null ? null : { point: fact.value, low: fact.low, high: fact.high };
}

/** Quantile of a prior on the scale of ratios, on which waits and speeds are compared. */
function cautious(prior: Interval, share: number): number {
  return splitNormalQuantile(splitNormal(prior, "ln"), share);
}
