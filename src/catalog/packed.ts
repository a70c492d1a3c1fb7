/** The shipped catalog as the build packs it: each part of it a text that is parsed when somebody asks for it. */
import { observedDays, tellObservedDays } from "../facts/claims.ts";
import type { Catalog, CatalogData } from "../schema/catalog.ts";
import type { Model } from "../schema/model.ts";
import type { CompiledCatalog } from "./compile.ts";

/** Parts by their keys, in their order, as JSON. */
type Texts = Record<string, string>;

export interface PackedCatalog {
  digest: string;
  /** Of every claim: what tells how new the facts are would read all of them. */
  observedDays: readonly string[];
  parts: Texts;
  /** What every question asks of every model, and its other fields. */
  models: { head: Head; parts: Texts }[];
}

type Head = Pick<Model, "id" | "name" | "provider" | "role" | "family" | "snapshots">;

export function packed({ digest, data }: CompiledCatalog): PackedCatalog {
  const { models, ...parts } = data;
  return {
    digest,
    observedDays: observedDays(models),
    parts: textsOf(parts),
    models: models.map(({ id, name, provider, role, family, snapshots, ...facts }) => ({
      head: { id, name, provider, role, family, snapshots },
      parts: textsOf(facts),
    })),
  };
}

function textsOf(parts: object): Texts {
  const stated = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated.map(([key, value]) => [key, JSON.stringify(value)]));
}

/**
 * The same catalog, field by field in the same order.
 * @param parsed reads a part when it is first asked for, and throws what is to be said of a damaged one
 */
export function unpacked(
  { digest, observedDays: days, parts, models }: PackedCatalog,
  parsed: (text: string) => unknown,
): Catalog {
  const opened = models.map((model) => withParsed(model.head, model.parts, parsed) as Model);
  tellObservedDays(opened, days);
  const data = withParsed({ models: opened }, parts, parsed) as CatalogData; // the build checked it
  return Object.assign(data, { digest, overlaid: [] });
}

/** Adds fields that are parsed when they are first read. */
function withParsed<Known extends object>(
  known: Known,
  texts: Texts,
  parsed: (text: string) => unknown,
): Known {
  for (const [key, text] of Object.entries(texts)) {
    const field = { enumerable: true, configurable: true };
    Object.defineProperty(known, key, {
      ...field,
      get() {
        const value = parsed(text);
        Object.defineProperty(known, key, { ...field, writable: true, value });
        return value;
      },
    });
  }
  return known;
}
