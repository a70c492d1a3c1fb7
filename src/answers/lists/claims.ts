/** Every trait of a model file with the claims made about it, in the order of the file. */
import type { Claim } from "../../schema/claim.ts";
import type { Model } from "../../schema/model.ts";

export interface Trait {
  /** Place in the model file: `prices.standard.input`. */
  path: readonly string[];
  claims: readonly Claim[];
}

export function traitsOf(model: Model): Trait[] {
  const { sources: _sources, snapshots: _snapshots, ...facts } = model;
  return Object.entries(facts).flatMap(([key, value]) => traitsBelow(value, [key]));
}

function traitsBelow(value: unknown, path: readonly string[]): Trait[] {
  if (Array.isArray(value)) return [{ path, claims: value as Claim[] }]; // models hold no other lists
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => traitsBelow(inner, [...path, key]));
}
