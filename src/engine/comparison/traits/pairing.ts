/** Measurements of several models that belong together: one run or, failing that, one source. */
import { compareText } from "../../claim-order.ts";
import type { Statement } from "../../fact.ts";

type ByModel = ReadonlyMap<string, readonly Statement<number>[]>;

export interface Pairing {
  /** The run, or the source where the claims name no run. */
  name: string;
  observed: string;
  byModel: ByModel;
}

/** Every run or source that speaks of at least two of the models (of the one, where there is one), oldest first. */
export function pairings(all: ByModel): Pairing[] {
  const names = new Set([...all.values()].flat().map(nameOf));
  return [...names]
    .map((name) => named(name, all))
    .filter((pair) => speakingOf(pair) >= Math.min(2, all.size))
    .toSorted((a, b) => compareText(a.observed, b.observed) || compareText(a.name, b.name));
}

/**
 * The newest run that all models share; failing that, the newest claim on each by itself. What could not be
 * confirmed speaks only where nothing else does.
 */
export function paired(all: ByModel): Pairing {
  const shared = pairings(all)
    .filter((pair) => speakingOf(pair) === all.size && all.size > 1)
    .filter((pair) => [...pair.byModel.values()].flat().every(({ claim }) => isSound(claim)));
  return shared.at(-1) ?? newestOfEach(all);
}

function newestOfEach(all: ByModel): Pairing {
  const byModel = new Map(
    [...all].map(([id, statements]) => {
      const sound = statements.filter(({ claim }) => isSound(claim));
      return [id, newestFirst(sound.length > 0 ? sound : statements)] as const;
    }),
  );
  return { name: "newest", observed: "", byModel };
}

function isSound(claim: Statement<number>["claim"]): boolean {
  return claim.unverified !== true;
}

function nameOf({ claim }: Statement<number>): string {
  return claim.run ?? claim.source;
}

function named(name: string, all: ByModel): Pairing {
  const byModel = new Map(
    [...all].map(
      ([id, statements]) =>
        [id, newestFirst(statements.filter((each) => nameOf(each) === name))] as const,
    ),
  );
  const days = [...byModel.values()].flat().map(({ claim }) => claim.observed);
  return { name, observed: days.toSorted().at(-1) ?? "", byModel };
}

function newestFirst(statements: readonly Statement<number>[]): Statement<number>[] {
  return statements.toSorted(
    (a, b) =>
      compareText(b.claim.observed, a.claim.observed) ||
      compareText(a.claim.source, b.claim.source) ||
      a.claim.value - b.claim.value,
  );
}

function speakingOf({ byModel }: Pairing): number {
  return [...byModel.values()].filter((statements) => statements.length > 0).length;
}
