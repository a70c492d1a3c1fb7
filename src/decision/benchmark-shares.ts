/** How much each benchmark counts: the task's own evidence, drawn towards that of all work as complex as asked for. */
import type { Task } from "../schema/descriptions.ts";
import type { Levels } from "../schema/levels.ts";
import { COMPLEXITIES, type Complexity } from "../schema/vocabulary.ts";

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
    sum(parts.map((part) => part.share * (part[of][id] ?? 0)));
  const uncut = ids.map((id) => {
    const [relevance, ofUsualComplexity] = [mean("relevance", id), mean("usual", id)];
    const shares = { id, relevance, ofComplexity: asked[id] ?? 0, ofUsualComplexity };
    return { ...shares, share: Math.max(0, uncutShare(shares, taskShare)) };
  });
  const whole = sum(uncut.map(({ share }) => share));
  return uncut.map((each) => ({ ...each, share: each.share / whole }));
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
  const total = sum(stated.map(([, { relevance }]) => relevance));
  return Object.fromEntries(stated.map(([id, { relevance }]) => [id, relevance / total]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
