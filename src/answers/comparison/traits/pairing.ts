/** Measurements of several models that belong together: one run or, failing that, one source. */
import { compareText } from "../../../facts/claim-order.ts";
import type { Statement } from "../../../facts/claims.ts";

type ByModel = ReadonlyMap<string, readonly Statement<number>[]>;

type NameOf = (statement: Statement<number>) => string;

export interface Pairing {
  /** The run, or the source where the claims name no run. */
  name: string;
  observed: string;
  byModel: ByModel;
}

/** Every run or source that speaks of at least two of the models (of the one, where there is one), oldest first. */
export function pairings(all: ByModel, nameOf: NameOf = runOrSource): Pairing[] {
  const names = new Set([...all.values()].flat().map((each) => nameOf(each)));
  return [...names]
    .map((name) => named(name, all, nameOf))
    .filter((pair) => speakingOf(pair) >= Math.min(2, all.size))
    .toSorted((a, b) => compareText(a.observed, b.observed) || compareText(a.name, b.name));
}

/**
 * The run that most models share, the newest of such; failing that, the claims of the measurer most of them share;
 * for whoever is left, the newest claim by itself. What could not be confirmed speaks only where nothing else does.
 */
export function paired(all: ByModel, measurerOf: (source: string) => string): Pairing {
  const alone = newestOfEach(all);
  const sound = new Map(
    [...all].map(([id, statements]) => [id, statements.filter(isSound)] as const),
  );
  const ofMeasurer = ({ claim }: Statement<number>) => measurerOf(claim.source);
  for (const name of [runOrSource, ofMeasurer]) {
    const [best] = pairings(sound, name)
      .filter((pair) => speakingOf(pair) > 1)
      .toReversed()
      .toSorted((a, b) => speakingOf(b) - speakingOf(a));
    if (best !== undefined) return { ...best, byModel: filled(best.byModel, alone.byModel) };
  }
  return alone;
}

function filled(first: ByModel, rest: ByModel): ByModel {
  return new Map(
    [...rest].map(([id, statements]) => {
      const own = first.get(id) ?? [];
      return [id, own.length > 0 ? own : statements] as const;
    }),
  );
}

function newestOfEach(all: ByModel): Pairing {
  const byModel = new Map(
    [...all].map(([id, statements]) => {
      const sound = statements.filter(isSound);
      return [id, newestFirst(sound.length > 0 ? sound : statements)] as const;
    }),
  );
  return { name: "newest", observed: "", byModel };
}

function isSound({ claim }: Statement<number>): boolean {
  return claim.unverified !== true;
}

function runOrSource({ claim }: Statement<number>): string {
  return claim.run ?? claim.source;
}

function named(name: string, all: ByModel, nameOf: NameOf): Pairing {
  const byModel = new Map(
    [...all].map(
      ([id, statements]) =>
        [id, newestFirst(statements.filter((each) => nameOf(each) === name))] as const,
    ),
  );
  const days = [...byModel.values()].flat().map(({ claim }) => claim.observed);
  return { name, observed: days.toSorted().at(-1) ?? "", byModel };
}

/** About the very snapshot first. */
function newestFirst(statements: readonly Statement<number>[]): Statement<number>[] {
  const aboutAnother = ({ scope }: Statement<number>) => (scope === "other" ? 1 : 0);
  return statements.toSorted(
    (a, b) =>
      aboutAnother(a) - aboutAnother(b) ||
      compareText(b.claim.observed, a.claim.observed) ||
      compareText(a.claim.source, b.claim.source) ||
      a.claim.value - b.claim.value,
  );
}

function speakingOf({ byModel }: Pairing): number {
  return [...byModel.values()].filter((statements) => statements.length > 0).length;
}
