/** What would change the answer, nearest first, each beside where the user stands now. */
import type { Need } from "../../../decision/need.ts";
import type { Note } from "../../../format/document.ts";
import { shortChange } from "../../../words/flips.ts";
import type { Answer } from "../recommend.ts";
import { nameIn } from "../record-entries.ts";
import type { Flip } from "../schema.ts";
import { saidBy } from "./ranking-table.ts";
import { SPARE } from "./spare.ts";

const MOST_SHOWN = 3;
/** Farther changes are no neighbours of the question. */
const FARTHEST_RATIO = 10;
const THIRD = 2;

/** Changes a user can make or foresee; weights as such and hypothetical prices stand in `explain`. */
const SHOWN = [
  "workload.requestsPerMonth",
  "budget",
  "limits.waitSeconds",
  "importance.cost",
  "importance.latency",
  "importance.quality",
];

export function changesNote({ result, decision: { need } }: Answer): Note | null {
  if (result.recommendation === null || result.ranking.length < 2) return null;
  const near = nearest(result.flips.map((flip) => beside(flip, need)));
  if (near.length === 0) {
    const farther = result.flips.some((flip) => SHOWN.includes(flip.parameter));
    const text = farther
      ? "Nothing within ten times your figures changes this answer."
      : "No volume, budget, wait or priority does; only other limits would.";
    return { label: "Changes", text, spare: SPARE.thirdChange };
  }
  const rows = near.map((flip, place) => {
    const { condition, now } = shortChange(flip, need.latency.measure);
    const isNew = near[place - 1]?.becomes !== flip.becomes;
    const becomes = `to ${shortestName(nameIn(result, flip.becomes), flip.becomes)}`;
    return { becomes, isNew, condition, stands: now === null ? "" : standing(flip, now, need) };
  });
  const text = rows.map(({ becomes, isNew, condition, stands }) =>
    [isNew ? `${becomes}: ` : "", condition, stands === "" ? "" : ` (${stands})`].join(""),
  );
  return {
    label: "Changes",
    text: `${text.join("; ")}.`,
    spare: SPARE.changes,
    lines: rows.map(({ becomes, isNew, condition, stands }, place) => ({
      cells: [isNew ? becomes : "", condition, stands],
      ...(place < THIRD ? {} : { spare: SPARE.thirdChange }),
    })),
  };
}

/** A snapshot's name holds its id. */
function shortestName(name: string, id: string): string {
  return name.length > id.length ? id : name;
}

const FIELDS: Record<string, string> = {
  "workload.requestsPerMonth": "workload.requestsPerMonth",
  budget: "budget",
  "limits.waitSeconds": "latency",
};

function standing({ parameter }: Flip, now: string, need: Need): string {
  const by = saidBy(need, FIELDS[parameter] ?? parameter);
  const { word } = need.budget;
  return parameter === "budget" && word !== null ? `${by} ${word}, ${now}` : `${by} ${now}`;
}

/** A wait that is no limit yet stands at its target. */
function beside(flip: Flip, { latency }: Need): Flip {
  const isWait = flip.parameter === "limits.waitSeconds" && flip.now === null;
  return isWait && Number.isFinite(latency.targetSeconds)
    ? { ...flip, now: latency.targetSeconds }
    : flip;
}

/** By ratio to what is now; of the priorities only the nearest, as turning one up says the same as turning another down. */
function nearest(flips: readonly Flip[]): Flip[] {
  const near = flips
    .filter((flip) => SHOWN.includes(flip.parameter) && distance(flip) <= FARTHEST_RATIO)
    .toSorted((one, two) => distance(one) - distance(two));
  const priority = near.find((flip) => flip.parameter.startsWith("importance."));
  return near
    .filter((flip) => flip === priority || !flip.parameter.startsWith("importance."))
    .slice(0, MOST_SHOWN);
}

/** What a user can change or foresee, nearest first, before weights and hypothetical prices. */
export function likeliestFirst(flips: readonly Flip[], need: Need): Flip[] {
  const own = (flip: Flip) => (Object.hasOwn(FIELDS, flip.parameter) ? 0 : 1);
  const far = (flip: Flip) => (own(flip) === 0 ? distance(beside(flip, need)) : 0);
  return flips.toSorted((one, two) => own(one) - own(two) || far(one) - far(two));
}

function distance({ at, now }: Flip): number {
  if (now === null || now <= 0 || at <= 0) return Infinity;
  return Math.max(at / now, now / at);
}
