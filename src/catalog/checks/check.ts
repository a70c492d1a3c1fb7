/** What a check of the catalog is: a rule that one file alone cannot show to be kept. */
import { adviceText, catalogFailure, type Failure } from "../../schema/failure.ts";
import { suggestion } from "../../schema/nearest.ts";
import { pathText } from "../../schema/problems.ts";
import type { Trait } from "../../facts/claims.ts";
import type { Model, ModelOverlay } from "../../schema/model.ts";
import type { Entries, Entry } from "../entry.ts";
import type { IdCounts, Names } from "../names.ts";

export interface Finding {
  entry: Entry<unknown>;
  /** Inside the entry. */
  path: PropertyKey[];
  key?: boolean;
  message: string;
  advice: string;
}

/** Findings about the entries added, given every name of the catalog they are added to. */
export type Check = (added: Entries, names: Names) => Finding[];

/** Findings about one trait of a model or an overlay. Its path is to be copied into a finding. */
export type TraitCheck = (
  trait: Trait,
  entry: Entry<Model | ModelOverlay>,
  names: Names,
) => Finding[];

/** The finding for a name that nothing has; empty when it is known. */
export function unknownName(
  entry: Entry<unknown>,
  path: PropertyKey[],
  kind: string,
  name: string,
  known: IdCounts,
  key = false,
): Finding[] {
  if (known.has(name)) return [];
  const advice = adviceText(suggestion(name, [...known.keys()]));
  return [{ entry, path, key, message: `there is no ${kind} '${name}'`, advice }];
}

export function findingFailure({ entry, path, key = false, message, advice }: Finding): Failure {
  const place = [...entry.path, ...path];
  const subject = place.length === 0 ? "" : `${pathText(place)}: `;
  return catalogFailure(`${subject}${message}`, entry.where(place, { key }), advice);
}
