/** More claims into a model: where both have claims about a trait, the added ones follow. */
import type { Model, ModelOverlay } from "../schema/model.ts";
import { isRecord } from "../schema/records.ts";

type AddedClaims = Omit<ModelOverlay, "id" | "sources" | "discount">;

export function mergeClaims(model: Model, added: AddedClaims): Model {
  return merged(model, added) as Model; // both sides have been through the same schema
}

function merged(base: unknown, added: unknown): unknown {
  if (added === undefined) return base;
  if (Array.isArray(base) && Array.isArray(added)) return [...base, ...added];
  if (!isRecord(base) || !isRecord(added)) return added;
  const keys = new Set([...Object.keys(base), ...Object.keys(added)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(base[key], added[key])]));
}
