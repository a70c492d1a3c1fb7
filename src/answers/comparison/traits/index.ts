/** Every group of traits a comparison shows, in its order, and the choice among them by name. */
import { usageFailure } from "../../../schema/failure.ts";
import { nearest, suggestion } from "../../../schema/nearest.ts";
import type { TraitGroup } from "../trait.ts";
import { accuracy } from "./accuracy.ts";
import { cost } from "./cost.ts";
import { alignment, architecture, devices, pretraining, safety, size } from "./descriptions.ts";
import { api, modalities, residency } from "./features.ts";
import { images } from "./images.ts";
import { lifecycle } from "./lifecycle.ts";
import { limits } from "./limits.ts";
import { speed } from "./speed.ts";
import { uses } from "./uses.ts";

export const TRAIT_GROUPS = [
  lifecycle,
  cost,
  speed,
  accuracy,
  limits,
  modalities,
  images,
  api,
  architecture,
  pretraining,
  alignment,
  safety,
  size,
  devices,
  residency,
  uses,
] as const satisfies readonly TraitGroup[];

// Narrowing a comparison to the traits asked for: groups by id or other name, rows by id.

interface Selectable {
  trait: string;
  group: string;
}

/**
 * Which rows the words ask for: all of them without a word.
 * @param rows every row there is, for words that name no group
 * @throws Failure (usage) naming the trait and what there is, for a word that is neither group nor row
 */
export function selection(
  traits: readonly string[] | undefined,
  rows: () => readonly Selectable[],
): (row: Selectable) => boolean {
  if (traits === undefined) return () => true;
  const wanted = new Set(traits.map((trait) => resolve(trait, rows)));
  return ({ trait, group }) => wanted.has(trait) || wanted.has(group);
}

/** Whether a word names a group of traits, by its id or another name. */
export function isTraitGroup(word: string): boolean {
  return groupOf(word.toLowerCase()) !== undefined;
}

function groupOf(word: string) {
  return TRAIT_GROUPS.find(({ id, alsoCalled }) => id === word || alsoCalled.includes(word));
}

function resolve(trait: string, rowsThere: () => readonly Selectable[]): string {
  const word = trait.toLowerCase();
  // A group before a row of its name: `cost` is all of the cost, not its head row alone.
  const group = groupOf(word);
  if (group !== undefined) return group.id;
  const rows = rowsThere();
  if (rows.some((row) => row.trait === word)) return word;
  const groups = TRAIT_GROUPS.map(({ id }) => id);
  const others = [
    ...TRAIT_GROUPS.flatMap(({ alsoCalled }) => alsoCalled),
    ...rows.map((row) => row.trait),
  ];
  const meant = nearest(word, [...groups, ...others]);
  const advice = meant === null ? suggestion(word, groups) : { typed: trait, meant };
  throw usageFailure(`unknown trait '${trait}'`, "--traits", { ...advice, typed: trait });
}
