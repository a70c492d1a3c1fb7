/** Ability: benchmark results of one model on one frozen scale, each counted by its share of the task. */
import type { Interval } from "../facts/claims.ts";
import type { Task } from "../schema/descriptions.ts";
import type { Levels } from "../schema/levels.ts";
import { COMPLEXITIES, type Complexity } from "../schema/vocabulary.ts";
import { CENTRAL_90_DEVIATIONS } from "./robustness/normal.ts";

/** One model's result on one benchmark. */
export interface BenchmarkResult {
  benchmarkId: string;
  /** Log-odds, with the span of the admissible claims. */
  logit: Interval;
  /** Sampling error of the log-odds. */
  standardError: number;
  /** Frozen difficulty of the benchmark, logits. */
  difficulty: number;
  /** Measured on a neighbouring snapshot. */
  sibling: boolean;
}

export interface AbilityConstants {
  /** Standard deviation, logits, of carrying results over to the user's own, unseen task. */
  transferSd: number;
  /** Evidence is thin below this share of the task's relevance; the transfer error is then multiplied. */
  thinBelowShare: number;
  thinFactor: number;
  /** Added to both sides of a result measured on a neighbouring snapshot, logits. */
  siblingWideningLogits: number;
  /** The ability of a model of which nothing is known: a cautious point in a broad range, logits. */
  unknown: Interval;
}

/** What a benchmark puts into the ability. */
interface Part {
  relevance: number;
  /** Of the ability. */
  share: number;
  contributionLogits: number;
}

export interface AbilityEstimate {
  /** Logits, with the central 90 % range. */
  ability: Interval;
  /** Share of the task's own relevance with a result, 0 to 1. */
  knownShare: number;
  thin: boolean;
  /** The results; their parts and those of the missing ones add up to the point. */
  used: (BenchmarkResult & Part)[];
  /** Benchmarks that count and that nobody ran: each enters at the cautious ability. */
  missing: (Part & { benchmarkId: string })[];
}

/**
 * Ability as the weighted mean of log-odds plus frozen Rasch difficulties; a benchmark without a result enters at the
 * cautious ability with its own share, so that losing a good result never helps. Null when no benchmark that counts has
 * a result.
 *
 * The range stands around that point and is as wide as the task's own evidence makes it: in quadrature and separately
 * upwards and downwards the span of the claims, the sampling error, what missing results could be, and the error of
 * transfer to an unseen test. The transfer error shrinks with the effective number of benchmarks (Kish's), but never
 * below that of one perfect benchmark. Where the task's own benchmarks have no result at all the range is that of a
 * model of which nothing is known.
 *
 * @param shares in the order of their ids: the same results in another order give the same bits
 */
export function estimateAbility(
  shares: readonly BenchmarkShare[],
  results: ReadonlyMap<string, BenchmarkResult>,
  constants: AbilityConstants,
): AbilityEstimate | null {
  const { unknown, siblingWideningLogits } = constants;
  const used: AbilityEstimate["used"] = [];
  const missing: AbilityEstimate["missing"] = [];
  for (const { id, relevance, share } of shares) {
    if (share === 0 && relevance === 0) continue;
    const result = results.get(id);
    if (result === undefined) {
      const contributionLogits = share * unknown.point;
      missing.push({ benchmarkId: id, relevance, share, contributionLogits });
    } else {
      const { logit, standardError, difficulty, sibling } = result;
      const contributionLogits = share * (logit.point + difficulty);
      // Field by field: code that is still cold takes ten times as long for a spread.
      const measured = {
        benchmarkId: result.benchmarkId,
        logit,
        standardError,
        difficulty,
        sibling,
        relevance,
        share,
        contributionLogits,
      };
      used.push(measured);
    }
  }
  if (used.every(({ share }) => share === 0)) return null;
  const all = [...used, ...missing];
  const knownShare = Math.min(
    1,
    sumOf(used, ({ relevance }) => relevance),
  );
  const missingShare = sumOf(missing, ({ relevance }) => relevance);
  const thin = knownShare < constants.thinBelowShare;
  const point = sumOf(all, ({ contributionLogits }) => contributionLogits);
  const transferSd = constants.transferSd * (thin ? constants.thinFactor : 1);
  const inverseEffectiveCount = sumOf(all, ({ relevance }) => relevance ** 2);
  const transfer = (CENTRAL_90_DEVIATIONS * transferSd) ** 2 * (1 + inverseEffectiveCount);

  const reach = (spanOf: (interval: Interval) => number) => {
    if (knownShare === 0) return spanOf(unknown);
    const ofUsed = sumOf(used, ({ relevance, logit, sibling, standardError }) => {
      const span = spanOf(logit) + (sibling ? siblingWideningLogits : 0);
      return relevance ** 2 * (span ** 2 + (CENTRAL_90_DEVIATIONS * standardError) ** 2);
    });
    return Math.sqrt(ofUsed + (missingShare * spanOf(unknown)) ** 2 + transfer);
  };
  return {
    ability: {
      point,
      low: point - reach(({ point: at, low }) => at - low),
      high: point + reach(({ point: at, high }) => high - at),
    },
    knownShare,
    thin,
    used,
    missing,
  };
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

// How much each benchmark counts: the task's own evidence, drawn towards that of all work as complex as asked for.

/** The part one benchmark plays. Every figure is a share of 1. */
export interface BenchmarkShare {
  id: string;
  /** Of what speaks for the task itself; 0 for a benchmark it does not name. */
  relevance: number;
  /** Of work as complex as asked for, whatever the task. */
  ofComplexity: number;
  /** Of work as complex as the task usually is. */
  ofUsualComplexity: number;
  /** Of the ability. */
  share: number;
}

/** One task of a mix, as far as its evidence goes. */
export interface TaskEvidence {
  /** Of the mix; the shares add up to 1. */
  share: number;
  complexity: Complexity;
  benchmarks: Readonly<Record<string, { relevance: number }>>;
}

/**
 * Shares of the ability, by benchmark id: `max(0, ofComplexity + taskShare * (relevance - ofUsualComplexity))`, made to
 * add up to 1. They depend on the task, the complexity and frozen constants alone, so no model, benchmark or task that
 * is added moves them. Cut at 0, or a better result would lower an ability. A task that names no benchmark is taken for
 * usual work of its complexity.
 */
export function benchmarkShares(
  tasks: readonly TaskEvidence[],
  complexity: Complexity,
  { profiles, taskShare }: Pick<Levels["quality"], "profiles" | "taskShare">,
): BenchmarkShare[] {
  const parts = tasks.map((task) => ({
    share: task.share,
    relevance: relevanceOf(task, profiles),
    usual: profiles[task.complexity],
  }));
  const asked = profiles[complexity];
  const tables = [asked, ...parts.flatMap(({ relevance, usual }) => [relevance, usual])];
  // In the order of the ids, so that no order in which things are written moves the last bit of a sum.
  const ids = [...new Set(tables.flatMap(Object.keys))].toSorted();
  const mean = (of: "relevance" | "usual", id: string) =>
    sumOf(parts, (part) => part.share * (part[of][id] ?? 0));
  const uncut = ids.map((id) => {
    const [relevance, ofUsualComplexity] = [mean("relevance", id), mean("usual", id)];
    const ofComplexity = asked[id] ?? 0;
    const whole = uncutShare({ relevance, ofComplexity, ofUsualComplexity }, taskShare);
    return { id, relevance, ofComplexity, ofUsualComplexity, share: Math.max(0, whole) };
  });
  const whole = sumOf(uncut, ({ share }) => share);
  for (const each of uncut) each.share /= whole;
  return uncut;
}

/** The share of a benchmark before it is cut at 0 and all of them are made to add up to 1. */
export function uncutShare(
  shares: Pick<BenchmarkShare, "relevance" | "ofComplexity" | "ofUsualComplexity">,
  taskShare: number,
): number {
  return shares.ofComplexity + taskShare * (shares.relevance - shares.ofUsualComplexity);
}

/** The evidence of a mix of the catalog's tasks. */
export function evidenceOfTasks(
  mix: readonly { id: string; share: number }[],
  tasks: readonly Task[],
): TaskEvidence[] {
  return mix.flatMap(({ id, share }) => {
    const task = tasks.find((each) => each.id === id);
    return task === undefined
      ? []
      : [{ share, complexity: task.complexity, benchmarks: task.benchmarks }];
  });
}

/** The complexity of a mix unless another is asked for: a model must also manage its hardest part. */
export function hardestOf(parts: readonly Pick<TaskEvidence, "complexity">[]): Complexity {
  const steps = parts.map(({ complexity }) => COMPLEXITIES.indexOf(complexity));
  return COMPLEXITIES[Math.max(0, ...steps)] ?? COMPLEXITIES[0];
}

/** Each task's relevances are made to add up to 1, so that a long list does not outweigh a short one. */
function relevanceOf(
  { benchmarks, complexity }: TaskEvidence,
  profiles: Levels["quality"]["profiles"],
): Record<string, number> {
  const stated = Object.entries(benchmarks).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (stated.length === 0) return profiles[complexity];
  const total = sumOf(stated, ([, { relevance }]) => relevance);
  return Object.fromEntries(stated.map(([id, { relevance }]) => [id, relevance / total]));
}
