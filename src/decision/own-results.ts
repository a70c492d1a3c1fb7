/** The user's own tests of the user's own work: what they say of a model's ability, beside the public results. */
import type { Candidate } from "../facts/candidate.ts";
import type { Interval, Statement } from "../facts/claims.ts";
import type { FactSheet } from "../facts/fact-sheet.ts";
import type { FactSheets } from "../facts/fact-sheets.ts";
import { logit } from "../facts/logits.ts";
import type { OwnTests } from "../schema/evaluation.ts";
import { memoizeByObject } from "../facts/memoize.ts";
import type { Levels } from "../schema/levels.ts";
import { outputMultipleOf } from "./cost.ts";
import type { RankedModel } from "./decision.ts";
import type { Need } from "./need.ts";
import type { QualityEstimate } from "./quality.ts";
import { CENTRAL_90_DEVIATIONS } from "./robustness/normal.ts";
import type { Correlation } from "./robustness/sequences.ts";

export interface TaskQuality extends QualityEstimate {
  own: OwnResult | null;
}

export interface OwnResult {
  statement: Statement<OwnTests>;
  value: OwnTests;
  task: string;
  /** Ability by the own tests alone, logits. */
  ability: number;
  /** Its standard deviation, drift included. */
  sd: number;
  /** Its share of the combined ability, 0 to 1; 1 where the user states what the work needs. */
  weight: number;
  /** The ability by public results, which takes the rest. */
  publicAbility: Interval;
}

/** Whether anything was measured on the work or on anything like it. */
export function isKnown({ estimate, own }: TaskQuality): boolean {
  return estimate !== null || own !== null;
}

/**
 * The own tests that speak of the very work asked for, at the very effort; null without any. A mix of tasks is other
 * work than each of them.
 */
export function ownResultOf(
  sheet: FactSheet,
  { tasks }: Pick<Need, "tasks">,
  effort: string | null,
): { statement: Statement<OwnTests>; task: string } | null {
  const [only, ...others] = tasks;
  if (only === undefined || others.length > 0) return null;
  const fact = sheet.plain(`ownTests.${only.id}`);
  const heard = fact.chosen === null ? [] : [fact.chosen, ...fact.statements];
  const statement = heard.find(
    ({ claim, scope }) => scope !== "other" && (claim.effort ?? effort) === effort,
  );
  return statement === undefined ? null : { statement, task: only.id };
}

/** How often each model did the work, of those that own tests speak of. */
export function ownSuccessRates(
  candidates: readonly Candidate[],
  need: Need,
  sheets: FactSheets,
): Record<string, number> {
  return Object.fromEntries(
    candidates.flatMap((candidate) => {
      const sheet = sheets.of(candidate);
      const effort = outputMultipleOf(sheet, sheets.catalog.levels)?.effort ?? null;
      const found = ownResultOf(sheet, need, effort);
      return found === null ? [] : [[candidate.id, found.statement.claim.value.passRate] as const];
    }),
  );
}

/**
 * The quality with the own tests in it. On the common scale the two are weighted by their precision: few tests of
 * one's own leave public results in charge, a thousand rule them out. With a target, which is the user's own bar, the
 * own tests decide alone: they are as far from the bar of the question as from the target.
 */
export function withOwnResult(
  quality: QualityEstimate,
  found: { statement: Statement<OwnTests>; task: string } | null,
  barLogits: number,
  { quality: constants }: Levels,
): TaskQuality {
  if (found === null) return byPublicResults(quality);
  const { statement, task } = found;
  const { value } = statement.claim;
  const sd = Math.hypot(value.standardError, constants.ownDriftSd);
  const link =
    value.target === undefined ? (value.difficulty ?? 0) : barLogits - logit(value.target);
  const ability = value.logit + link;
  const { low, high } = quality.ability;
  const publicPrecision = ((2 * CENTRAL_90_DEVIATIONS) / (high - low)) ** 2;
  const weight = value.target === undefined ? sd ** -2 / (sd ** -2 + publicPrecision) : 1;
  const point = weight * ability + (1 - weight) * quality.ability.point;
  const combinedSd = value.target === undefined ? (sd ** -2 + publicPrecision) ** -0.5 : sd;
  const reach = CENTRAL_90_DEVIATIONS * combinedSd;
  return {
    ...quality,
    ability: { point, low: point - reach, high: point + reach },
    thin: value.tests < constants.ownTestsAtLeast,
    own: { statement, value, task, ability, sd, weight, publicAbility: quality.ability },
  };
}

/** One object for one estimate, so that what is made of it can be kept with it. */
const byPublicResults = memoizeByObject((quality: QualityEstimate): TaskQuality => ({
  ...quality,
  own: null,
}));

/**
 * How far the errors of two abilities go together: as far as the same tests do (phi of the two-by-two table), in the
 * part that these errors have in both.
 */
export function correlationsOf(models: readonly RankedModel[]): Correlation[] {
  return models.flatMap((first, place) =>
    models.slice(place + 1).flatMap((second): Correlation[] => {
      const rho = correlationOf(first, second);
      return rho === 0 ? [] : [{ first: first.id, second: second.id, rho }];
    }),
  );
}

function correlationOf(first: RankedModel, second: RankedModel): number {
  const [one, other] = [first.assessment.quality, second.assessment.quality];
  if (one.own === null || other.own === null) return 0;
  if (one.own.value.run !== other.own.value.run) return 0;
  const names = namesOf(second);
  const pair = one.own.value.pairs.find((each) => names.includes(each.with));
  if (pair === undefined) return 0;
  const part = ({ own, ability }: TaskQuality) =>
    own === null
      ? 0
      : (own.weight * own.value.standardError * 2 * CENTRAL_90_DEVIATIONS) /
        (ability.high - ability.low);
  return phi(pair) * part(one) * part(other);
}

/** As an evidence file names a model: by its id, with the effort behind it. */
function namesOf({ id, assessment: { reasoning, candidate, quality } }: RankedModel): string[] {
  const effort = quality.own?.statement.claim.effort ?? reasoning?.effort;
  const ids = [id, ...(candidate.snapshot === null ? [] : [candidate.snapshot.id])];
  return ids.flatMap((each) => (effort === undefined ? [each] : [`${each}@${effort}`, each]));
}

/** Correlation of two yes-or-no outcomes; 0 where one of them never varies. */
export function phi({
  both,
  onlyThis,
  onlyOther,
  neither,
}: Pick<OwnTests["pairs"][number], "both" | "onlyThis" | "onlyOther" | "neither">): number {
  const spread = Math.sqrt(
    (both + onlyThis) * (onlyOther + neither) * (both + onlyOther) * (onlyThis + neither),
  );
  return spread === 0 ? 0 : (both * neither - onlyThis * onlyOther) / spread;
}
