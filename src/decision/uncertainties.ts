/** The uncertain facts of a model, each seen through the attribute it moves: results, missing results, speeds, the task. */
import type { Interval, NumericFact } from "../facts/claims.ts";
import { resultAtLogit, resultLogit } from "../facts/logits.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import type { Levels } from "../schema/levels.ts";
import type { Criterion } from "../schema/vocabulary.ts";
import type { RankedModel } from "./decision.ts";
import type { TaskQuality } from "./own-results.ts";
import { unknownAbility } from "./quality.ts";
import {
  CENTRAL_90_DEVIATIONS,
  type SplitNormal,
  splitNormal,
  WORKING_SCALES,
} from "./robustness/normal.ts";

/** One uncertain fact, seen through the attribute it moves. */
export interface Uncertainty {
  fact: string;
  unit: "logit" | "Elo" | "%" | "tokens/s" | "s";
  now: number;
  /** The attribute, for all that is known of this fact alone. */
  belief: SplitNormal;
  /** The attribute if the fact had this value, and the fact's value at an attribute. */
  attributeAt: (value: number) => number;
  valueAt: (attribute: number) => number;
  known: NumericFact | null;
}

/** Those that move one attribute of a model. */
export function uncertaintiesOf(
  model: RankedModel,
  criterion: Criterion,
  levels: Levels,
): Uncertainty[] {
  switch (criterion) {
    case "cost":
      return [];
    case "latency":
      return speeds(model);
    case "quality":
      return [overallQuality(model), ...ofResults(model, levels)];
  }
}

function beliefOf(criterion: Criterion, attribute: Interval): SplitNormal {
  return splitNormal(attribute, WORKING_SCALES[criterion]);
}

/** Carrying benchmark results over to the user's own work: the whole range of the ability. */
function overallQuality(model: RankedModel): Uncertainty {
  const { quality } = model.attributes;
  return {
    fact: "quality",
    unit: "logit",
    now: quality.point,
    belief: beliefOf("quality", quality),
    attributeAt: (value) => value,
    valueAt: (attribute) => attribute,
    known: null,
  };
}

/** Results, known and missing: without tests of one's own they are the same for all work of a kind. */
function ofResults({ assessment }: RankedModel, levels: Levels): Uncertainty[] {
  const { sheet, quality } = assessment;
  const uncertainOf = sheet.group("uncertain results", () =>
    memoizeByObject((each: TaskQuality) => [
      ...benchmarkResults(each, levels),
      ...missingResults(each, unknownAbility(levels, sheet.candidate.model.family), levels),
    ]),
  );
  return uncertainOf(quality);
}

function benchmarkResults(
  { estimate, facts, ability, own }: TaskQuality,
  { quality: constants }: Levels,
): Uncertainty[] {
  return (estimate?.used ?? []).flatMap((used): Uncertainty[] => {
    const fact = facts.find((each) => each.id === used.benchmarkId);
    const now = fact?.result.value;
    if (fact === undefined || now === null || now === undefined) return [];
    const { benchmark } = fact;
    const share = used.share * (1 - (own?.weight ?? 0));
    if (share === 0) return [];
    const abilityAt = (logit: number) => ability.point + share * (logit - used.logit.point);
    const sampling = CENTRAL_90_DEVIATIONS * used.standardError;
    const sibling = used.sibling ? constants.siblingWideningLogits : 0;
    const reach = (span: number) => Math.hypot(span + sibling, sampling);
    return [
      {
        fact: fact.result.path,
        unit: benchmark.scale === "elo" ? "Elo" : "%",
        now,
        belief: beliefOf("quality", {
          point: ability.point,
          low: abilityAt(used.logit.point - reach(used.logit.point - used.logit.low)),
          high: abilityAt(used.logit.point + reach(used.logit.high - used.logit.point)),
        }),
        attributeAt: (value) => abilityAt(resultLogit(value, benchmark, constants)),
        valueAt: (attribute) =>
          resultAtLogit(
            used.logit.point + (attribute - ability.point) / share,
            benchmark,
            constants,
          ),
        known: fact.result,
      },
    ];
  });
}

/** Results that nobody published, each a cautious guess in a broad range: which one is worth finding out. */
function missingResults(
  { estimate, facts, ability, own }: TaskQuality,
  guess: Interval,
  levels: Levels,
): Uncertainty[] {
  return (estimate?.missing ?? []).flatMap(({ benchmarkId, share: ofPublic }): Uncertainty[] => {
    const share = ofPublic * (1 - (own?.weight ?? 0));
    const fact = facts.find((each) => each.id === benchmarkId);
    if (fact === undefined || share === 0) return [];
    const { benchmark, result } = fact;
    const abilityAt = (logits: number) => ability.point + share * (logits - guess.point);
    const valueOf = (logits: number) =>
      resultAtLogit(logits - benchmark.difficulty, benchmark, levels.quality);
    return [
      {
        fact: result.path,
        unit: benchmark.scale === "elo" ? "Elo" : "%",
        now: valueOf(guess.point),
        belief: beliefOf("quality", {
          point: ability.point,
          low: abilityAt(guess.low),
          high: abilityAt(guess.high),
        }),
        attributeAt: (value) =>
          abilityAt(resultLogit(value, benchmark, levels.quality) + benchmark.difficulty),
        valueAt: (attribute) => valueOf(guess.point + (attribute - ability.point) / share),
        known: result,
      },
    ];
  });
}

function speeds(model: RankedModel): Uncertainty[] {
  const { wait } = model.assessment;
  const { firstToken, tokensPerSecond: rate, tokens, interval } = wait;
  const [firstTokenFact = null, rateFact = null] = wait.facts;
  const byRate = (value: number) => firstToken.point + tokens / value;
  const byFirstToken = (value: number) => value + tokens / rate.point;
  return [
    {
      fact: "speed.outputTokensPerSecond",
      unit: "tokens/s",
      now: rate.point,
      belief: beliefOf("latency", {
        point: interval.point,
        low: byRate(rate.high),
        high: byRate(rate.low),
      }),
      attributeAt: byRate,
      valueAt: (wanted) => tokens / (wanted - firstToken.point),
      known: rateFact,
    },
    {
      fact: "speed.timeToFirstTokenSeconds",
      unit: "s",
      now: firstToken.point,
      belief: beliefOf("latency", {
        point: interval.point,
        low: byFirstToken(firstToken.low),
        high: byFirstToken(firstToken.high),
      }),
      attributeAt: byFirstToken,
      valueAt: (wanted) => wanted - tokens / rate.point,
      known: firstTokenFact,
    },
  ];
}
