/** Pairs of models that both have a price, and where one quantity turns which of them is cheaper. */
import type { Money } from "../../../facts/money.ts";
import { type Crossing, crossings } from "../crossing.ts";
import type { BreakEven } from "../schema.ts";
import { isSold, type Subject } from "../subject.ts";

export interface Pair {
  /** Whichever costs less for the workload as it stands; the first by id when neither does. */
  cheaper: Subject;
  dearer: Subject;
}

export function pairsOf(subjects: readonly Subject[]): Pair[] {
  const priced = subjects.filter(({ cost }) => isSold(cost));
  return priced.flatMap((one, index) =>
    priced.slice(index + 1).map((two): Pair => {
      const [first, second] = [one.request(), two.request()];
      const isOrdered = first === null || second === null || first.lte(second);
      return isOrdered ? { cheaper: one, dearer: two } : { cheaper: two, dearer: one };
    }),
  );
}

export interface Turn {
  at: number;
  /** Who is cheaper just under and just over the point. */
  below: Subject;
  above: Subject;
}

interface Range {
  from: number;
  to: number;
  steps: readonly number[];
}

/** Points at which `one` stops or starts being cheaper than `two`, each billed as its function of the quantity says. */
export function turns(
  one: Subject,
  two: Subject,
  billOne: (quantity: number) => Money | null,
  billTwo: (quantity: number) => Money | null,
  range: Range,
): Turn[] {
  const at = (quantity: number) => {
    const [first, second] = [billOne(quantity), billTwo(quantity)];
    return first === null || second === null ? null : first.minus(second);
  };
  return crossings({ at, ...range }).map((crossing: Crossing) =>
    crossing.below < 0
      ? { at: crossing.at, below: one, above: two }
      : { at: crossing.at, below: two, above: one },
  );
}

type Stated = Pick<BreakEven, "kind" | "unit" | "now">;

/** One entry a turn or, where nothing turns, one that says so. */
export function entriesOf(
  found: readonly Turn[],
  pair: Pair,
  stated: Stated,
  words: { turn: (turn: Turn) => string; none: () => string },
): BreakEven[] {
  const models = [pair.cheaper.id, pair.dearer.id];
  if (found.length === 0) {
    return [{ ...stated, at: null, below: null, above: null, models, message: words.none() }];
  }
  return found.map((turn) => ({
    ...stated,
    at: turn.at,
    below: turn.below.id,
    above: turn.above.id,
    models,
    message: words.turn(turn),
  }));
}
