/** The shipped catalog as the build packs it: an index, and each part of it a line that is parsed when somebody asks for it. */
import { observedDays, tellObservedDays } from "../facts/claims.ts";
import type { Catalog, CatalogData } from "../schema/catalog.ts";
import type { Model } from "../schema/model.ts";
import type { CompiledCatalog } from "./compile.ts";

/** Parts by their keys, in their order: where the JSON of each begins and ends behind the index. */
type Places = Readonly<Record<string, readonly [start: number, end: number]>>;

/** The first line. */
interface CatalogIndex {
  digest: string;
  /** Of every claim: what tells how new the facts are would read all of them. */
  observedDays: readonly string[];
  parts: Places;
  /** What every question asks of every model, and its other fields. */
  models: { head: Head; parts: Places }[];
}

type Head = Pick<Model, "id" | "name" | "provider" | "role" | "family" | "snapshots">;

/** JSON a line: the index, then the parts. */
export function packed({ digest, data }: CompiledCatalog): string {
  let lines = "";
  const placesOf = (parts: object): Places => {
    const stated = Object.entries(parts).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
      stated.map(([key, value]) => {
        const start = lines.length;
        lines += `${JSON.stringify(value)}\n`;
        return [key, [start, lines.length - 1]];
      }),
    );
  };
  const { models, ...parts } = data;
  const index: CatalogIndex = {
    digest,
    observedDays: observedDays(models),
    parts: placesOf(parts),
    models: models.map(({ id, name, provider, role, family, snapshots, ...facts }) => ({
      head: { id, name, provider, role, family, snapshots },
      parts: placesOf(facts),
    })),
  };
  return `${JSON.stringify(index)}\n${lines}`;
}

/**
 * The same catalog, field by field in the same order.
 * @param parsed reads JSON, the index at once and a part when it is first asked for, and throws what is to be said of a
 *   damaged one
 */
export function unpacked(text: string, parsed: (json: string) => unknown): Catalog {
  const end = text.indexOf("\n");
  const index = parsed(text.slice(0, end)) as CatalogIndex; // the build checked it
  const withParsed = <Known extends object>(known: Known, places: Places): Known => {
    for (const [key, [start, stop]] of Object.entries(places)) {
      const field = { enumerable: true, configurable: true };
      Object.defineProperty(known, key, {
        ...field,
        get() {
          const value = parsed(text.slice(end + 1 + start, end + 1 + stop));
          Object.defineProperty(known, key, { ...field, writable: true, value });
          return value;
        },
      });
    }
    return known;
  };
  const models = index.models.map(({ head, parts }) => withParsed(head, parts) as Model);
  tellObservedDays(models, index.observedDays);
  const data = withParsed({ models }, index.parts) as CatalogData;
  return Object.assign(data, { digest: index.digest, overlaid: [] });
}
