/** Nearest-rank percentiles of figures, and of how often each was seen. */

/** Null of none. */
export function nearestRank(figures: readonly number[], share: number): number | null {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

export function nearestRankOf(counts: ReadonlyMap<number, number>, share: number): number | null {
  const sorted = [...counts].toSorted(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [figure, count] of sorted) {
    passed += count;
    if (passed >= share * total) return figure;
  }
  return null;
}
