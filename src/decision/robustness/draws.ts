/** The random part of a block of draws: the same for every question that leaves the same open about the weights. */
import { CRITERIA } from "../../schema/vocabulary.ts";
import { drawNormal, mulberry32 } from "./random.ts";
import { type WeightBelief, weightSampler } from "./weight-belief.ts";

export interface Draws {
  /** One column a criterion, one row a draw. */
  weights: readonly Float64Array[];
  /** Standard normal numbers for an uncertain attribute, the first of which has the place 0. */
  normals: (place: number) => Float64Array;
  /** Seed with which the stream of random numbers goes on behind so many columns of normals. */
  nextSeed: (columns: number) => number;
}

/** Numbers kept for the next question, another line of a batch or another turn of a control: 16 MB. */
const MOST_KEPT = 2_000_000;

const kept = new Map<string, KeptDraws>();

interface KeptDraws extends Draws {
  /** How many numbers they hold by now. */
  size: () => number;
}

/** So many draws from the belief about the weights. Asking again gives the same block. */
export function drawsOf(belief: WeightBelief, seed: number, count: number): Draws {
  const key = `${nameOf(belief)} ${seed} ${count}`;
  const draws = kept.get(key) ?? newDraws(belief, seed, count);
  // The ones used last are dropped last.
  kept.delete(key);
  let size = draws.size();
  for (const each of kept.values()) size += each.size();
  for (const [oldest, each] of kept) {
    if (size <= MOST_KEPT) break;
    size -= each.size();
    kept.delete(oldest);
  }
  kept.set(key, draws);
  return draws;
}

function nameOf(belief: WeightBelief): string {
  if (belief.kind === "ordinal") return belief.priority.join(">");
  return CRITERIA.map((criterion) => belief.concentrations[criterion]).join(" ");
}

function newDraws(belief: WeightBelief, seed: number, count: number): KeptDraws {
  const random = mulberry32(seed);
  const weights = weightColumns(weightSampler(belief, random), count);
  const columns: Float64Array[] = [];
  const seeds = [random.nextSeed()];
  const drawn = (wanted: number) => {
    while (columns.length < wanted) {
      const column = new Float64Array(count);
      for (let draw = 0; draw < count; draw++) column[draw] = drawNormal(random);
      columns.push(column);
      seeds.push(random.nextSeed());
    }
  };
  return {
    weights,
    normals(place) {
      drawn(place + 1);
      return columns[place] ?? NONE;
    },
    nextSeed(behind) {
      drawn(behind);
      return seeds[behind] ?? seed;
    },
    size: () => count * (weights.length + columns.length),
  };
}

function weightColumns(sample: (into: Float64Array) => void, count: number): Float64Array[] {
  const columns = CRITERIA.map(() => new Float64Array(count));
  const [first = NONE, second = NONE, third = NONE] = columns;
  const weights = new Float64Array(columns.length);
  for (let draw = 0; draw < count; draw++) {
    sample(weights);
    first[draw] = weights[0] ?? 0;
    second[draw] = weights[1] ?? 0;
    third[draw] = weights[2] ?? 0;
  }
  return columns;
}

const NONE = new Float64Array(0);
